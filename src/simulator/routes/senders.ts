import { SENDER_CHANNELS, type Json } from '#/comms/resources'
import { encodeSender, text } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { Findings } from '../checks/findings'
import type { ListQuery } from '../checks/listQuery'
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

/** `POST /Senders/Search` (section 1.2): the senders with one address on one channel; paging is in the body. */
export async function searchSenders(exchange: Exchange): Promise<Response> {
  const { request, dialect, world } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const address = text(read.body, 'address')
  const findings = new Findings()
  if (address === null) findings.add('$.address', 20422, "The field 'address' is required.")
  if (text(read.body, 'channel') === null)
    findings.add('$.channel', 20422, "The field 'channel' is required.")
  if (findings.problems.length > 0) return refusal(dialect, 400, findings.problems)
  const url = new URL(exchange.url)
  url.search = ''
  for (const name of ['channel', 'status', 'pageToken', 'pageSize']) {
    const value = text(read.body, name)
    if (value !== null) url.searchParams.set(name, value)
  }
  const query = queryOf({ ...exchange, url }, SENDER_RULES)
  if (Array.isArray(query)) return refusal(dialect, 400, query)
  const senders = world.inventory.senders.filter((sender) => sender.address === address)
  return sendersAnswer(exchange, query, senders, '/Senders/Search')
}
