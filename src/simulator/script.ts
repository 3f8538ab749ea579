import type { Fault } from './faults'

/** Faults that a test has ordered for requests to come. */
export interface FaultScript {
  /** See `Simulator.failNext`. */
  add(pattern: string | RegExp, fault: Fault, times: number): void
  /** The fault ordered for this request, which is used up by asking; `null` when there is none. */
  take(method: string, path: string): Fault | null
  clear(): void
}

interface Entry {
  pattern: RegExp
  fault: Fault
  left: number
}

export function createScript(): FaultScript {
  let entries: Entry[] = []
  return {
    add(pattern, fault, times) {
      entries.push({ pattern: typeof pattern === 'string' ? wildcard(pattern) : pattern, fault, left: times })
    },
    take(method, path) {
      const entry = entries.find(({ pattern }) => pattern.test(`${method} ${path}`))
      if (!entry) return null
      entry.left -= 1
      entries = entries.filter(({ left }) => left > 0)
      return entry.fault
    },
    clear() {
      entries = []
    },
  }
}

/** `*` stands for anything, also for nothing and for several segments. */
function wildcard(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`)
}
