import { refusal, notFound } from './answers'
import { unknownParameter } from './checks/listQuery'
import { problem } from './codes'
import type { Exchange, Handler } from './exchange'
import { fetchEmail, fetchEmailOperation, listEmailOperations, listEmails } from './routes/emails'
import { listMessages } from './routes/listMessages'
import { fetchMessage, listReceipts, patchMessage, seek } from './routes/messages'
import {
  cancelOperation,
  fetchOperation,
  listOperationErrors,
  listOperations,
  patchOperation,
} from './routes/operations'
import {
  addPoolSenders,
  createSenderPool,
  deleteSenderPool,
  patchSenderPool,
  removePoolSender,
} from './routes/changePools'
import { resolveSenders } from './routes/resolveSenders'
import {
  fetchPoolOperation,
  fetchSenderPool,
  listPoolMembers,
  listPoolOperations,
  listSenderPools,
} from './routes/senderPools'
import { searchMessages } from './routes/searchMessages'
import { fetchSender, listSenders, searchSenders } from './routes/senders'
import { sendMessages } from './routes/sendMessages'
import type { OptionalRoute } from './scenarios/scenario'

interface Route {
  method: string
  /** Path after the version; `*` stands for one segment. */
  path: string
  handle: Handler
  /** Not in the published reference, or not in all generations of it; a scenario may be without. */
  optional?: OptionalRoute
}

/** Every route, one a line (section 1); the first that fits is taken, so fixed words stand before `*`. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/Messages', handle: listMessages },
  { method: 'POST', path: '/Messages', handle: sendMessages },
  { method: 'GET', path: '/Messages/Operations', handle: listOperations, optional: 'operations-list' },
  { method: 'GET', path: '/Messages/Operations/*', handle: fetchOperation },
  { method: 'PATCH', path: '/Messages/Operations/*', handle: patchOperation, optional: 'tag-edit' },
  { method: 'GET', path: '/Messages/Operations/*/Errors', handle: listOperationErrors, optional: 'errors' },
  { method: 'POST', path: '/Messages/Operations/*/Cancel', handle: cancelOperation, optional: 'cancel' },
  { method: 'GET', path: '/Messages/Seek/*', handle: seek },
  { method: 'POST', path: '/Messages/Search', handle: searchMessages, optional: 'search' },
  { method: 'GET', path: '/Messages/*/Receipts', handle: listReceipts, optional: 'receipts' },
  { method: 'GET', path: '/Messages/*', handle: fetchMessage },
  { method: 'PATCH', path: '/Messages/*', handle: patchMessage, optional: 'tag-edit' },
  { method: 'GET', path: '/Senders', handle: listSenders },
  { method: 'POST', path: '/Senders/Search', handle: searchSenders },
  { method: 'POST', path: '/Senders/Resolve', handle: resolveSenders },
  { method: 'GET', path: '/Senders/*', handle: fetchSender },
  { method: 'GET', path: '/SenderPools', handle: listSenderPools },
  { method: 'POST', path: '/SenderPools', handle: createSenderPool },
  { method: 'GET', path: '/SenderPools/Operations', handle: listPoolOperations },
  { method: 'GET', path: '/SenderPools/Operations/*', handle: fetchPoolOperation },
  { method: 'GET', path: '/SenderPools/*', handle: fetchSenderPool },
  { method: 'PATCH', path: '/SenderPools/*', handle: patchSenderPool },
  { method: 'DELETE', path: '/SenderPools/*', handle: deleteSenderPool },
  { method: 'GET', path: '/SenderPools/*/Senders', handle: listPoolMembers },
  { method: 'POST', path: '/SenderPools/*/Senders', handle: addPoolSenders },
  { method: 'DELETE', path: '/SenderPools/*/Senders/*', handle: removePoolSender },
  { method: 'GET', path: '/Emails', handle: listEmails },
  { method: 'GET', path: '/Emails/Operations', handle: listEmailOperations },
  { method: 'GET', path: '/Emails/Operations/*', handle: fetchEmailOperation },
  { method: 'GET', path: '/Emails/*', handle: fetchEmail },
]

/** Those that take a query, and refuse by themselves what they do not know of it. The others take none. */
const WITH_QUERY: ReadonlySet<Handler> = new Set([
  listMessages,
  listOperations,
  listOperationErrors,
  listReceipts,
  searchMessages,
  listSenders,
  listSenderPools,
  listPoolMembers,
  listPoolOperations,
  listEmails,
  listEmailOperations,
])

/**
 * Answers a request by its path and method; 404 for unknown routes, 405 for a known one with another method. A query
 * parameter that nobody knows is refused everywhere, our decision where section 8, point 5 leaves it open.
 */
export async function route(exchange: Omit<Exchange, 'segments'>, path: string): Promise<Response> {
  const without = exchange.world.scenario.without ?? []
  let isKnown = false
  for (const candidate of ROUTES) {
    const segments = segmentsOf(candidate.path, path)
    if (segments === null) continue
    const isThere = !candidate.optional || !without.includes(candidate.optional)
    if (isThere) isKnown = true
    if (candidate.method !== exchange.request.method) continue
    if (!isThere) {
      // A fixed word such as `Operations` is nobody's id, so no route for ids answers in its place.
      if (segments.length === 0) return notFound(exchange.dialect)
      continue
    }
    const stray = WITH_QUERY.has(candidate.handle) ? [] : [...exchange.url.searchParams.keys()]
    if (stray.length > 0) {
      return refusal(
        exchange.dialect,
        400,
        stray.map((name) => unknownParameter(name)),
      )
    }
    return candidate.handle({ ...exchange, segments })
  }
  return isKnown ? refusal(exchange.dialect, 405, [problem(20004)]) : notFound(exchange.dialect)
}

/**
 * Version and path of a URL. Upper and lower case are the same in all of it (section 1.4, where paths are seen in both),
 * and a slash at its end is forgiven.
 */
export function placeIn(pathname: string): { version: string; path: string } {
  const [, version = '', ...rest] = pathname.replace(/\/$/, '').split('/')
  return { version: version.toLowerCase(), path: `/${rest.join('/')}` }
}

/** Whether there is any route at this path of a URL, version included; whatever the scenario. */
export function isKnownPath(pathname: string): boolean {
  const { version, path } = placeIn(pathname)
  if (version !== 'v1' && version !== 'preview') return false
  return ROUTES.some((candidate) => segmentsOf(candidate.path, path) !== null)
}

/** The segments that stand for `*`, or `null` when the path does not fit. */
function segmentsOf(pattern: string, path: string): string[] | null {
  const expected = pattern.split('/')
  const given = path.split('/')
  if (expected.length !== given.length) return null
  const segments: string[] = []
  for (const [n, word] of expected.entries()) {
    const segment = given[n] ?? ''
    if (word === '*') segments.push(segment)
    else if (word.toLowerCase() !== segment.toLowerCase()) return null
  }
  return segments
}
