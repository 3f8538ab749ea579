/** Every kind of page, at an address that shows it full. Ids are put in by whoever visits them. */
export interface VisitedPage {
  name: string
  path: (ids: Ids) => string
  /** The page's heading. */
  heading: RegExp
}

export interface Ids {
  operation: string
  message: string
  sender: string
}

export const PAGES: VisitedPage[] = [
  { name: 'compose', path: () => '/compose', heading: /compose/i },
  { name: 'operations', path: () => '/operations', heading: /operations/i },
  { name: 'one operation', path: ({ operation }) => `/operations/${operation}`, heading: /operation/i },
  { name: 'messages', path: () => '/messages', heading: /messages/i },
  { name: 'one message', path: ({ message }) => `/messages/${message}`, heading: /message/i },
  { name: 'errors', path: () => '/errors', heading: /errors/i },
  { name: 'one error', path: () => '/errors/30007', heading: /30007/ },
  { name: 'an id', path: ({ sender }) => `/related/${sender}`, heading: /sender/i },
  { name: 'sends', path: () => '/sends', heading: /sends/i },
  { name: 'contract', path: () => '/contract', heading: /contract/i },
  { name: 'not found', path: () => '/nowhere', heading: /not|no page/i },
]
