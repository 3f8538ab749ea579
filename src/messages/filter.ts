import {
  formatTagFilter,
  MESSAGE_STATUSES,
  parseId,
  parseTagFilter,
  SENDER_CHANNELS,
  TAG_LIMITS,
  type MessageFilter,
  type Tags,
} from '#/comms'

/** The filters of the message list as a link carries them. Every one is applied by the API (section 1.1). */
export interface UrlFilter {
  filter: MessageFilter
  /** What the link asks for and the API would refuse, in words. The list is shown without it. */
  ignored: string[]
}

type Reader = (value: string) => Partial<MessageFilter> | null

const oneOf = (values: readonly string[], value: string) =>
  values.find((known) => known === value.toUpperCase()) ?? null

const id = (kind: string, value: string) => {
  const parsed = parseId(value)
  return parsed?.kind === kind ? parsed.id : null
}

/** RFC 3339 with a zone, so that the link means the same moment to everybody. */
const moment = (value: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString()
    : null

const READERS: Record<Exclude<keyof MessageFilter, 'tags'>, Reader> = {
  operationId: (value) => wrap('operationId', id('operation', value)),
  sessionId: (value) => wrap('sessionId', id('session', value)),
  profile: (value) => wrap('profile', id('profile', value)),
  channel: (value) => wrap('channel', oneOf(SENDER_CHANNELS, value)),
  status: (value) => wrap('status', oneOf(MESSAGE_STATUSES, value)),
  startDate: (value) => wrap('startDate', moment(value)),
  endDate: (value) => wrap('endDate', moment(value)),
}

function wrap(key: keyof MessageFilter, value: string | null): Partial<MessageFilter> | null {
  return value === null ? null : { [key]: value }
}

const NAMES: Record<keyof MessageFilter, string> = {
  operationId: 'operation',
  sessionId: 'session',
  profile: 'profile',
  channel: 'channel',
  status: 'status',
  tags: 'tag',
  startDate: 'start',
  endDate: 'end',
}

/** Reads the filters out of a link. Anything in it that is not one is left out and named, never an error. */
export function filterOfUrl(query: URLSearchParams): UrlFilter {
  const filter: MessageFilter = {}
  const ignored: string[] = []
  for (const [key, read] of Object.entries(READERS)) {
    const value = query.get(key)
    if (value === null || value === '') continue
    const found = read(value)
    if (found) Object.assign(filter, found)
    else ignored.push(`${NAMES[keyOf(key)]} “${shorten(value)}”`)
  }
  const tags = tagsOf(query.getAll('tag'), ignored)
  if (tags) filter.tags = tags
  if (filter.startDate && filter.endDate && filter.endDate <= filter.startDate) {
    // Section 1.1: the end must be later than the start.
    ignored.push('an end that is not after the start')
    delete filter.endDate
  }
  return { filter, ignored }
}

const keyOf = (key: string): keyof MessageFilter => (key in NAMES ? (key as keyof MessageFilter) : 'tags')

function tagsOf(pairs: string[], ignored: string[]): Tags | null {
  const tags: Tags = {}
  for (const pair of pairs) {
    if (pair === '') continue
    const parsed = parseTagFilter(pair)
    const fits = Object.keys({ ...tags, ...parsed }).length <= TAG_LIMITS.pairs
    if (parsed && fits) Object.assign(tags, parsed)
    else ignored.push(`tag “${shorten(pair)}”`)
  }
  return formatTagFilter(tags) === null ? null : tags
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** The query of a link to the list with these filters; the inverse of `filterOfUrl`. */
export function urlOfFilter({ tags, ...filter }: MessageFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value)
  for (const [key, value] of Object.entries(tags ?? {})) query.append('tag', `${key}:${value}`)
  return query
}

/** Without one of its conditions, for a chip that is closed. `tagKey` names which tag. */
export function withoutCondition(
  filter: MessageFilter,
  key: keyof MessageFilter,
  tagKey?: string,
): MessageFilter {
  const { [key]: removed, ...rest } = filter
  if (key !== 'tags' || tagKey === undefined || typeof removed !== 'object') return rest
  const { [tagKey]: _gone, ...tags } = removed
  return Object.keys(tags).length === 0 ? rest : { ...rest, tags }
}
