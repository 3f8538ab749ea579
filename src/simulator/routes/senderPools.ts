import type { Json } from '#/comms/resources'
import { encodeOperation, encodeSenderPool, OPERATION_QUERY } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { listAnswer, newestFirst, queryOf, type Exchange } from '../exchange'
import type { PoolOperation, PoolThen } from '../poolMoments'
import { timestamp } from '../timestamp'
import { SENDER_RULES, sendersAnswer } from './senders'

function poolView({ id, name, tags, createdAt, updatedAt }: PoolThen, { spelling }: Exchange): Json {
  const times = { createdAt: timestamp(createdAt), updatedAt: timestamp(updatedAt) }
  return encodeSenderPool({ id, name, tags, ...times, raw: null }, spelling)
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
  const { operationId } = query
  const pools = exchange.world.pools.at(exchange.time)
  const wanted = pools.filter(
    ({ operationIds }) => operationId === null || operationIds.includes(operationId),
  )
  const { items, more } = newestFirst(wanted, query)
  return listAnswer(exchange, query, {
    name: 'senderPools',
    path: '/SenderPools',
    items: items.map((pool) => poolView(pool, exchange)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

function find({ world, time, segments }: Exchange): PoolThen | null {
  return world.pools.find(segments[0] ?? '', time)
}

/** `GET /SenderPools/{id}` (section 1.3). */
export function fetchSenderPool(exchange: Exchange): Response {
  const pool = find(exchange)
  return pool ? json(poolView(pool, exchange)) : notFound(exchange.dialect)
}

/** `GET /SenderPools/{id}/Senders` (section 1.3). */
export function listPoolMembers(exchange: Exchange): Response {
  const pool = find(exchange)
  if (!pool) return notFound(exchange.dialect)
  const query = queryOf(exchange, SENDER_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  return sendersAnswer(exchange, query, pool.members, `/SenderPools/${pool.id}/Senders`)
}

const OPERATION_RULES = {
  parameters: OPERATION_QUERY,
  kind: 'operation',
  statuses: ['PROCESSING', 'COMPLETED', 'CANCELED'],
} as const

function operationView(
  { id, status, stats, createdAt, updatedAt }: PoolOperation,
  { spelling }: Exchange,
): Json {
  const times = { createdAt: timestamp(createdAt), updatedAt: timestamp(updatedAt) }
  return encodeOperation({ id, status, stats, ...times, raw: null }, spelling)
}

/** `GET /SenderPools/Operations` (section 1.3). */
export function listPoolOperations(exchange: Exchange): Response {
  const query = queryOf(exchange, OPERATION_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  const operations = exchange.world.pools.operations(exchange.time)
  const wanted = operations.filter(({ status }) => query.status === null || status === query.status)
  const { items, more } = newestFirst(wanted, query)
  return listAnswer(exchange, query, {
    name: 'operations',
    path: '/SenderPools/Operations',
    items: items.map((operation) => operationView(operation, exchange)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

/** `GET /SenderPools/Operations/{operationId}` (section 1.3). */
export function fetchPoolOperation(exchange: Exchange): Response {
  const { world, time, segments, dialect } = exchange
  const operation = world.pools.operations(time).find(({ id }) => id === segments[0])
  return operation ? json(operationView(operation, exchange)) : notFound(dialect)
}
