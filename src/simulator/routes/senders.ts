import { SENDER_CHANNELS, type Json } from '#/comms/resources'
import { encodeSender, isObject, text } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { Findings } from '../checks/findings'
import type { ListQuery } from '../checks/listQuery'
import { Part } from '../checks/part'
import { required, shown } from '../checks/wording'
import { listAnswer, newestFirst, queryOf, type Exchange } from '../exchange'
import type { Sender } from '../senders'
import { timestamp } from '../timestamp'

const STATUSES = ['ACTIVATED', 'DEACTIVATED'] as const

export const SENDER_RULES = {
  parameters: ['channel', 'status', 'startDate', 'endDate', 'pageToken', 'pageSize'],
  kind: 'sender',
  statuses: STATUSES,
  channels: [...SENDER_CHANNELS, 'EMAIL', 'PUSH'],
} as const

function senderView({ createdAt, ...sender }: Sender, exchange: Exchange): Json {
  const at = timestamp(createdAt)
  return encodeSender({ ...sender, createdAt: at, updatedAt: at, raw: null }, exchange.spelling)
}

/** A page of these senders, as far as the query asks for them. */
export function sendersAnswer(
  exchange: Exchange,
  query: ListQuery,
  senders: readonly Sender[],
  path: string,
): Response {
  const wanted = senders.filter(
    ({ channel, status }) =>
      (query.channel === null || channel === query.channel) &&
      (query.status === null || status === query.status),
  )
  const { items, more } = newestFirst(wanted, query)
  return listAnswer(exchange, query, {
    name: 'senders',
    path,
    items: items.map((sender) => senderView(sender, exchange)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

/** `GET /Senders` (section 1.2). */
export function listSenders(exchange: Exchange): Response {
  const query = queryOf(exchange, SENDER_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  return sendersAnswer(exchange, query, exchange.world.inventory.senders, '/Senders')
}

/** `GET /Senders/{senderId}` (section 1.2). */
export function fetchSender(exchange: Exchange): Response {
  const sender = exchange.world.inventory.senders.find(({ id }) => id === exchange.segments[0])
  return sender ? json(senderView(sender, exchange)) : notFound(exchange.dialect)
}

/**
 * `POST /Senders/Search` (section 1.2): the senders with one address on one channel; paging is in the body. Fields that
 * nobody knows are left alone, as in a send.
 */
export async function searchSenders(exchange: Exchange): Promise<Response> {
  const { request, dialect, world } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const { body } = read
  const findings = new Findings()
  const search = new Part(body, '$', { dialect, findings })
  if (isObject(body)) checkSearch(search)
  else search.complain(20422, 'The request body must be a JSON object.')
  const query = queryOf({ ...exchange, url: withQuery(exchange.url, search) }, SEARCH_RULES)
  if (Array.isArray(query) || findings.problems.length > 0) {
    return refusal(dialect, 400, [...findings.problems, ...(Array.isArray(query) ? query : [])])
  }
  const address = text(body, 'address')
  const senders = world.inventory.senders.filter((sender) => sender.address === address)
  return sendersAnswer(exchange, query, senders, '/Senders/Search')
}

const SEARCH_RULES = { ...SENDER_RULES, placeOf: (name: string) => `$.${name}` } as const
const SEARCH_QUERY = ['channel', 'status', 'pageToken', 'pageSize']

function checkSearch(search: Part) {
  search.text('address', 'needed')
  if (!search.has('channel')) search.refuse('channel', 20422, required)
}

/** What the body asks for as the query of a list, under the names it has in the body. */
function withQuery(url: URL, search: Part): URL {
  const asked = new URL(url)
  asked.search = ''
  for (const name of SEARCH_QUERY) {
    const value = search.value(name)
    if (value !== null)
      asked.searchParams.set(search.name(name), isScalar(value) ? String(value) : shown(value))
  }
  return asked
}

const isScalar = (value: Json) => typeof value === 'string' || typeof value === 'number'
