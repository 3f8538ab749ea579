import { fieldOf, type FieldProblem } from './fieldOf'
import type { ErrorKind, Problem } from '#/comms'
import type { JournalEntry } from './journal'

/** One press of the send button. */
export interface Attempt {
  /** Names this send everywhere: at the proxy, in its journal, and as a tag of the messages. */
  key: string
  people: number
  /** False when all ten tags were taken, so that the messages do not carry the key. */
  traceable: boolean
  /** Epoch milliseconds. */
  at: number
}

/** What is worth keeping of an error: it must survive a reload. */
export interface Failure {
  kind: ErrorKind
  message: string
  status: number | null
  retryAt: number | null
  mayHaveBeenDone: boolean
  problems: Problem[]
}

/** What the journal said when it was last asked. `null` while it has not answered yet. */
export interface Look {
  at: number
  says: 'sent' | 'unknown' | 'untraceable' | 'no-answer'
}

/**
 * Where the one send of this tab stands. Only `idle`, `refused` and `not-sent` let another one begin: in the others it
 * is on its way, done, or not known to be either.
 */
export type SendState =
  | { phase: 'idle' }
  | { phase: 'sending'; attempt: Attempt }
  | { phase: 'unknown'; attempt: Attempt; why: string; look: Look | null; looks: number }
  | { phase: 'accepted'; attempt: Attempt; operationId: string | null; foundLater: boolean }
  | { phase: 'refused'; attempt: Attempt; failure: Failure; fields: FieldProblem[] }
  | {
      phase: 'not-sent'
      attempt: Attempt
      certain: boolean
      reusesKey: boolean
      why: NotSent
      retryAt: number | null
    }

/**
 * Why nothing was sent: no network, the API or the proxy held it back, this draft had been sent before with something
 * else in it, it never reached the proxy, it was looked for and not found, or the agent looked and said so.
 */
export type NotSent =
  | 'offline'
  | 'unreachable'
  | 'rate-limited'
  | 'unavailable'
  | 'sent-before'
  | 'never-left'
  | 'not-found'
  | 'agent'

export type SendEvent =
  | { type: 'press'; attempt: Attempt }
  | { type: 'offline' }
  | { type: 'accepted'; operationId: string | null }
  | { type: 'failed'; failure: Failure }
  | { type: 'looked'; entry: JournalEntry | null; at: number }
  | { type: 'look-failed'; at: number }
  /** The agent looked at the messages and takes the word that it was, or was not, sent. */
  | { type: 'agent-says'; sent: boolean }
  | { type: 'reset' }

export const IDLE: SendState = { phase: 'idle' }

/** What comes after an event. An event that makes no sense in a state changes nothing. */
export function nextSendState(state: SendState, event: SendEvent): SendState {
  switch (event.type) {
    case 'press':
      return canSend(state) ? { phase: 'sending', attempt: event.attempt } : state
    case 'offline':
      return state.phase === 'sending' ? notSent(state.attempt, 'offline', { reusesKey: true }) : state
    case 'accepted':
      return state.phase === 'sending' ? accepted(state.attempt, event.operationId, false) : state
    case 'failed':
      return state.phase === 'sending' ? afterFailure(state.attempt, event.failure) : state
    case 'looked':
      return state.phase === 'unknown' ? afterLook(state, event.entry, event.at) : state
    case 'look-failed':
      return state.phase === 'unknown' ? looked(state, { at: event.at, says: 'no-answer' }) : state
    case 'agent-says':
      if (state.phase !== 'unknown') return state
      return event.sent
        ? accepted(state.attempt, null, true)
        : notSent(state.attempt, 'agent', { certain: false })
    default:
      return state.phase === 'sending' || state.phase === 'unknown' ? state : IDLE
  }
}

/** True when a press of the button may send. */
export function canSend(state: SendState): boolean {
  return state.phase === 'idle' || state.phase === 'refused' || state.phase === 'not-sent'
}

/** Whether the API asked not to be called yet. */
export function isHeldBack(state: SendState, now = Date.now()): boolean {
  return state.phase === 'not-sent' && state.retryAt !== null && state.retryAt > now
}

/**
 * Whether the send has ended for good, so that the next press is another send with another key. Until then the key
 * stays: if the first try is under way somewhere after all, the proxy recognises the next one by it.
 */
export function isOver(state: SendState): boolean {
  return state.phase === 'accepted' || (canSend(state) && !(state.phase === 'not-sent' && state.reusesKey))
}

/** A send that was under way when the page was left: its answer went to nobody. */
export function afterReload(state: SendState): SendState {
  if (state.phase !== 'sending') return state
  return unknown(state.attempt, 'The page was closed or reloaded before the answer arrived.')
}

function afterFailure(attempt: Attempt, failure: Failure): SendState {
  if (failure.mayHaveBeenDone) return unknown(attempt, failure.message)
  const { retryAt } = failure
  switch (failure.kind) {
    case 'rate-limited':
      return notSent(attempt, 'rate-limited', { retryAt })
    case 'unavailable':
      return notSent(attempt, 'unavailable', { retryAt })
    // The API has no conflict for a send (section 1.1): the proxy knows the key from another one.
    case 'conflict':
      return notSent(attempt, 'sent-before', {})
    // Only a request before the send can end like this: the send itself would leave the question open.
    case 'network':
    case 'timeout':
    case 'aborted':
    case 'server':
    case 'unreadable':
      return notSent(attempt, 'unreachable', { reusesKey: true })
    default:
      return refused(attempt, failure)
  }
}

function afterLook(
  state: Extract<SendState, { phase: 'unknown' }>,
  entry: JournalEntry | null,
  at: number,
): SendState {
  const { attempt } = state
  // The proxy writes a send down before it forwards it: without an entry nothing has left.
  if (entry === null) return notSent(attempt, 'never-left', { reusesKey: true })
  switch (entry.state) {
    case 'accepted':
      return accepted(attempt, entry.operationId, true)
    case 'refused':
      return refusedLater(attempt, entry)
    case 'not-sent':
      return notSent(attempt, 'unreachable', { reusesKey: true })
    case 'not-found':
      return notSent(attempt, 'not-found', { certain: false })
    case 'sent':
      return looked(state, { at, says: 'sent' })
    default:
      return looked(state, { at, says: entry.traceable ? 'unknown' : 'untraceable' })
  }
}

/** The journal keeps codes and places of a refusal, not its sentences, which may quote a number. */
function refusedLater(attempt: Attempt, { status, errors }: JournalEntry): SendState {
  const problems = errors.map(({ code, context }) => ({
    code,
    context,
    infoUrl: null,
    message: code === null ? 'The API refused this.' : `The API refused this with error ${code}.`,
  }))
  const failure: Failure = {
    kind: status === 401 || status === 403 ? 'refused' : 'invalid',
    message: problems[0]?.message ?? `The API refused the send with status ${status ?? 400}.`,
    status,
    retryAt: null,
    mayHaveBeenDone: false,
    problems,
  }
  return refused(attempt, failure)
}

/** Credentials and the like are no fault of the message, so that only a broken rule has a place in the form. */
function refused(attempt: Attempt, failure: Failure): SendState {
  const fields = failure.kind === 'invalid' ? failure.problems.map(fieldOf) : []
  return { phase: 'refused', attempt, failure, fields }
}

function unknown(attempt: Attempt, why: string): SendState {
  return { phase: 'unknown', attempt, why, look: null, looks: 0 }
}

function looked(state: Extract<SendState, { phase: 'unknown' }>, look: Look): SendState {
  return { ...state, look, looks: state.looks + 1 }
}

function accepted(attempt: Attempt, operationId: string | null, foundLater: boolean): SendState {
  return { phase: 'accepted', attempt, operationId, foundLater }
}

function notSent(
  attempt: Attempt,
  why: NotSent,
  {
    certain = true,
    reusesKey = false,
    retryAt = null,
  }: { certain?: boolean; reusesKey?: boolean; retryAt?: number | null },
): SendState {
  return { phase: 'not-sent', attempt, why, certain, reusesKey, retryAt }
}

/** Milliseconds until the journal is asked again: 1 s, 2 s, 4 s … at most 30 s. */
export function waitBeforeLook(looks: number): number {
  return Math.min(1000 * 2 ** looks, 30_000)
}
