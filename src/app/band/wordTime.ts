import type { SimulatorState } from './simulatorControl'

/** The rate beside the clock. */
export function wordRate(rate: SimulatorState['rate']): string {
  return rate === 0 ? 'paused' : `${rate}×`
}

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })

/**
 * Local time: "12:03:11", and "Wed 25 Nov" when it is not the day of `today`, as always when that is 0. Both epoch
 * milliseconds.
 */
export function wordTime(millis: number, today: number): { day: string | null; time: string } {
  const isToday = new Date(millis).toDateString() === new Date(today).toDateString()
  return { day: isToday ? null : day.format(millis), time: time.format(millis) }
}
