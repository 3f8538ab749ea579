import { MESSAGE_STATUSES, SENDER_CHANNELS } from '#/comms/resources'
import { encodeMessageMetadata, MESSAGE_QUERY } from '#/comms/wire'
import { refusal } from '../answers'
import { listAnswer, queryOf, type Exchange } from '../exchange'
import { hasTags, isWithin, type ListQuery } from '../checks/listQuery'
import { lifeOf, standingAt, type Life } from '../life'
import { messageId } from '../names'
import { take } from '../paging'
import { isOperation, peopleOf, type Send } from '../send'
import { statsAt } from '../tally'
import { channelOf, metadataView, sessionOf, tagsOf } from '../views'
import { messagesNewestFirst, placeOf } from '../walk'

export const MESSAGE_RULES = {
  parameters: MESSAGE_QUERY,
  kind: 'message',
  statuses: MESSAGE_STATUSES,
  channels: SENDER_CHANNELS,
} as const

/** `GET /Messages` (section 1.1). */
export function listMessages(exchange: Exchange): Response {
  const query = queryOf(exchange, MESSAGE_RULES)
  return Array.isArray(query)
    ? refusal(exchange.dialect, 400, query)
    : messagesAnswer(exchange, query, '/Messages')
}

/** A page of the messages that a query asks for, by a list or by a search. */
export function messagesAnswer(exchange: Exchange, query: ListQuery, path: string): Response {
  const { items, more } = take(matchingMessages(exchange, query), query.pageSize)
  const last = more ? items.at(-1) : undefined
  return listAnswer(exchange, query, {
    name: 'messages',
    path,
    items: items.map(({ send, index, life }) =>
      encodeMessageMetadata(metadataView(exchange, send, index, life), exchange.spelling),
    ),
    lastId: last ? messageId(exchange.world.hash, last.send.ordinal, last.index, last.life.createdAt) : null,
  })
}

interface Match {
  send: Send
  index: number
  life: Life
}

/** The messages a query asks for, newest first, from its page token on. */
export function* matchingMessages(exchange: Exchange, query: ListQuery): Generator<Match> {
  const { world, time } = exchange
  const before = query.after === null ? null : placeOf(world, query.after)
  const sends = candidates(exchange, query)
  for (const { send, index, createdAt } of messagesNewestFirst(world, sends, time, before)) {
    if (!isWithin(query, createdAt)) continue
    if (query.profile !== null && send.audience.at(index).profileId !== query.profile) continue
    if (query.address !== null && !isAddressed(send, index, query.address)) continue
    if (query.sessionId !== null && sessionOf(world, send, index) !== query.sessionId) continue
    const life = lifeOf(world.hash, send, index)
    if (life && matches(exchange, query, { send, index, life })) yield { send, index, life }
  }
}

/** Whether an address is one of somebody who is written to, or who wrote. */
function isAddressed(send: Send, index: number, wanted: string): boolean {
  return peopleOf(send, index).some(({ addresses }) => addresses.some(({ address }) => address === wanted))
}

/** The sends that may have such messages; skipping whole sends keeps a rare status quick to find. */
function candidates({ world, time }: Exchange, query: ListQuery): Send[] {
  const named = query.operationId === null ? null : world.send(query.operationId, time)
  const sends = query.operationId === null ? world.sendsAt(time) : named ? [named] : []
  const { status } = query
  if (status === null) return sends
  if (status === 'INBOUND') return sends.filter(({ inbound }) => inbound)
  if (status === 'GROUP') return sends.filter(({ group }) => group)
  return sends.filter(
    (send) => isOperation(send) && statsOfStatus(statsAt(send, world.tally(send), time), status) > 0,
  )
}

function statsOfStatus(stats: ReturnType<typeof statsAt>, status: string): number {
  const found = Object.entries(stats).find(([name]) => name.toUpperCase() === status)
  return found?.[1] ?? 0
}

function matches({ world, time, base }: Exchange, query: ListQuery, { send, index, life }: Match): boolean {
  if (query.status !== null && standingAt(life, time).status !== query.status) return false
  if (query.channel !== null && channelOf(send, life, time) !== query.channel) return false
  if (query.tags === null) return true
  if (!world.hasTagEdits()) return hasTags(query.tags, tagsOf(send, index))
  return hasTags(query.tags, metadataView({ world, time, base }, send, index, life).tags)
}
