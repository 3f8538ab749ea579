import type { OperationStats, OperationStatus } from '#/comms/resources'
import { lifeOf } from './life'
import type { Send } from './send'

/**
 * When the messages of one send change, sorted, as milliseconds after acceptance. Any moment's stats are then a few
 * binary searches, however many recipients there are.
 */
export interface Tally {
  messages: number
  unaddressable: number
  canceled: number
  attempts: Uint32Array
  sent: Uint32Array
  delivered: Uint32Array
  undelivered: Uint32Array
  failed: Uint32Array
  read: Uint32Array
  /** When the last message left or was given up; COMPLETED from then on (section 4.1, point 3). Epoch milliseconds. */
  handedOffAt: number
}

export function tallyOf(world: number, send: Send): Tally {
  const attempts = new Times(send)
  const sent = new Times(send)
  const ends = { DELIVERED: new Times(send), UNDELIVERED: new Times(send), FAILED: new Times(send) }
  const read = new Times(send)
  let messages = 0
  let canceled = 0
  let handedOffAt = send.scheduledAt ?? send.acceptedAt
  for (let index = 0; index < send.audience.count; index += 1) {
    const life = lifeOf(world, send, index)
    if (life === null) continue
    messages += 1
    const last = life.attempts.at(-1)
    if (!last) {
      canceled += 1
      continue
    }
    for (const attempt of life.attempts) attempts.add(attempt.at)
    handedOffAt = Math.max(handedOffAt, last.sentAt === Infinity ? last.endAt : last.sentAt)
    if (last.sentAt !== Infinity) sent.add(last.sentAt)
    if (last.end) ends[last.end].add(last.endAt)
    if (life.readAt !== Infinity) read.add(life.readAt)
  }
  return {
    messages,
    unaddressable: send.audience.count - messages,
    canceled,
    attempts: attempts.sorted(),
    sent: sent.sorted(),
    delivered: ends.DELIVERED.sorted(),
    undelivered: ends.UNDELIVERED.sorted(),
    failed: ends.FAILED.sorted(),
    read: read.sorted(),
    handedOffAt,
  }
}

class Times {
  private values: Uint32Array
  private length = 0
  private readonly origin: number

  constructor({ acceptedAt, audience }: Send) {
    this.origin = acceptedAt
    this.values = new Uint32Array(audience.count)
  }

  add(time: number) {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2 + 8)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = time - this.origin
    this.length += 1
  }

  sorted(): Uint32Array {
    return this.values.subarray(0, this.length).toSorted()
  }
}

/** How many of the sorted values are not above the limit. */
export function countUpTo(sorted: Uint32Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

export function operationStatus(
  { scheduledAt, canceledAt }: Send,
  tally: Tally,
  time: number,
): OperationStatus {
  if (canceledAt !== null && canceledAt <= time) return 'CANCELED'
  if (scheduledAt !== null && time < scheduledAt) return 'SCHEDULED'
  return time < tally.handedOffAt ? 'PROCESSING' : 'COMPLETED'
}

/** Stats by current status: with the unaddressable they add up to the recipients (section 8, point 7). */
export function statsAt(send: Send, tally: Tally, time: number): Record<keyof OperationStats, number> {
  const since = time - send.acceptedAt
  const sent = countUpTo(tally.sent, since)
  const arrived = countUpTo(tally.delivered, since)
  const undelivered = countUpTo(tally.undelivered, since)
  const failed = countUpTo(tally.failed, since)
  const read = countUpTo(tally.read, since)
  const canceled = send.canceledAt !== null && send.canceledAt <= time ? tally.canceled : 0
  const waiting = tally.messages - sent - failed - canceled
  const isScheduled = send.scheduledAt !== null && time < send.scheduledAt
  return {
    total: tally.messages,
    recipients: send.audience.count,
    attempts: countUpTo(tally.attempts, since),
    unaddressable: tally.unaddressable,
    scheduled: isScheduled ? waiting : 0,
    queued: isScheduled ? 0 : waiting,
    sent: sent - arrived - undelivered,
    delivered: arrived - read,
    read,
    undelivered,
    failed,
    canceled,
  }
}

/** When anything last changed, up to this time. Epoch milliseconds. */
export function lastChangeAt(send: Send, tally: Tally, time: number): number {
  const since = time - send.acceptedAt
  let latest = 0
  for (const times of [
    tally.attempts,
    tally.sent,
    tally.delivered,
    tally.undelivered,
    tally.failed,
    tally.read,
  ]) {
    latest = Math.max(latest, times[countUpTo(times, since) - 1] ?? 0)
  }
  const moments = [send.canceledAt, send.tagsAt, send.scheduledAt].map((at) =>
    at !== null && at <= time ? at : 0,
  )
  return Math.max(send.acceptedAt + latest, ...moments)
}
