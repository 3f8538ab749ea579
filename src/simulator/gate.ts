import { hashText, mix, share } from './hash'
import { createScript } from './script'
import { parseFault, type Fault, type FaultPlan } from './faults'
import type { Scenario } from './scenarios/scenario'

/** What a request meets before it is answered: the rate limit, a delay, a fault. */
export interface Gate {
  failNext(pattern: string | RegExp, fault: Fault, times: number): void
  /** Seconds until requests are taken again when there were too many, else 0. Counts the request. */
  secondsToWait(scenario: Scenario): number
  /** Milliseconds this answer takes. */
  delay(scenario: Scenario): number
  fault(scenario: Scenario, method: string, path: string): FaultPlan | null
  reset(): void
}

/**
 * @param seed of the chance that delays and faults happen by
 * @param now real epoch milliseconds: `Retry-After` is meant for the requester's clock, which is not the simulated one
 */
export function createGate(seed: () => number, now: () => number): Gate {
  const script = createScript()
  let requests = 0
  let windowStart = -Infinity
  let inWindow = 0
  const roll = (salt: number) => mix(mix(seed(), salt), requests)

  return {
    failNext: (pattern, fault, times) => script.add(pattern, fault, times),
    secondsToWait({ rateLimit }) {
      requests += 1
      if (!rateLimit) return 0
      const time = now()
      if (time >= windowStart + rateLimit.per) {
        windowStart = time
        inWindow = 0
      }
      inWindow += 1
      if (inWindow <= rateLimit.requests) return 0
      return Math.max(1, Math.ceil((windowStart + rateLimit.per - time) / 1000))
    },
    delay({ latency }) {
      if (!latency) return 0
      const { min, mean, max } = latency
      return Math.min(max, min - mean * Math.log(1 - share(roll(1))))
    },
    fault(scenario, method, path) {
      const ordered = script.take(method, path)
      if (ordered) return parseFault(ordered)
      let rest = share(mix(roll(2), hashText(`${method} ${path}`)))
      for (const { share: part, fault } of scenario.faults ?? []) {
        rest -= part
        if (rest < 0) return parseFault(fault)
      }
      return null
    },
    reset() {
      script.clear()
      requests = 0
      windowStart = -Infinity
      inWindow = 0
    },
  }
}
