import { CommsError } from './errors'

/** Reads are tried this often in all; writes never more than once (section 5.2). */
export const READ_ATTEMPTS = 3

/** The longest a read waits by itself. Beyond that the screen says until when, and the person decides. */
const LONGEST_WAIT = 15_000

/**
 * Whether a failed read is worth another try: the API was busy, down, cut off or garbled. Not for what will be
 * refused again, and not when the server asked for a longer pause than anybody watches a screen for.
 * @param failures how many attempts failed before this one
 */
export function shouldRetry(failures: number, error: unknown, now = Date.now()): boolean {
  if (failures + 1 >= READ_ATTEMPTS || !(error instanceof CommsError)) return false
  if (!error.reads) return false
  if (error.retryAt !== null) return error.retryAt - now <= LONGEST_WAIT
  return TRANSIENT.has(error.kind)
}

const TRANSIENT = new Set(['rate-limited', 'unavailable', 'server', 'unreadable', 'network', 'timeout'])

/**
 * Milliseconds until the next try: what `Retry-After` asks for, else 0.5 s, 1 s, 2 s …, each with up to 50 % of
 * jitter on top so that many tabs do not come back in step.
 */
export function retryDelay(
  failures: number,
  error: unknown,
  now = Date.now(),
  random = Math.random(),
): number {
  const backoff = Math.min(500 * 2 ** failures, LONGEST_WAIT) * (1 + random / 2)
  if (error instanceof CommsError && error.retryAt !== null)
    return Math.max(error.retryAt - now, 0) + random * 500
  return backoff
}
