import type { Dialect } from '../dialect'
import { CommsError } from '../errors'
import type {
  EmailFilter,
  MessageFilter,
  OperationFilter,
  PageRequest,
  SenderFilter,
  SenderPoolFilter,
} from '../resources'
import { formatTagFilter } from '../tags'
import { respell, snakeCase } from './spelling'

/** Names of the list query parameters (section 1.1), as the domain has them. */
export const MESSAGE_QUERY = [
  'operationId',
  'sessionId',
  'startDate',
  'endDate',
  'profile',
  'channel',
  'status',
  'tags',
  'pageToken',
  'pageSize',
] as const
export const OPERATION_QUERY = ['startDate', 'endDate', 'status', 'pageToken', 'pageSize'] as const

export const emptyFilter = (name: string) => `The filter ${name} is empty.`
const TAG_FILTER_RULE = 'A filter takes up to 10 tags, with letters, digits and ._~- only.'

type ListFilter = Partial<MessageFilter & OperationFilter & SenderFilter & SenderPoolFilter & EmailFilter>

/**
 * The query of a list request. Filters are repeated on every page, because a page token is not promised to carry
 * them (section 8, point 9).
 * @param path of the list, for the error
 * @throws CommsError kind `invalid`, before anything is sent, for an empty filter and for tags that none can be written
 * for: without them the list would be that of everybody
 */
export function encodeQuery(
  { tags, ...filter }: ListFilter,
  page: PageRequest,
  dialect: Dialect,
  path = '/Messages',
): URLSearchParams {
  const query = new URLSearchParams()
  const name = dialect === 'early' ? snakeCase : (camel: string) => camel
  const put = (key: string, value: string | number | undefined | null) => {
    if (value !== undefined && value !== null && value !== '') query.set(name(key), String(value))
  }
  const refuse = (message: string): never => refuseFilter(message, 'GET', path)
  for (const [key, value] of Object.entries(filter)) {
    if (value === '') refuse(emptyFilter(key))
    const isEnum = key === 'channel' || key === 'status'
    put(key, isEnum && dialect === 'early' ? value.toLowerCase() : value)
  }
  if (tags && Object.keys(tags).length > 0) {
    put('tags', formatTagFilter(tags) ?? refuse(TAG_FILTER_RULE))
  }
  put('pageToken', page.pageToken)
  put('pageSize', page.pageSize)
  return query
}

/** Refuses in this program a filter that would not narrow anything: nothing is asked, so nothing wrong is shown. */
export function refuseFilter(message: string, method: string, path: string): never {
  throw new CommsError({ kind: 'invalid', message, method, path })
}

/** The same query in a dialect, whichever it was written in. */
export function respellQuery(query: URLSearchParams, dialect: Dialect): URLSearchParams {
  // Respelling changes names and words, and a map of strings stays one.
  return new URLSearchParams(respell(Object.fromEntries(query), dialect) as Record<string, string>)
}
