import type { Json } from '#/comms/resources'
import { encodeSenderPool } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { listAnswer, newestFirst, queryOf, type Exchange } from '../exchange'
import type { SenderPool } from '../senders'
import { timestamp } from '../timestamp'
import { SENDER_RULES, sendersAnswer } from './senders'

function poolView({ createdAt, members: _, ...pool }: SenderPool, exchange: Exchange): Json {
  const at = timestamp(createdAt)
  return encodeSenderPool({ ...pool, createdAt: at, updatedAt: at, raw: null }, exchange.dialect)
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
  const query = queryOf(exchange, SENDER_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  return sendersAnswer(exchange, query, pool.members, `/SenderPools/${pool.id}/Senders`)
}
