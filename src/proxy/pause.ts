import { retryAtOf } from '#/comms/retryAfter'
import { refusal, type Answer } from './answers'

/** A server that names no time gets this long, in milliseconds. */
const DEFAULT_PAUSE = 2000
/** No server may silence this program for longer than this with one header, in milliseconds. */
const LONGEST_PAUSE = 3_600_000

/** Remembers a 429 or 503 until its `Retry-After` is over (section 5.2). */
export interface Pause {
  /** Learns from an answer of the API. */
  note(status: number, retryAfter: string | null): void
  /** What to answer while the pause lasts, `null` when there is none. */
  answer(): Answer | null
}

export function createPause(now: () => number): Pause {
  let status = 0
  let until = 0
  return {
    note(noted, retryAfter) {
      if (noted !== 429 && noted !== 503) return
      const time = now()
      const end = Math.min(retryAtOf(retryAfter, time) ?? time + DEFAULT_PAUSE, time + LONGEST_PAUSE)
      if (end > until) [status, until] = [noted, end]
    },
    answer() {
      const seconds = Math.ceil((until - now()) / 1000)
      if (seconds <= 0) return null
      const why = status === 429 ? 'The API asked for fewer requests' : 'The API is not available'
      const message = `${why}. This request was not sent to it; try again in ${seconds} s.`
      return refusal(status, message, { 'retry-after': String(seconds) })
    },
  }
}
