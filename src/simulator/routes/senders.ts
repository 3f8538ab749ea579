import { SENDER_CHANNELS, type Address, type Json, type ResolvedRoute } from '#/comms/resources'
import {
  decodeRecipient,
  encodeResolved,
  encodeSender,
  encodeSenderPool,
  enumeration,
  list,
  text,
} from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { readBody } from '../bodies'
import { problem } from '../codes'
import { listAnswer, queryOf, type Exchange } from '../exchange'
import { Findings } from '../findings'
import { isWithin, notRecognized, type ListQuery } from '../listQuery'
import { take } from '../paging'
import { routesTo } from '../send'
import type { Sender, SenderPool } from '../senders'
import { timestamp } from '../timestamp'

const STATUSES = ['ACTIVATED', 'DEACTIVATED'] as const
const MAX_RESOLVED = 100

const RULES = {
  parameters: ['channel', 'status', 'startDate', 'endDate', 'pageToken', 'pageSize'],
  kind: 'sender',
  statuses: STATUSES,
  channels: [...SENDER_CHANNELS, 'EMAIL', 'PUSH'],
} as const

function senderView({ createdAt, ...sender }: Sender, exchange: Exchange): Json {
  const at = timestamp(createdAt)
  return encodeSender({ ...sender, createdAt: at, updatedAt: at, raw: null }, exchange.dialect)
}

function poolView({ createdAt, members: _, ...pool }: SenderPool, exchange: Exchange): Json {
  const at = timestamp(createdAt)
  return encodeSenderPool({ ...pool, createdAt: at, updatedAt: at, raw: null }, exchange.dialect)
}

function newestFirst<Item extends { id: string; createdAt: number }>(
  items: readonly Item[],
  query: ListQuery,
) {
  const { after } = query
  const shown = items.filter((item) => isWithin(query, item.createdAt) && (after === null || item.id < after))
  return take(
    shown.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    query.pageSize,
  )
}

function sendersAnswer(
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
  const query = queryOf(exchange, RULES)
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
  const query = queryOf({ ...exchange, url }, RULES)
  if (Array.isArray(query)) return refusal(dialect, 400, query)
  const senders = world.inventory.senders.filter((sender) => sender.address === address)
  return sendersAnswer(exchange, query, senders, '/Senders/Search')
}

/** `POST /Senders/Resolve` (section 1.2): a dry run of which sender would reach which address. */
export async function resolveSenders(exchange: Exchange): Promise<Response> {
  const { request, dialect, world } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const recipients = list(read.body, 'recipientAddresses')
  const findings = new Findings()
  const poolId = text(read.body, 'senderPoolId')
  const addresses = list(read.body, 'senderAddresses')
  if (recipients.length < 1 || recipients.length > MAX_RESOLVED) {
    findings.add('$.recipientAddresses', 20422, 'There must be 1 to 100 recipient addresses.')
  }
  if ((poolId === null) === (addresses.length === 0)) {
    findings.add('$', 20422, 'There must be either a sender pool or sender addresses.')
  }
  recipients.forEach((recipient, n) => {
    const channel = enumeration(recipient, 'channel')
    if (text(recipient, 'address') === null)
      findings.add(`$.recipientAddresses[${n}].address`, 20422, "The field 'address' is required.")
    if (channel !== 'PHONE' && channel !== 'WHATSAPP') {
      const given = text(recipient, 'channel') ?? ''
      findings.add(`$.recipientAddresses[${n}].channel`, 20422, notRecognized(given, 'channel'))
    }
  })
  if (findings.problems.length > 0) return refusal(dialect, 400, findings.problems)
  const senders = sendersFor(exchange, poolId, addresses)
  if (!senders)
    return refusal(dialect, 400, [problem(21212, 'The sender pool is not known.', '$.senderPoolId')])
  const routes = recipients.flatMap((recipient) => {
    const [to] = decodeRecipient(recipient)?.addresses ?? []
    return to ? routesOf(senders, to) : []
  })
  return json(encodeResolved(routes, dialect))

  function routesOf(usable: readonly Sender[], to: Address): ResolvedRoute[] {
    const recipient = { addresses: [to], profileId: null, memoryStoreId: null }
    return routesTo(usable, recipient).map(({ sender }, priority) => ({
      from: {
        address: sender.address,
        channel: sender.channel,
        senderId: sender.id,
        displayName: sender.displayName,
      },
      to,
      priority,
    }))
  }

  function sendersFor(_: Exchange, pool: string | null, given: readonly Json[]): readonly Sender[] | null {
    if (pool !== null) return world.inventory.pools.find(({ id }) => id === pool)?.members ?? null
    const wanted = new Set(given.map((one) => `${enumeration(one, 'channel')} ${text(one, 'address')}`))
    return world.inventory.senders.filter(
      ({ address, channel, status }) => status === 'ACTIVATED' && wanted.has(`${channel} ${address}`),
    )
  }
}

const POOL_RULES = {
  parameters: ['startDate', 'endDate', 'operationId', 'pageToken', 'pageSize'],
  kind: 'senderpool',
  statuses: [],
} as const

/** `GET /SenderPools` (section 1.3). */
export function listSenderPools(exchange: Exchange): Response {
  const query = queryOf(exchange, POOL_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  // Pools of the inventory were made by no operation that could be asked for.
  const pools = query.operationId === null ? exchange.world.inventory.pools : []
  const { items, more } = newestFirst(pools, query)
  return listAnswer(exchange, query, {
    name: 'senderPools',
    path: '/SenderPools',
    items: items.map((pool) => poolView(pool, exchange)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

/** `GET /SenderPools/{id}` (section 1.3). */
export function fetchSenderPool(exchange: Exchange): Response {
  const pool = exchange.world.inventory.pools.find(({ id }) => id === exchange.segments[0])
  return pool ? json(poolView(pool, exchange)) : notFound(exchange.dialect)
}

/** `GET /SenderPools/{id}/Senders` (section 1.3). */
export function listPoolMembers(exchange: Exchange): Response {
  const pool = exchange.world.inventory.pools.find(({ id }) => id === exchange.segments[0])
  if (!pool) return notFound(exchange.dialect)
  const query = queryOf(exchange, RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  return sendersAnswer(exchange, query, pool.members, `/SenderPools/${pool.id}/Senders`)
}
