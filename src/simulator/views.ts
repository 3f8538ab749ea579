import type {
  Attempt as AttemptView,
  Message,
  MessageMetadata,
  Operation,
  Origin,
  Related,
  Tags,
} from '#/comms/resources'
import { hashText } from './hash'
import { problem } from './codes'
import { attemptStatus, standingAt, type Attempt, type Life } from './life'
import { resolveLiquid } from './liquid'
import { accountSid, downstreamSid, messageId, sessionId } from './names'
import { isOperation, peopleOf, type Send } from './send'
import type { Sender } from './senders'
import { lastChangeAt, operationStatus, statsAt } from './tally'
import { presentedStats } from './statsStyle'
import { timestamp } from './timestamp'
import type { World } from './world'

/** What the resources look like at one moment, in the domain's form; the wire room spells them. */

export interface Lens {
  world: World
  /** Simulated epoch milliseconds. */
  time: number
  /** Origin and version, such as `https://comms.twilio.com/v1`. */
  base: string
}

export function operationView({ world, time }: Lens, send: Send): Operation {
  const tally = world.tally(send)
  return {
    id: send.id,
    status: operationStatus(send, tally, time),
    stats: presentedStats(world.scenario.stats, send, statsAt(send, tally, time)),
    createdAt: timestamp(send.acceptedAt),
    updatedAt: timestamp(lastChangeAt(send, tally, time)),
    raw: null,
  }
}

/** A message as lists carry it. `life` must be that of the message. */
export function metadataView(lens: Lens, send: Send, index: number, life: Life): MessageMetadata {
  const { world, time } = lens
  const id = messageId(world.hash, send.ordinal, index, life.createdAt)
  const { status, updatedAt } = standingAt(life, time)
  const edit = world.tagEdit(id)
  const changedAt = Math.max(updatedAt, edit?.at ?? 0, send.tagsAt ?? 0)
  const { from, to } = partiesView(lens, send, index, life)
  return {
    id,
    status,
    from,
    to,
    related: relatedView(lens, send, index),
    tags: edit?.tags ?? tagsOf(send, index),
    scheduledFor: send.scheduledAt === null ? null : timestamp(send.scheduledAt),
    createdAt: timestamp(life.createdAt),
    updatedAt: timestamp(changedAt),
    deletedAt: null,
    raw: null,
  }
}

/** From and to; a received message goes the other way, and its sender is a person (section 2.2). */
function partiesView({ time }: Lens, send: Send, index: number, life: Life) {
  const people = peopleOf(send, index)
  const ours = originView(send, currentAttempt(life, time)?.sender ?? null)
  if (!send.inbound) return { from: ours, to: people }
  const theirs = people[0]?.addresses[0]
  const address = { address: ours.address ?? '', channel: 'PHONE' }
  return {
    from: { ...ours, address: theirs?.address ?? null, channel: theirs?.channel ?? null, senderId: null },
    to: [{ addresses: [address], profileId: null, memoryStoreId: null }],
  }
}

function relatedView({ world, base }: Lens, send: Send, index: number): Related[] {
  const session = { kind: 'session', id: sessionOf(world, send, index), uri: null }
  if (!isOperation(send)) return [session]
  return [operationOf(send, base), session]
}

let knownOperation: Related = { kind: 'operation', id: '', uri: '' }
let knownBase = ''

/** All messages of a send have the same one; it is made anew when another send has its turn. */
function operationOf({ id }: Send, base: string): Related {
  if (id !== knownOperation.id || base !== knownBase) {
    knownOperation = { kind: 'operation', id, uri: `${base}/Messages/Operations/${id}` }
    knownBase = base
  }
  return knownOperation
}

/** A fetched message: with the words this person got, and every attempt so far. */
export function messageView(lens: Lens, send: Send, index: number, life: Life): Message {
  const { world, time } = lens
  const variables = send.audience.variables(index) ?? {}
  const { text, media, contentId } = send.content
  return {
    ...metadataView(lens, send, index, life),
    content: { text: text === null ? null : resolveLiquid(text, variables), media, contentId },
    attempts: life.attempts
      .filter(({ at }) => at <= time)
      .map((attempt, turn) =>
        attemptView(world, send, index, attempt, turn, attemptStatus(attempt, life.readAt, time)),
      ),
  }
}

function attemptView(
  world: World,
  send: Send,
  index: number,
  attempt: Attempt,
  turn: number,
  status: string,
): AttemptView {
  const name = { ordinal: send.ordinal, index }
  const sid = downstreamSid(world.hash, name, turn, send.content.media.length > 0)
  const hasEndedBadly = status === 'FAILED' || status === 'UNDELIVERED'
  return {
    from: originView(send, attempt.sender),
    to: send.group ? peopleOf(send, index).flatMap(({ addresses }) => addresses.slice(0, 1)) : [attempt.to],
    status,
    attemptedAt: timestamp(attempt.at),
    infoUrl: `https://console.twilio.com/us1/account/${accountSid(world.hash)}/monitor/logs/sms/${sid}`,
    error: hasEndedBadly && attempt.code !== null ? problem(attempt.code) : null,
  }
}

/** The attempt under way or made last; before the first one, the one to come. */
function currentAttempt({ attempts }: Life, time: number): Attempt | undefined {
  return attempts.findLast(({ at }) => at <= time) ?? attempts[0]
}

function originView({ senders, senderPoolId }: Send, used: Sender | null): Origin {
  const sender = used ?? senders[0]
  return {
    address: sender?.address ?? null,
    channel: sender?.channel ?? null,
    senderId: sender?.id ?? null,
    senderPoolId,
    profileId: null,
    memoryStoreId: null,
  }
}

/** All messages to one person belong to one session; a group has its own. */
export function sessionOf(world: World, send: Send, index: number): string {
  if (send.group) return sessionId(world.hash, hashText(send.id))
  const { addresses, profileId } = send.audience.at(index)
  return sessionId(world.hash, hashText(addresses[0]?.address ?? profileId ?? ''))
}

/** Tags may be written in Liquid and then differ between recipients (section 2.1). */
export function tagsOf({ tags, audience }: Send, index: number): Tags {
  if (!Object.values(tags).some((value) => value.includes('{{'))) return tags
  const variables = audience.variables(index) ?? {}
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, resolveLiquid(value, variables)]),
  )
}

/** The sender channel a message goes or went over, for the `channel` filter. */
export function channelOf({ senders }: Send, life: Life, time: number): string | null {
  return currentAttempt(life, time)?.sender.channel ?? senders[0]?.channel ?? null
}
