import { OPERATION_STATUSES, type OperationError } from '#/comms/resources'
import {
  encodeAccepted,
  encodeOperation,
  encodeOperationError,
  isObject,
  OPERATION_QUERY,
} from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { problem } from '../codes'
import { listAnswer, queryOf, type Exchange } from '../exchange'
import { isWithin } from '../checks/listQuery'
import type { Life } from '../life'
import { messageId } from '../names'
import { take } from '../paging'
import { isOperation, type Send } from '../send'
import { operationStatus } from '../tally'
import { operationView } from '../views'
import { matchingMessages } from './listMessages'
import { readTags } from './messages'

const RULES = { parameters: OPERATION_QUERY, kind: 'operation', statuses: OPERATION_STATUSES } as const

/** `GET /Messages/Operations` (section 1.1). */
export function listOperations(exchange: Exchange): Response {
  const { world, time, dialect } = exchange
  const query = queryOf(exchange, RULES)
  if (Array.isArray(query)) return refusal(dialect, 400, query)
  const wanted = (send: Send) =>
    isOperation(send) &&
    (query.after === null || send.id < query.after) &&
    isWithin(query, send.acceptedAt) &&
    (query.status === null || operationStatus(send, world.tally(send), time) === query.status)
  const { items, more } = take(filtered(world.sendsAt(time), wanted), query.pageSize)
  return listAnswer(exchange, query, {
    name: 'operations',
    path: '/Messages/Operations',
    items: items.map((send) => encode(exchange, send)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

function* filtered<Item>(items: readonly Item[], wanted: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (wanted(item)) yield item
}

function encode(exchange: Exchange, send: Send) {
  const { world, spelling } = exchange
  const body = encodeOperation(operationView(exchange, send), spelling)
  // Operations have no tags in the contract (section 2.3); where they can be written they can be read back.
  const showsTags = send.tagsAt !== null && !world.scenario.without?.includes('tag-edit')
  return isObject(body) && showsTags ? { ...body, tags: send.tags } : body
}

function find({ world, time, segments }: Exchange): Send | null {
  return world.send(segments[0] ?? '', time)
}

/** `GET /Messages/Operations/{operationId}` (section 1.1). */
export function fetchOperation(exchange: Exchange): Response {
  const send = find(exchange)
  return send ? json(encode(exchange, send)) : notFound(exchange.dialect)
}

/** `PATCH /Messages/Operations/{operationId}`: an extension; the tags go to all messages without tags of their own. */
export async function patchOperation(exchange: Exchange): Promise<Response> {
  const { world, time, dialect, request } = exchange
  const send = find(exchange)
  if (!send) return notFound(dialect)
  const read = await readTags(request, dialect)
  if ('answer' in read) return read.answer
  return json(encode(exchange, world.change(send, { tags: read.tags, tagsAt: time })))
}

/** `POST /Messages/Operations/{operationId}/Cancel`: an extension, no route is published (section 4.3). */
export function cancelOperation(exchange: Exchange): Response {
  const { world, time, dialect, base } = exchange
  const send = find(exchange)
  if (!send) return notFound(dialect)
  const status = operationStatus(send, world.tally(send), time)
  if (status === 'COMPLETED' || status === 'CANCELED') return refusal(dialect, 409, [problem(30409)])
  world.change(send, { canceledAt: time })
  const accepted = {
    operationId: send.id,
    operationLocation: `${base}/Messages/Operations/${send.id}`,
    resourceId: null,
    resourceLocation: `${base}/Messages`,
  }
  const { body, headers } = encodeAccepted(accepted, dialect)
  return body === null ? new Response(null, { status: 202, headers }) : json(body, 202, headers)
}

const ERROR_RULES = { parameters: ['pageToken', 'pageSize'], kind: 'message', statuses: [] } as const

/** `GET /Messages/Operations/{operationId}/Errors`: an extension, named in prose only (section 8, point 2). */
export function listOperationErrors(exchange: Exchange): Response {
  const { dialect, time } = exchange
  const send = find(exchange)
  if (!send) return notFound(dialect)
  const query = queryOf(exchange, ERROR_RULES)
  if (Array.isArray(query)) return refusal(dialect, 400, query)
  const all = matchingMessages(exchange, { ...query, operationId: send.id })
  const { items, more } = take(failures(exchange, all, time), query.pageSize)
  return listAnswer(exchange, query, {
    name: 'errors',
    path: `/Messages/Operations/${send.id}/Errors`,
    items: items.map((error) => encodeOperationError(error, exchange.spelling)),
    lastId: more ? (items.at(-1)?.messageId ?? null) : null,
  })
}

function* failures(
  { world }: Exchange,
  matches: Iterable<{ send: Send; index: number; life: Life }>,
  time: number,
): Generator<OperationError> {
  for (const { send, index, life } of matches) {
    const last = life.attempts.at(-1)
    if (!last || last.code === null || last.endAt > time) continue
    const id = messageId(world.hash, send.ordinal, index, life.createdAt)
    yield { problem: problem(last.code), messageId: id, to: last.to }
  }
}
