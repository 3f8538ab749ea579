import { CommsError } from '#/comms'

/** After a failure, what is only nice to have stays away from the API for so long, or for as long as that asks. */
const PAUSE = 60_000

/**
 * Makes a lane for reading what is nice to have: one thing after another, nothing that nobody waits for any more, and
 * nothing for a while after a failure, so that it never takes the room of what a person does.
 */
export function createLane() {
  let last: Promise<unknown> = Promise.resolve()
  let closedUntil = 0
  return function inTurn<Result>(signal: AbortSignal, read: () => Promise<Result>): Promise<Result> {
    const result = last.then(async () => {
      signal.throwIfAborted()
      if (Date.now() < closedUntil) throw new Error('Reading was put off after a failure.')
      try {
        return await read()
      } catch (error) {
        const retryAt = error instanceof CommsError ? (error.retryAt ?? 0) : 0
        if (!signal.aborted) closedUntil = Math.max(Date.now() + PAUSE, retryAt)
        throw error
      }
    })
    last = result.catch(() => {})
    return result
  }
}
