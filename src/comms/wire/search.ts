import type { Dialect } from '../dialect'
import type { Json, MessageSearch } from '../resources'
import { emptyFilter, refuseFilter } from './query'
import { spell } from './spelling'

/** The filters that the body of `POST /Messages/Search` takes; paging is in the query (section 1.1). */
export const SEARCH_FIELDS = [
  'operationId',
  'sessionId',
  'startDate',
  'endDate',
  'profile',
  'address',
  'channel',
  'status',
  'tags',
] as const

/**
 * That body in a dialect. Filters left out do not narrow the search.
 * @throws CommsError kind `invalid`, before anything is sent, for an empty filter
 */
export function encodeSearch(search: MessageSearch, dialect: Dialect): Json {
  const given = Object.entries(search).filter(([, value]) => value !== undefined)
  const [empty] = given.find(([, value]) => value === '') ?? []
  if (empty !== undefined) refuseFilter(emptyFilter(empty), 'POST', '/Messages/Search')
  return spell(Object.fromEntries(given), dialect)
}
