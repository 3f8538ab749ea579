import type { RouteObject } from 'react-router'
import { Navigate } from 'react-router'
import { Layout } from './Layout'
import { PageSkeleton } from './PageSkeleton'
import { RouteError } from './RouteError'

/** Every page is a chunk of its own; its module exports `Component`, as React Router's `lazy` expects. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/operations" replace /> },
  { path: 'compose', lazy: () => import('#/compose/ComposePage') },
  { path: 'sends', lazy: () => import('#/compose/SendsPage') },
  { path: 'operations', lazy: () => import('#/operations/OperationsPage') },
  { path: 'operations/:operationId', lazy: () => import('#/operations/OperationPage') },
  { path: 'messages', lazy: () => import('#/messages/MessagesPage') },
  { path: 'messages/:messageId', lazy: () => import('#/messages/MessagePage') },
  { path: 'errors', lazy: () => import('#/errors/ErrorsPage') },
  { path: 'errors/:code', lazy: () => import('#/errors/ErrorPage') },
  { path: 'related/:id', lazy: () => import('#/related/RelatedPage') },
  { path: 'contract', lazy: () => import('./ContractPage') },
  { path: '*', lazy: () => import('./NotFoundPage') },
]

/** The frame stays when a page breaks; only when the frame itself does, the error stands alone. */
export const routes: RouteObject[] = [
  {
    Component: Layout,
    ErrorBoundary: RouteError,
    children: [{ ErrorBoundary: RouteError, HydrateFallback: PageSkeleton, children: pages }],
  },
]
