/** Speeds the time slider offers: stopped, real time, ten and sixty times as fast. */
export const CLOCK_RATES = [0, 1, 10, 60] as const
export type ClockRate = (typeof CLOCK_RATES)[number]

export interface SimulatorClock {
  /** Simulated epoch milliseconds, always whole. */
  now(): number
  readonly rate: ClockRate
  /** Time goes on from where it is, at the new speed; 0 stops it. */
  setRate(rate: ClockRate): void
  /** Moves simulated time by this many milliseconds, at once. */
  jump(ms: number): void
}

/**
 * A clock that is arithmetic on another one: no timers, so nothing runs while nobody asks.
 * @param real epoch milliseconds of the world outside
 * @param startAt simulated epoch milliseconds at this moment
 */
export function createClock(real: () => number, startAt: number): SimulatorClock {
  let rate: ClockRate = 1
  let realAnchor = real()
  let anchor = Math.floor(startAt)

  const now = () => Math.floor(anchor + (real() - realAnchor) * rate)
  const moveTo = (time: number) => {
    realAnchor = real()
    anchor = Math.floor(time)
  }
  return {
    now,
    get rate() {
      return rate
    },
    setRate(next) {
      moveTo(now())
      rate = next
    },
    jump(ms) {
      moveTo(now() + ms)
    },
  }
}
