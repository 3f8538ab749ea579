/** The queue is full: the request was not forwarded. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/**
 * Runs at most `limit` tasks at a time; up to `queueLimit` more wait for their turn in order, any beyond that are refused
 * with {@link Busy}.
 */
export function createSlots(
  limit: number,
  queueLimit: number,
): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= limit) {
      if (waiting.length >= queueLimit) throw new Busy()
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
