import { parseId } from '#/comms'

/** An operation sent or opened from this browser. Never a number or a text, only what the API calls it. */
export interface RecentOperation {
  id: string
  /** When, epoch milliseconds. */
  at: number
  /** `sent` from here, or only looked at. */
  how: 'sent' | 'opened'
}

const KEY = 'switchboard.recentOperations'
const KEPT = 50

/** Newest first. Empty where the browser keeps nothing, or something else was stored. */
export function recentOperations(): RecentOperation[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRecent) : []
  } catch {
    return []
  }
}

/** Puts an operation on top of the list. What was sent from here stays "sent" when it is opened later. */
export function rememberOperation(id: string, how: RecentOperation['how'], now = Date.now()): void {
  const recent = recentOperations()
  const known = recent.find((entry) => entry.id === id)
  const entry = how === 'opened' && known ? known : { id, at: now, how }
  const rest = recent.filter((other) => other.id !== id)
  try {
    localStorage.setItem(KEY, JSON.stringify([entry, ...rest].slice(0, KEPT)))
  } catch {
    // Storage that is full or forbidden costs the list, never the page.
  }
}

/** True when this browser sent the operation so shortly ago that the API may not show it yet. */
export function wasJustSent(id: string, now = Date.now()): boolean {
  const LATENCY = 2 * 60_000
  const entry = recentOperations().find((other) => other.id === id)
  return entry?.how === 'sent' && Math.abs(now - entry.at) < LATENCY
}

function isRecent(value: unknown): value is RecentOperation {
  if (typeof value !== 'object' || value === null) return false
  const { id, at, how } = value as Record<string, unknown> // An object's fields may be asked for by any name.
  return (
    typeof id === 'string' &&
    parseId(id)?.kind === 'operation' &&
    typeof at === 'number' &&
    (how === 'sent' || how === 'opened')
  )
}
