import { useCallback, useSyncExternalStore } from 'react'

interface Ticker {
  listeners: Set<() => void>
  timer: ReturnType<typeof setInterval>
  now: number
}

const tickers = new Map<number, Ticker>()

function subscribe(everyMs: number, listener: () => void): () => void {
  let ticker = tickers.get(everyMs)
  if (!ticker) {
    const made: Ticker = {
      listeners: new Set(),
      now: Date.now(),
      timer: setInterval(() => {
        made.now = Date.now()
        for (const hear of made.listeners) hear()
      }, everyMs),
    }
    ticker = made
    tickers.set(everyMs, made)
  }
  const { listeners, timer } = ticker
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    tickers.delete(everyMs)
  }
}

/**
 * The time now in epoch milliseconds, renewed every `everyMs`. All users of one interval share one timer, so they
 * tick together, and only the components that call this render again: keep those small.
 */
export function useNow(everyMs = 1000): number {
  const listen = useCallback((listener: () => void) => subscribe(everyMs, listener), [everyMs])
  // Before the first tick: the end of the running interval, so that what just happened is never in the future.
  const read = useCallback(
    () => tickers.get(everyMs)?.now ?? (Math.floor(Date.now() / everyMs) + 1) * everyMs,
    [everyMs],
  )
  return useSyncExternalStore(listen, read, read)
}
