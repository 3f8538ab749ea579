/**
 * Everything the browser may ask of the API, one line a route (sections 1.1 to 1.4). What is not here does not reach
 * the API.
 *
 * - `read`: shared between equal requests and answered with an ETag
 * - `query`: a POST that only reads
 * - `write`: changes something, forwarded once, never retried
 * - `send`: reaches people's phones, goes through the journal
 */
export type RouteKind = 'read' | 'query' | 'write' | 'send'

export interface Route {
  method: string
  pattern: string
  kind: RouteKind
  /** How long an answer may be given again, in milliseconds; 0 unless said. */
  freshMs: number
}

const TABLE: ReadonlyArray<readonly [method: string, pattern: string, kind: RouteKind, freshMs?: number]> = [
  ['POST', '/Messages', 'send'],
  ['GET', '/Messages', 'read'],
  ['GET', '/Messages/:id', 'read'],
  ['PATCH', '/Messages/:id', 'write'],
  ['GET', '/Messages/:id/Receipts', 'read'],
  ['GET', '/Messages/Operations', 'read'],
  ['GET', '/Messages/Operations/:id', 'read', 1000],
  ['PATCH', '/Messages/Operations/:id', 'write'],
  ['GET', '/Messages/Operations/:id/Errors', 'read'],
  ['POST', '/Messages/Operations/:id/Cancel', 'write'],
  ['GET', '/Messages/Seek/:id', 'read'],
  ['GET', '/Senders', 'read'],
  ['GET', '/Senders/:id', 'read'],
  ['POST', '/Senders/Search', 'query'],
  ['POST', '/Senders/Resolve', 'query'],
  ['GET', '/SenderPools', 'read'],
  ['GET', '/SenderPools/:id', 'read'],
  ['PATCH', '/SenderPools/:id', 'write'],
  ['GET', '/SenderPools/:id/Senders', 'read'],
  ['GET', '/SenderPools/Operations', 'read'],
  ['GET', '/SenderPools/Operations/:id', 'read', 1000],
  ['GET', '/Emails', 'read'],
  ['GET', '/Emails/:id', 'read'],
  ['GET', '/Emails/Operations', 'read'],
  ['GET', '/Emails/Operations/:id', 'read', 1000],
]

/** An id is never one of the words that stand for a collection, so `/Messages/Operations` is no message. */
const ID = '(?!(?:Operations|Seek|Search|Resolve)(?:/|$))[A-Za-z0-9_-]{1,80}'

const ROUTES = TABLE.map(([method, pattern, kind, freshMs = 0]) => ({
  route: { method, pattern, kind, freshMs } satisfies Route,
  test: new RegExp(`^${pattern.replaceAll(':id', ID)}$`),
}))

/** Where a browser's path leads: the allowed route, and the path to ask the API for, version first. */
export interface Match {
  route: Route
  path: string
}

/** The route of a request to `/comms/<version>/…`, or `null` when it is not allowed. */
export function matchRoute(method: string, pathname: string, versions: ReadonlySet<string>): Match | null {
  const [, version, rest] = /^\/comms\/([a-z0-9]+)(\/.+)$/.exec(pathname) ?? []
  if (version === undefined || rest === undefined || !versions.has(version)) return null
  const found = ROUTES.find(({ route, test }) => route.method === method && test.test(rest))
  return found ? { route: found.route, path: `/${version}${rest}` } : null
}
