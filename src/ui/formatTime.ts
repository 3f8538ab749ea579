/** What times are given as: epoch milliseconds, an RFC 3339 string, or a Date. */
export type TimeValue = number | string | Date

// English, as everything on the screen; the zone is the browser's own.
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const dateOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' })

const DAY = 86_400_000

/** Epoch milliseconds, or NaN when the value is no time. */
export function toMillis(value: TimeValue): number {
  return typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : value.getTime()
}

/** "12:03:09", local. */
export function formatClock(millis: number): string {
  return clock.format(millis)
}

/**
 * As short as it stays clear: "12:03:09" today, "Mon 12:03" within six days, "3 Nov, 12:03" within this year, else
 * "3 Nov 2024". Local.
 */
export function formatShort(millis: number, now: number): string {
  const startOfToday = new Date(now).setHours(0, 0, 0, 0)
  if (millis >= startOfToday && millis < startOfToday + DAY) return clock.format(millis)
  if (millis < startOfToday && millis >= startOfToday - 5 * DAY) return weekday.format(millis)
  const sameYear = new Date(millis).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? date : dateOfYear).format(millis)
}

/** Everything, with the time zone, for a tooltip. */
export function formatFull(millis: number): string {
  return full.format(millis)
}

/** A span in whole units, "4 s", "3 min", "2 h", "5 days", "3 years". Negative spans count as none. */
export function formatSpan(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`
  const days = Math.floor(seconds / 86_400)
  if (days < 365) return days === 1 ? '1 day' : `${days} days`
  const years = Math.floor(days / 365.25) || 1
  return years === 1 ? '1 year' : `${years} years`
}

/** "just now", "4 s ago", "in 3 min", seen from `now`. */
export function formatRelative(millis: number, now: number): string {
  const past = now - millis
  // A clock that ticks once a second is behind by up to that much; "in 0 s" would be no answer.
  if (past > -500) return past < 1500 ? 'just now' : `${formatSpan(past)} ago`
  return `in ${formatSpan(-past)}`
}
