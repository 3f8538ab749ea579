import type { IdKind } from '#/comms/ids'
import { isId } from '#/comms/ids'
import type { Problem, Tags } from '#/comms/resources'
import { TAG_FILTER } from '#/comms/tags'
import { parameterOf } from '#/comms/wire'
import { problem } from '../codes'
import { decodeToken } from '../paging'
import { momentOf } from './moments'
import { notRecognized, notValid, shown } from './wording'

/** What a list route accepts in its query (section 1). */
export interface ListRules {
  parameters: readonly string[]
  /** Kind of the resources listed, which is the kind of id a page token holds. */
  kind: IdKind
  statuses: readonly string[]
  channels?: readonly string[]
  /** The JSON path of what is called so, for filters that came in a body. */
  placeOf?: (name: string) => string
}

export type TagPairs = ReadonlyArray<readonly [key: string, value: string]>

/** A list request that was found in order. Dates are epoch milliseconds. */
export interface ListQuery {
  pageSize: number
  /** The token as it came, to repeat in `pagination.self`. */
  token: string | null
  /** Id of the last item already shown. */
  after: string | null
  startDate: number | null
  endDate: number | null
  status: string | null
  channel: string | null
  /** Pairs that must all be there; one key may be asked for twice, with two values that nothing has. */
  tags: TagPairs | null
  operationId: string | null
  sessionId: string | null
  profile: string | null
  /** Of the search only (section 1.1). */
  address: string | null
}

const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 1000

/**
 * Reads the query of a list request in either spelling, or says everything that is wrong with it in the words and
 * names of the requester (section 1.1).
 * @param tokenExpiresAt when a token given at this time stops being good, in epoch milliseconds
 */
export function readListQuery(
  search: URLSearchParams,
  rules: ListRules,
  now: number,
  tokenExpiresAt: (givenAt: number) => number,
): ListQuery | Problem[] {
  const problems: Problem[] = []
  const query: ListQuery = {
    pageSize: DEFAULT_PAGE_SIZE,
    token: null,
    after: null,
    startDate: null,
    endDate: null,
    status: null,
    channel: null,
    tags: null,
    operationId: null,
    sessionId: null,
    profile: null,
    address: null,
  }
  const refuse: Refuse = (code, message, name) =>
    void problems.push(problem(code, message, rules.placeOf?.(name) ?? null))
  const oneOf = (allowed: readonly string[], value: string, name: string): string | null => {
    if (allowed.includes(value.toUpperCase())) return value.toUpperCase()
    refuse(20422, notRecognized(shown(value), name), name)
    return null
  }
  const idOf = (kind: IdKind, value: string, name: string): string | null => {
    if (isId(kind, value)) return value
    refuse(20422, notValid(shown(value), name), name)
    return null
  }
  const dateOf = (value: string, name: string): number | null => {
    const time = momentOf(value)
    if (time === null) refuse(20422, notValid(shown(value), name), name)
    return time
  }

  for (const [name, value] of search) {
    const parameter = parameterOf(name)
    if (!rules.parameters.includes(parameter)) {
      problems.push(unknownParameter(name, rules.placeOf?.(name)))
      continue
    }
    switch (parameter) {
      case 'pageSize':
        query.pageSize = pageSizeOf(value, name, refuse)
        break
      case 'pageToken':
        query.token = value
        query.after = cursorOf(value, rules.kind, now, tokenExpiresAt, name, refuse)
        break
      case 'status':
        query.status = oneOf(rules.statuses, value, name)
        break
      case 'channel':
        query.channel = oneOf(rules.channels ?? [], value, name)
        break
      case 'startDate':
        query.startDate = dateOf(value, name)
        break
      case 'endDate':
        query.endDate = dateOf(value, name)
        break
      case 'operationId':
        query.operationId = idOf('operation', value, name)
        break
      case 'sessionId':
        query.sessionId = idOf('session', value, name)
        break
      case 'profile':
        query.profile = idOf('profile', value, name)
        break
      case 'tags':
        query.tags = tagPairsOf(value)
        if (!query.tags) refuse(20422, notValid(shown(value), name), name)
        break
    }
  }
  if (query.startDate !== null && query.endDate !== null && query.endDate <= query.startDate) {
    const name = [...search.keys()].find((key) => parameterOf(key) === 'endDate') ?? 'endDate'
    refuse(20422, `The value for the field '${name}' must be later than the start date.`, name)
  }
  return problems.length > 0 ? problems : query
}

/** What is wrong with a parameter, or a filter in a body, that nobody knows. */
export function unknownParameter(name: string, place: string | null = null): Problem {
  return problem(20001, `The parameter '${shown(name)}' is not recognized.`, place)
}

type Refuse = (code: number, message: string, name: string) => void

function pageSizeOf(value: string, name: string, refuse: Refuse): number {
  const size = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (size > MAX_PAGE_SIZE)
    refuse(20007, `The value '${value}' for the field '${name}' is larger than 1000.`, name)
  else if (size < 1) refuse(20422, notValid(shown(value), name), name)
  return size
}

function tagPairsOf(filter: string): TagPairs | null {
  if (!TAG_FILTER.test(filter)) return null
  return Array.from(
    filter.matchAll(/([^:;]+):([^;]+);/g),
    ([, key = '', value = '']) => [key, value] as const,
  )
}

function cursorOf(
  token: string,
  kind: IdKind,
  now: number,
  expiresAt: (givenAt: number) => number,
  name: string,
  refuse: Refuse,
): string | null {
  const cursor = decodeToken(token, kind)
  if (!cursor) refuse(20422, notValid(shown(token), name), name)
  else if (cursor.givenAt !== null && expiresAt(cursor.givenAt) <= now) {
    refuse(20422, `The page token of the field '${name}' has expired.`, name)
  }
  return cursor?.id ?? null
}

/** True when a resource created at this time is within the dates asked for: after the start, before the end. */
export function isWithin({ startDate, endDate }: ListQuery, createdAt: number): boolean {
  return (startDate === null || createdAt >= startDate) && (endDate === null || createdAt < endDate)
}

/** True when all pairs asked for are there (section 1.1: they are joined by AND). */
export function hasTags(wanted: TagPairs | null, tags: Tags): boolean {
  if (!wanted) return true
  return wanted.every(([key, value]) => Object.hasOwn(tags, key) && tags[key] === value)
}
