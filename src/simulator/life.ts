import type { MessageStatus, Recipient } from '#/comms/resources'
import type { Audience } from './audience'
import { hashText, mix, share } from './hash'
import { EXAMPLE_NUMBER, magicNumber, type MagicNumber } from './scenarios/magicNumbers'
import { messageCreatedAt, routesTo, type Route, type Send } from './send'
import type { Fate, Wait, Weather } from './scenarios/weather'

/** One attempt to reach a person (section 4.1, point 4). Times that never come are `Infinity`. */
export interface Attempt extends Route {
  at: number
  sentAt: number
  endAt: number
  end: 'DELIVERED' | 'UNDELIVERED' | 'FAILED' | null
  code: number | null
}

/** Everything that ever happens to one message, known from the start. */
export interface Life {
  createdAt: number
  /** When it may leave: the scheduled time, or its creation. */
  dueAt: number
  attempts: readonly Attempt[]
  canceledAt: number
  readAt: number
  /** The one status it has from its creation on, for what is not sent to one person (section 4.2). */
  fixed: 'INBOUND' | 'GROUP' | null
}

/** The sender channels on which a refusal leads to the next route. */
const FALLS_BACK = new Set(['RCS', 'WHATSAPP'])
const EXAMPLE_RECEIPT = 15_000

/** The life of the `index`-th recipient's message; `null` when the recipient is unaddressable and gets none. */
export function lifeOf(world: number, send: Send, index: number): Life | null {
  if (send.inbound) return fixedLife(messageCreatedAt(send, index), 'INBOUND', [])
  if (send.group) return groupLife(send, send.group, messageCreatedAt(send, index))
  const { weather } = send
  const recipient = send.audience.at(index)
  const address = recipient.addresses[0]?.address ?? ''
  const magic = magicNumber(address)
  const routes = magic?.unaddressable ? [] : routesTo(send.senders, recipient)
  if (routes.length === 0) return null

  const roll = mix(mix(world, send.ordinal), index)
  const createdAt = messageCreatedAt(send, index)
  const dueAt = Math.max(createdAt, send.scheduledAt ?? 0)
  const lag = waitOf(weather.lag, mix(mix(world, send.ordinal), 41))
  const handOver = dueAt + lag + Math.floor((index * 1000) / weather.perSecond + share(mix(roll, 42)) * 600)
  if (send.canceledAt !== null && handOver > send.canceledAt) {
    return {
      createdAt,
      dueAt,
      attempts: [],
      canceledAt: Math.max(send.canceledAt, createdAt),
      readAt: Infinity,
      fixed: null,
    }
  }

  const attempts: Attempt[] = []
  const personRoll = hashText(address, world)
  let at = handOver
  for (const [turn, route] of routes.entries()) {
    const attempt = attemptOf(
      route,
      at,
      weather,
      magic,
      mix(personRoll, route.sender.channel.charCodeAt(0)),
      mix(roll, 50 + turn),
    )
    attempts.push(attempt)
    if (attempt.end !== 'FAILED' || !FALLS_BACK.has(route.sender.channel)) break
    at = attempt.endAt + 200 + Math.floor(share(mix(roll, 60 + turn)) * 800)
  }
  return {
    createdAt,
    dueAt,
    attempts,
    canceledAt: Infinity,
    readAt: readTime(attempts, weather, mix(roll, 70)),
    fixed: null,
  }
}

function attemptOf(
  { sender, to }: Route,
  at: number,
  weather: Weather,
  magic: MagicNumber | undefined,
  personRoll: number,
  roll: number,
): Attempt {
  const isExample = weather.exampleArrives && to.address === EXAMPLE_NUMBER
  const fate = magic || isExample ? magic?.fate : fateOf(weather, sender.channel, personRoll, roll)
  if (fate?.status === 'FAILED') {
    const endAt = at + 200 + Math.floor(share(mix(roll, 1)) * 700)
    return { sender, to, at, sentAt: Infinity, endAt, end: 'FAILED', code: fate.code }
  }
  const silent = magic ? magic.silent === true : !isExample && share(mix(roll, 2)) < weather.silent
  if (silent) return { sender, to, at, sentAt: at, endAt: Infinity, end: null, code: null }
  const wait = magic?.receiptAfter ?? waitOf(weather.receipt, mix(roll, 3))
  const endAt = at + (isExample ? Math.min(wait, EXAMPLE_RECEIPT) : wait)
  return {
    sender,
    to,
    at,
    sentAt: at,
    endAt,
    end: fate ? 'UNDELIVERED' : 'DELIVERED',
    code: fate?.code ?? null,
  }
}

/** What somebody wrote to us has arrived when it exists, and a group's receipts tell the rest (section 4.2). */
function fixedLife(createdAt: number, fixed: 'INBOUND' | 'GROUP', attempts: readonly Attempt[]): Life {
  return { createdAt, dueAt: createdAt, attempts, canceledAt: Infinity, readAt: Infinity, fixed }
}

/** One attempt for all of them; which of the people it reached stands in the lives of the members. */
function groupLife(send: Send, people: Audience, createdAt: number): Life | null {
  const [route] = routesTo(send.senders, people.at(0))
  if (!route) return null
  const attempt = { ...route, at: createdAt, sentAt: createdAt, endAt: Infinity, end: null, code: null }
  return fixedLife(createdAt, 'GROUP', [attempt])
}

/** What becomes of a group message for each person of the group, in their order. */
export function memberLives(world: number, send: Send): Array<{ to: Recipient; life: Life }> {
  const { group } = send
  if (!group) return []
  const apart = { ...send, audience: group, group: null }
  return Array.from({ length: group.count }, (_, index) => {
    const life = lifeOf(world, apart, index)
    return life ? [{ to: group.at(index), life }] : []
  }).flat()
}

/** Which of the weather's fates strikes; each roll is held against the sum of the shares of its own kind. */
function fateOf(weather: Weather, channel: string, personRoll: number, roll: number): Fate | undefined {
  const personal = share(personRoll)
  const accidental = share(mix(roll, 4))
  let personSum = 0
  let messageSum = 0
  for (const fate of weather.fates) {
    if (fate.channels && !fate.channels.includes(channel)) continue
    if (fate.of === 'person') {
      personSum += fate.share
      if (personal < personSum) return fate
    } else {
      messageSum += fate.share
      if (accidental < messageSum) return fate
    }
  }
  return undefined
}

function readTime(attempts: readonly Attempt[], { read }: Weather, roll: number): number {
  const last = attempts.at(-1)
  if (last?.end !== 'DELIVERED' || last.sender.channel === 'SMS') return Infinity
  return share(roll) < read.share ? last.endAt + waitOf(read.wait, mix(roll, 1)) : Infinity
}

/** Exponential above the minimum: most are quick, a few are not. Whole milliseconds. */
function waitOf({ min, mean, max }: Wait, roll: number): number {
  return Math.floor(Math.min(max, min - mean * Math.log(1 - share(roll))))
}

export interface Standing {
  status: MessageStatus
  updatedAt: number
}

/** Where a message stands at a time not before its creation (section 4.2). */
export function standingAt(life: Life, time: number): Standing {
  if (life.fixed) return { status: life.fixed, updatedAt: life.createdAt }
  if (life.canceledAt <= time) return { status: 'CANCELED', updatedAt: life.canceledAt }
  if (life.readAt <= time) return { status: 'READ', updatedAt: life.readAt }
  const last = life.attempts.at(-1)
  if (last?.end && last.endAt <= time) return { status: last.end, updatedAt: last.endAt }
  if (last && last.sentAt <= time) return { status: 'SENT', updatedAt: last.sentAt }
  if (life.dueAt <= time) return { status: 'QUEUED', updatedAt: life.dueAt }
  return { status: 'SCHEDULED', updatedAt: life.createdAt }
}

/** The status of one attempt at a time not before its start. */
export function attemptStatus(attempt: Attempt, readAt: number, time: number): MessageStatus {
  if (attempt.end === 'DELIVERED' && readAt <= time) return 'READ'
  if (attempt.end && attempt.endAt <= time) return attempt.end
  return attempt.sentAt <= time ? 'SENT' : 'QUEUED'
}
