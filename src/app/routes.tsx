import type { RouteObject } from 'react-router'
import { redirect } from 'react-router'

/** Every page is its own chunk; its module exports `Component`, as React Router's `lazy` expects. */
export const routes: RouteObject[] = [
  { index: true, loader: () => redirect('/operations') },
  { path: 'compose', lazy: () => import('#/compose/ComposePage') },
  { path: 'operations', lazy: () => import('#/operations/OperationsPage') },
  { path: 'operations/:operationId', lazy: () => import('#/operations/OperationPage') },
  { path: 'messages', lazy: () => import('#/messages/MessagesPage') },
  { path: 'messages/:messageId', lazy: () => import('#/messages/MessagePage') },
  { path: 'errors', lazy: () => import('#/errors/ErrorsPage') },
  { path: 'errors/:code', lazy: () => import('#/errors/ErrorPage') },
  { path: 'related/:id', lazy: () => import('#/related/RelatedPage') },
]
