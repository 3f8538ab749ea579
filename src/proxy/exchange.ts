import { refusal, type Answer } from './answers'
import { downstreamHeaders, type LocationBase } from './headers'
import type { Pause } from './pause'
import { Busy, createSlots } from './slots'
import { NotConnected, TimedOut, type Upstream } from './upstream'

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

export interface ExchangeOptions extends LocationBase {
  upstream: Upstream
  pause: Pause
  /** Told after each request whether the API answered. */
  onResult: (answered: boolean) => void
}

/**
 * Everything that goes to the API goes through here: obeying `Retry-After`, a bounded number at a time, and
 * with only the headers that may pass in either direction.
 */
export function createExchange({ upstream, pause, onResult, ...base }: ExchangeOptions): Exchange {
  const inTurn = createSlots(AT_ONCE, MOST_WAITING)

  async function forward({ method, path, body, before }: ApiRequest): Promise<Answer> {
    const paused = pause.answer()
    if (paused) throw new NoAnswer(true, paused)
    await before?.()
    try {
      const { status, header, body: held } = await upstream({ method, path, body: body ?? null })
      if (status < 200 || status > 599) throw new Error(`status ${status}`)
      onResult(true)
      pause.note(status, header('retry-after'))
      return { status, headers: downstreamHeaders(header, base), body: held }
    } catch (error) {
      onResult(false)
      throw new NoAnswer(error instanceof NotConnected, answerFor(error), { cause: error })
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

function answerFor(error: unknown): Answer {
  if (error instanceof TimedOut) return refusal(504, 'The API did not answer in time.')
  if (error instanceof NotConnected) return refusal(502, 'No connection to the API could be made.')
  return refusal(502, 'The connection to the API was cut before it answered.')
}
