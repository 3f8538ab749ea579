import type { Json, Problem } from '#/comms/resources'
import { decodePoolDraft, decodePoolMembers } from '#/comms/wire'
import { notFound, refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { checkAddedSenders, checkNewPool, checkPoolEdit } from '../checks/checkPool'
import { problem } from '../codes'
import type { Exchange } from '../exchange'
import type { Joining } from '../poolActs'
import type { PoolThen } from '../poolMoments'
import { operationStatus } from '../tally'
import type { World } from '../world'
import { accepted } from './accepted'

/** `POST /SenderPools` (section 1.3): the pool is there when the operation has made it. */
export async function createSenderPool(exchange: Exchange): Promise<Response> {
  const { world, time, dialect } = exchange
  const read = await readChecked(exchange, (body) => checkNewPool(body, dialect))
  if ('answer' in read) return read.answer
  const { name = null, tags = {}, senderIds = [] } = decodePoolDraft(read.body)
  const joining = joiningOf(world, senderIds)
  const id = world.pools.start({ type: 'made', at: time, name, tags, joining })
  return acceptedOperation(exchange, id, '/SenderPools')
}

/** `PATCH /SenderPools/{id}` (section 1.3): the name, all tags, or both, at once. */
export async function patchSenderPool(exchange: Exchange): Promise<Response> {
  const { world, time, dialect } = exchange
  const pool = find(exchange)
  if (!pool) return notFound(dialect)
  const read = await readChecked(exchange, (body) => checkPoolEdit(body, dialect))
  if ('answer' in read) return read.answer
  const { name, tags } = decodePoolDraft(read.body)
  world.pools.change({
    type: 'edited',
    at: time,
    poolId: pool.id,
    ...(name !== undefined && { name }),
    ...(tags !== undefined && { tags }),
  })
  return acceptedChange(exchange, pool.id, `/SenderPools/${pool.id}`)
}

/** `DELETE /SenderPools/{id}` (section 1.3): a conflict while messages are still to be sent through it. */
export function deleteSenderPool(exchange: Exchange): Response {
  const { world, time, dialect } = exchange
  const pool = find(exchange)
  if (!pool) return notFound(dialect)
  if (isInUse(world, pool, time)) {
    return refusal(dialect, 409, [
      problem(20409, 'The sender pool is used by messages that have not been sent yet.'),
    ])
  }
  world.pools.change({ type: 'deleted', at: time, poolId: pool.id })
  return acceptedChange(exchange, pool.id, `/SenderPools/${pool.id}`)
}

/** `POST /SenderPools/{id}/Senders` (section 1.3): each is in the pool when the operation has got to it. */
export async function addPoolSenders(exchange: Exchange): Promise<Response> {
  const { world, time, dialect } = exchange
  const pool = find(exchange)
  if (!pool) return notFound(dialect)
  const read = await readChecked(exchange, (body) => checkAddedSenders(body, dialect))
  if ('answer' in read) return read.answer
  const joining = joiningOf(world, decodePoolMembers(read.body))
  const id = world.pools.start({ type: 'filled', at: time, poolId: pool.id, joining })
  return acceptedOperation(exchange, id, `/SenderPools/${pool.id}/Senders`)
}

/** `DELETE /SenderPools/{id}/Senders/{senderId}` (section 1.3): at once; the sender itself stays. */
export function removePoolSender(exchange: Exchange): Response {
  const { world, time, dialect, segments } = exchange
  const pool = find(exchange)
  const member = pool?.members.find(({ id }) => id === segments[1])
  if (!pool || !member) return notFound(dialect)
  world.pools.change({ type: 'emptied', at: time, poolId: pool.id, senderId: member.id })
  return acceptedChange(exchange, member.id, `/SenderPools/${pool.id}/Senders/${member.id}`)
}

function find({ world, time, segments }: Exchange): PoolThen | null {
  return world.pools.find(segments[0] ?? '', time)
}

/** Whether an operation of messages that may still send has this pool to choose from. */
function isInUse(world: World, pool: PoolThen, time: number): boolean {
  return world.sendsAt(time).some((send) => {
    if (send.senderPoolId !== pool.id) return false
    const status = operationStatus(send, world.tally(send), time)
    return status === 'SCHEDULED' || status === 'PROCESSING'
  })
}

async function readChecked(
  { request, dialect }: Exchange,
  check: (body: Json) => Problem[],
): Promise<{ body: Json } | { answer: Response }> {
  const read = await readBody(request, dialect)
  if ('answer' in read) return read
  const problems = check(read.body)
  return problems.length > 0 ? { answer: refusal(dialect, 400, problems) } : read
}

function joiningOf({ inventory }: World, senderIds: readonly string[]): Joining {
  const own = new Set(inventory.senders.map(({ id }) => id))
  const places = new Map<string, number>()
  const unknown: number[] = []
  for (const [place, id] of senderIds.entries()) {
    if (!own.has(id)) unknown.push(place)
    else if (!places.has(id)) places.set(id, place)
  }
  const known = [...places].map(([senderId, place]) => ({ place, senderId }))
  return { count: senderIds.length, known, unknown }
}

function acceptedOperation(exchange: Exchange, operationId: string, path: string): Response {
  return accepted(exchange, {
    operationId,
    operationLocation: `${exchange.base}/SenderPools/Operations/${operationId}`,
    resourceLocation: exchange.base + path,
  })
}

function acceptedChange(exchange: Exchange, resourceId: string, path: string): Response {
  return accepted(exchange, { resourceId, resourceLocation: exchange.base + path })
}
