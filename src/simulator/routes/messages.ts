import type { Json, Receipt, Recipient } from '#/comms/resources'
import { encodeMessage, encodeReceipt, field, isObject, stringMap } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { checkTags } from '../checks/checkTags'
import { problem } from '../codes'
import { listAnswer, queryOf, type Exchange } from '../exchange'
import { Findings } from '../checks/findings'
import { resolveAll } from '../liquid'
import { lifeOf, memberLives, standingAt, type Life } from '../life'
import { nameOfDownstream, nameOfMessage, messageId } from '../names'
import { take } from '../paging'
import { messageCreatedAt } from '../send'
import { timestamp } from '../timestamp'
import { metadataView, messageView } from '../views'
import type { Found } from '../world'

function find({ world, time, segments }: Exchange) {
  const found = world.message(segments[0] ?? '', time)
  const life = found && lifeOf(world.hash, found.send, found.index)
  return life ? { ...found, life } : null
}

/** `GET /Messages/{messageId}` (section 1.1). */
export function fetchMessage(exchange: Exchange): Response {
  const found = find(exchange)
  if (!found) return notFound(exchange.dialect)
  return json(bodyOf(exchange, found))
}

/** The message, with the modules it was sent as, if it was: filled in for this person and otherwise as written. */
function bodyOf(exchange: Exchange, { send, index, life }: Found & { life: Life }): Json {
  const body = encodeMessage(messageView(exchange, send, index, life), exchange.spelling)
  if (send.modules.length === 0 || !isObject(body)) return body
  const variables = send.audience.variables(index) ?? {}
  return { ...body, content: { modules: send.modules.map((module) => resolveAll(module, variables)) } }
}

/** `PATCH /Messages/{messageId}`: an extension, no route is published for writing tags (section 8, point 3). */
export async function patchMessage(exchange: Exchange): Promise<Response> {
  const { world, time, dialect, request } = exchange
  const found = find(exchange)
  if (!found) return notFound(dialect)
  const tags = await readTags(request, dialect)
  if ('answer' in tags) return tags.answer
  world.editTags(messageId(world.hash, found.send.ordinal, found.index, found.life.createdAt), {
    ...tags,
    at: time,
  })
  return json(bodyOf(exchange, found))
}

/** The body `{tags}` of a tag edit: the whole new set. */
export async function readTags(request: Request, dialect: Exchange['dialect']) {
  const read = await readBody(request, dialect)
  if ('answer' in read) return read
  const tags = field(read.body, 'tags')
  const findings = new Findings()
  if (tags === undefined || tags === null) findings.add('$.tags', 20422, "The field 'tags' is required.")
  checkTags(tags, '$.tags', findings)
  if (findings.problems.length > 0) return { answer: refusal(dialect, 400, findings.problems) }
  return { tags: stringMap(read.body, 'tags') }
}

const RECEIPT_RULES = { parameters: ['pageToken', 'pageSize'], kind: 'message', statuses: [] } as const

/**
 * `GET /Messages/{messageId}/Receipts`: an extension, named in prose only (section 8, point 2). A page token holds the
 * id that the last person's own message would have.
 */
export function listReceipts(exchange: Exchange): Response {
  const { dialect, world, time } = exchange
  const found = find(exchange)
  if (!found) return notFound(dialect)
  const query = queryOf(exchange, RECEIPT_RULES)
  if (Array.isArray(query)) return refusal(dialect, 400, query)
  const { send, index, life } = found
  const { id, to } = metadataView(exchange, send, index, life)
  const people = send.group ? memberLives(world.hash, send) : to.map((one) => ({ to: one, life }))
  const after = Math.max(
    -1,
    query.after === null ? -1 : (nameOfMessage(world.hash, query.after)?.index ?? -1),
  )
  const { items, more } = take(people.slice(after + 1), query.pageSize)
  const last = after + items.length
  return listAnswer(exchange, query, {
    name: 'receipts',
    path: `/Messages/${id}/Receipts`,
    items: items
      .flatMap((person) => receiptOf(person, time))
      .map((receipt) => encodeReceipt(receipt, exchange.spelling)),
    lastId: more ? messageId(world.hash, send.ordinal, last, life.createdAt) : null,
  })
}

function receiptOf({ to, life }: { to: Recipient; life: Life }, time: number): Receipt[] {
  const { status, updatedAt } = standingAt(life, time)
  return to.addresses.slice(0, 1).map((address) => ({ to: address, status, updatedAt: timestamp(updatedAt) }))
}

/** `GET /Messages/Seek/{identifier}` (section 1.1): a redirect to the message of a downstream SID. */
export function seek({ world, time, segments, dialect, base }: Exchange): Response {
  const sid = segments[0] ?? ''
  const name = nameOfDownstream(world.hash, sid)
  const found = name && world.byName(name.ordinal, name.index, time)
  if (!found) return refusal(dialect, 404, [problem(20404)])
  return new Response(null, {
    status: 301,
    headers: { location: `${base}/Messages/${idOf(world.hash, found)}` },
  })
}

function idOf(world: number, { send, index }: Found): string {
  return messageId(world, send.ordinal, index, messageCreatedAt(send, index))
}
