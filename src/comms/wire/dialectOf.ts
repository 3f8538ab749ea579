import type { Dialect } from '../dialect'
import type { Json } from '../resources'
import { statusInBody } from './problem'
import { field, isObject, list, OPEN_MAPS, snakeCase, text } from './spelling'

/** Names of two words that the contract has, so that both spellings of them are known (section 2). */
const CONTRACT =
  'createdAt updatedAt deletedAt attemptedAt scheduledFor senderId senderPoolId profileId memoryStoreId contentId infoUrl displayName operationId messageId resourceId senderPools'
const KNOWN = new Map<string, number>()
for (const name of CONTRACT.split(' ')) KNOWN.set(name, 1).set(snakeCase(name), -1)

/** Above zero for the current dialect, below for the early one. */
interface Votes {
  known: number
  unknown: number
  values: number
}

/**
 * Which dialect a body is written in, `null` when nothing in it tells (section 3). The contract's own names of two words
 * decide, by majority, so that a field the API adds in another spelling turns nothing over. Failing them, any name of
 * two words does, then the case of enum values, then the form of `pagination.self`.
 */
export function dialectOf(body: Json): Dialect | null {
  const votes: Votes = { known: 0, unknown: 0, values: 0 }
  count(body, votes, 0)
  return winner(votes.known) ?? winner(votes.unknown) ?? winner(votes.values) ?? dialectOfPagination(body)
}

/**
 * Which dialect an error body is written in (section 5.1): the early one repeats the status beside its errors, the
 * current one links each to a page about it. Gateways and proxies on the way do neither.
 */
export function dialectOfProblems(body: Json): Dialect | null {
  if (!Array.isArray(field(body, 'errors'))) return null
  if (statusInBody(body) !== null) return 'early'
  return list(body, 'errors').some((error) => isObject(error) && typeof error['infoUrl'] === 'string')
    ? 'current'
    : null
}

function winner(votes: number): Dialect | null {
  return votes === 0 ? null : votes > 0 ? 'current' : 'early'
}

function count(json: Json, votes: Votes, depth: number): void {
  if (depth > 4) return
  if (Array.isArray(json)) {
    for (const item of json.slice(0, 3)) count(item, votes, depth + 1)
    return
  }
  if (!isObject(json)) return
  for (const [name, value] of Object.entries(json)) {
    if (OPEN_MAPS.has(name)) continue
    const known = KNOWN.get(name)
    if (known) votes.known += known
    else if (/^[a-z]+(?:_[a-z]+)+$/.test(name)) votes.unknown -= 1
    else if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(name)) votes.unknown += 1
    else if ((name === 'status' || name === 'channel') && typeof value === 'string') {
      if (/^[a-z]+$/.test(value)) votes.values -= 1
      else if (/^[A-Z]+$/.test(value)) votes.values += 1
    }
    count(value, votes, depth + 1)
  }
}

function dialectOfPagination(body: Json): Dialect | null {
  const self = text(field(body, 'pagination'), 'self')
  if (self === null) return null
  return self.includes('page_size=') || self.includes('page_token=') ? 'early' : 'current'
}
