import type { Operation } from '#/comms'
import { isSettled, isTerminal } from './ledger'
import { addSample, type Sample } from './pace'

/** What is known of an operation that is being followed. Times are this browser's, in epoch milliseconds. */
export interface Followed {
  operation: Operation
  /** When following began, or was asked for again. */
  followedAt: number
  /** When status or stats were last seen to differ from before; `null` until they have. */
  changedAt: number | null
  fetchedAt: number
  /** How far it was, each time it was asked for. */
  samples: Sample[]
}

/** The last poll failed. Times in epoch milliseconds. */
export interface Failure {
  at: number
  /** Milliseconds since the last answer that was good. */
  lasting: number
  /** What the API asked for with `Retry-After`. */
  retryAt: number | null
  /** It will fail again until a person does something: a wrong credential, an id that is gone. */
  hopeless: boolean
}

export interface PollState {
  followed: Followed | null
  failure: Failure | null
}

/**
 * When to ask next, or why not: `settled` everybody is accounted for, `quiet` nothing has changed for so long that
 * waiting on is the person's decision, `failed` asking again would fail again.
 */
export type Plan = { at: number } | { rest: 'settled' | 'quiet' | 'failed' }

interface Rhythm {
  shortest: number
  longest: number
  /** Without a change for this long, following ends. */
  patience: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

const SCHEDULED: Rhythm = { shortest: 5 * SECOND, longest: 2 * MINUTE, patience: 60 * MINUTE }
const RUNNING: Rhythm = { shortest: 1.5 * SECOND, longest: 30 * SECOND, patience: 30 * MINUTE }
/** Over, with receipts still out: they come when a phone is switched on, and some never do. */
const TRAILING: Rhythm = { shortest: 4 * SECOND, longest: 60 * SECOND, patience: 10 * MINUTE }

/** While figures move, the pause grows with the time spent following, up to this. It keeps the budget. */
const LONGEST_WHILE_MOVING = 12 * SECOND
const AFTER_FAILURE = { shortest: 4 * SECOND, longest: 60 * SECOND }

function rhythmOf(operation: Operation): Rhythm {
  if (isTerminal(operation)) return TRAILING
  return operation.status === 'SCHEDULED' ? SCHEDULED : RUNNING
}

/**
 * The polling budget: at most 40 requests in the first five minutes of a running operation, fewer when nothing
 * changes, none at rest, none before `Retry-After`. A function of stored moments only, so it may be evaluated at any
 * time and always gives the same answer. (While the page is hidden nobody asks, see `useOperation`.)
 */
export function planPoll({ followed, failure }: PollState): Plan {
  const plan = followed === null ? null : planAfterAnswer(followed)
  if (failure === null) return plan ?? { at: 0 }
  if (plan !== null && 'rest' in plan) return plan
  if (failure.hopeless) return { rest: 'failed' }
  // As long again as it has been failing, which doubles the pause from one failure to the next.
  const pause = clamp(failure.lasting, AFTER_FAILURE.shortest, AFTER_FAILURE.longest)
  return { at: Math.max(failure.at + pause, failure.retryAt ?? 0) }
}

function planAfterAnswer(followed: Followed): Plan {
  const { operation, followedAt, changedAt, fetchedAt } = followed
  if (isSettled(operation)) return { rest: 'settled' }
  const { shortest, longest, patience } = rhythmOf(operation)
  const idle = fetchedAt - Math.max(changedAt ?? 0, followedAt)
  if (idle >= patience || isHistory(followed)) return { rest: 'quiet' }
  const spent = fetchedAt - followedAt
  // Half of the quiet time as the pause makes each pause half again as long as the one before.
  const pause = Math.max(Math.min(spent / 6, LONGEST_WHILE_MOVING), idle / 2)
  return { at: fetchedAt + clamp(pause, shortest, longest) }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** Over since yesterday, and nothing has moved since it was opened: what is not known by now will not come. */
function isHistory({ operation, followedAt, changedAt, fetchedAt }: Followed): boolean {
  if (!isTerminal(operation) || changedAt !== null || fetchedAt > followedAt) return false
  const updated = Date.parse(operation.updatedAt ?? operation.createdAt ?? '')
  return followedAt - updated > DAY
}

/** Whether two answers say something different of what became of the recipients. */
export function hasChanged(before: Operation, after: Operation): boolean {
  if (before.status !== after.status) return true
  return JSON.stringify(before.stats) !== JSON.stringify(after.stats)
}

/** A new answer, on top of what was known. */
export function follow(before: Followed | null, operation: Operation, now: number): Followed {
  const samples = addSample(before?.samples ?? [], operation, now)
  if (before === null) return { operation, followedAt: now, changedAt: null, fetchedAt: now, samples }
  const changedAt = hasChanged(before.operation, operation) ? now : before.changedAt
  return { ...before, operation, changedAt, fetchedAt: now, samples }
}

/** A person asked to go on: patience and pace start afresh. */
export function followAgain(followed: Followed, now: number): Followed {
  return { ...followed, followedAt: now }
}
