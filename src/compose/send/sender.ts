import { CommsError, TAG_LIMITS, type Accepted, type SendRequest } from '#/comms'
import { createStore, type Store } from '../store'
import type { JournalEntry } from './journal'
import {
  afterReload,
  canSend,
  IDLE,
  isHeldBack,
  isOver,
  nextSendState,
  waitBeforeLook,
  type Attempt,
  type Failure,
  type SendEvent,
  type SendState,
} from './sendState'

const STORED = 'switchboard.compose.send'
const NEXT_KEY = 'switchboard.compose.key'

/** How long the journal is asked by itself, in milliseconds since the press; the proxy gives up after ten minutes. */
const PATIENCE = 11 * 60_000

export interface SenderOptions {
  post: (request: SendRequest, key: string) => Promise<Accepted>
  lookUp: (key: string) => Promise<JournalEntry | null>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  now: () => number
  newKey: () => string
  isOnline: () => boolean
  /** Runs a task after some milliseconds; gives a way to call it off. */
  later: (task: () => void, ms: number) => () => void
  /** Called once for every send that is known to be accepted. */
  onAccepted: (accepted: Extract<SendState, { phase: 'accepted' }>) => void
}

export interface Sender extends Store<SendState> {
  /** Sends, unless a send is on its way or not known to have ended: then nothing happens. */
  press: (request: SendRequest) => void
  /** Asks the journal now. */
  findOut: () => void
  agentSays: (sent: boolean) => void
  /** Back to the beginning, once the outcome is known. */
  reset: () => void
}

/** Sends once. Lives as long as the tab, so that leaving the page does not lose the answer. */
export function createSender(options: SenderOptions): Sender {
  const { post, lookUp, storage, now, newKey, isOnline, later, onAccepted } = options
  const restored = afterReload(readState(storage))
  const store = createStore<SendState>(restored)
  let nextKey = read(storage, NEXT_KEY) ?? newKey()
  let cancelLook: (() => void) | null = null
  let looking = false

  function dispatch(event: SendEvent): void {
    const before = store.get()
    const after = nextSendState(before, event)
    if (after === before) return
    keep(storage, after)
    renewKey(after)
    store.set(after)
    if (after.phase === 'accepted') onAccepted(after)
    cancelLook?.()
    cancelLook = null
    if (after.phase === 'unknown' && now() - after.attempt.at < PATIENCE) {
      cancelLook = later(findOut, waitBeforeLook(after.looks))
    }
  }

  /**
   * The key of the next send is stored before it is needed. A browser that comes back after a power cut may bring the
   * draft and not the press, and a copied tab has the draft as well: the same key tells the proxy that it is the same send.
   */
  function renewKey(state: SendState): void {
    if (state.phase !== 'idle') {
      if (!isOver(state)) nextKey = state.attempt.key
      else if (state.attempt.key === nextKey) nextKey = newKey()
    }
    write(storage, NEXT_KEY, nextKey)
  }

  function press(request: SendRequest): void {
    // The state is set before the first await, so that a second press in the same moment finds it set.
    const state = store.get()
    if (!canSend(state) || isHeldBack(state, now())) return
    const traceable = Object.keys(request.tags).length < TAG_LIMITS.pairs
    const attempt: Attempt = { key: nextKey, people: request.to.length, traceable, at: now() }
    dispatch({ type: 'press', attempt })
    if (isOnline()) void send(request, attempt.key)
    else dispatch({ type: 'offline' })
  }

  async function send(request: SendRequest, key: string): Promise<void> {
    try {
      const { operationId } = await post(request, key)
      dispatch({ type: 'accepted', operationId })
    } catch (error) {
      dispatch({ type: 'failed', failure: failureOf(error) })
    }
  }

  function findOut(): void {
    const state = store.get()
    if (state.phase !== 'unknown' || looking) return
    looking = true
    cancelLook?.()
    cancelLook = null
    void look(state.attempt.key)
  }

  async function look(key: string): Promise<void> {
    let event: SendEvent
    try {
      event = { type: 'looked', entry: await lookUp(key), at: now() }
    } catch {
      event = { type: 'look-failed', at: now() }
    }
    looking = false
    dispatch(event)
  }

  keep(storage, restored)
  renewKey(restored)
  if (restored.phase === 'unknown') findOut()

  return {
    ...store,
    press,
    findOut,
    agentSays: (sent) => dispatch({ type: 'agent-says', sent }),
    reset: () => dispatch({ type: 'reset' }),
  }
}

/** Anything else than a CommsError is a mistake in this program, made at a point that is not known: assume the worst. */
function failureOf(error: unknown): Failure {
  if (error instanceof CommsError) {
    const { kind, message, status, retryAt, mayHaveBeenDone, problems } = error
    return { kind, message, status, retryAt, mayHaveBeenDone, problems }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { kind: 'server', message, status: null, retryAt: null, mayHaveBeenDone: true, problems: [] }
}

function keep(storage: SenderOptions['storage'], state: SendState): void {
  write(storage, STORED, state.phase === 'idle' ? null : JSON.stringify(state))
}

function readState(storage: SenderOptions['storage']): SendState {
  try {
    const stored: unknown = JSON.parse(read(storage, STORED) ?? 'null')
    return isSendState(stored) ? stored : IDLE
  } catch {
    return IDLE
  }
}

function read(storage: SenderOptions['storage'], name: string): string | null {
  try {
    return storage?.getItem(name) ?? null
  } catch {
    return null
  }
}

function write(storage: SenderOptions['storage'], name: string, value: string | null): void {
  try {
    if (value === null) storage?.removeItem(name)
    else storage?.setItem(name, value)
  } catch {
    // Without storage a reload forgets the send here; the journal has it all the same.
  }
}

/** What is stored is ours; a half-written or older form is not worth more than "nothing was sent here". */
function isSendState(stored: unknown): stored is SendState {
  if (typeof stored !== 'object' || stored === null || !('phase' in stored)) return false
  if (!('attempt' in stored) || typeof stored.attempt !== 'object' || stored.attempt === null) return false
  return (
    'key' in stored.attempt &&
    typeof stored.attempt.key === 'string' &&
    ['sending', 'unknown', 'accepted', 'refused', 'not-sent'].includes(String(stored.phase))
  )
}
