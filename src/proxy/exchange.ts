import { refusal, type Answer } from './answers'
import { readUpTo } from './body'
import { downstreamHeaders, upstreamHeaders } from './headers'
import { NotConnected, type Upstream } from './httpUpstream'
import type { Pause } from './pause'
import { Busy, createSlots } from './slots'

/** An answer up to this size is held in memory, a larger one is passed on as it comes, in bytes. */
const HOLD_LIMIT = 2 * 1024 * 1024
const AT_ONCE = 32
const MOST_WAITING = 500

/** A request to the API that ended without an answer, and what to answer in its place. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  /** True when it is certain that nothing has left. */
  readonly notSent: boolean
  readonly answer: Answer

  constructor(notSent: boolean, answer: Answer, options?: ErrorOptions) {
    super(`no answer from the API (${answer.status})`, options)
    this.notSent = notSent
    this.answer = answer
  }
}

export interface ApiRequest {
  method: string
  /** Version first, with the query: `/v1/Messages?channel=SMS`. */
  path: string
  body?: Uint8Array<ArrayBuffer> | string
  /** Runs when the request has its turn, just before it leaves; what it throws keeps the request back. */
  before?: () => Promise<void>
}

/** One request to the API. Throws {@link NoAnswer}. */
export type Exchange = (request: ApiRequest) => Promise<Answer>

export interface ExchangeOptions {
  upstream: Upstream
  baseUrl: string
  /** Milliseconds until the answer has begun, and again until it is complete. */
  timeoutMs: number
  pause: Pause
  /** Told after each request whether the API answered. */
  onResult: (answered: boolean) => void
}

/**
 * Everything that goes to the API goes through here: obeying `Retry-After`, a bounded number at a time, with a time-out,
 * and with only the headers that may pass in either direction.
 */
export function createExchange({ upstream, baseUrl, timeoutMs, pause, onResult }: ExchangeOptions): Exchange {
  const inTurn = createSlots(AT_ONCE, MOST_WAITING)

  async function forward({ method, path, body, before }: ApiRequest): Promise<Answer> {
    const paused = pause.answer()
    if (paused) throw new NoAnswer(true, paused)
    await before?.()
    try {
      const init = { method, headers: upstreamHeaders(body !== undefined), redirect: 'manual' as const }
      const request = new Request(`${baseUrl}${path}`, body === undefined ? init : { ...init, body })
      const response = await withDeadline(upstream(request), timeoutMs)
      onResult(true)
      pause.note(response.status, response.headers.get('retry-after'))
      return await hold(response)
    } catch (error) {
      onResult(false)
      throw new NoAnswer(error instanceof NotConnected, answerFor(error), { cause: error })
    }
  }

  /** A body that is cut off costs a 2xx or a refusal its details, not its meaning; a read is worth nothing without. */
  async function hold(response: Response): Promise<Answer> {
    const { status } = response
    const headers = downstreamHeaders(response.headers, baseUrl)
    try {
      const { bytes, rest } = await withDeadline(readUpTo(response.body, HOLD_LIMIT), timeoutMs)
      return { status, headers, body: rest ?? (response.body === null ? null : bytes) }
    } catch (error) {
      if (status === 200) throw error
      return { status, headers, body: null }
    }
  }

  return async (request) => {
    try {
      return await inTurn(() => forward(request))
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      const message = 'Too many requests are waiting for the API already. This one was not sent to it.'
      throw new NoAnswer(true, refusal(503, message, { 'retry-after': '1' }), { cause: error })
    }
  }
}

class Late extends Error {
  override readonly name = 'Late'
}

async function withDeadline<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

function answerFor(error: unknown): Answer {
  if (error instanceof Late) return refusal(504, 'The API did not answer in time.')
  if (error instanceof NotConnected) return refusal(502, 'No connection to the API could be made.')
  return refusal(502, 'The connection to the API was cut before it answered.')
}
