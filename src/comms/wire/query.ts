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

type ListFilter = Partial<MessageFilter & OperationFilter & SenderFilter & SenderPoolFilter & EmailFilter>

/**
 * The query of a list request. Filters are repeated on every page, because a page token is not promised to carry
 * them (section 8, point 9).
 * @param path of the list, for the error
 * @throws CommsError kind `invalid`, before anything is sent, for tags that no filter can be written for: without it
 * the list would be that of everybody
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
  for (const [key, value] of Object.entries(filter)) {
    const isEnum = key === 'channel' || key === 'status'
    put(key, isEnum && dialect === 'early' ? value.toLowerCase() : value)
  }
  if (tags && Object.keys(tags).length > 0) {
    const written = formatTagFilter(tags)
    if (written === null) {
      const message = 'A filter takes up to 10 tags, with letters, digits and ._~- only.'
      throw new CommsError({ kind: 'invalid', message, method: 'GET', path })
    }
    put('tags', written)
  }
  put('pageToken', page.pageToken)
  put('pageSize', page.pageSize)
  return query
}

/** The same query in a dialect, whichever it was written in. */
export function respellQuery(query: URLSearchParams, dialect: Dialect): URLSearchParams {
  // Respelling changes names and words, and a map of strings stays one.
  return new URLSearchParams(respell(Object.fromEntries(query), dialect) as Record<string, string>)
}
