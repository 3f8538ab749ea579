const DAY = 86_400_000
const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

let knownDay = Number.NaN
let knownDate = ''

/**
 * RFC 3339 in whole seconds, as the API writes times (section 2.2). By hand, because a page of 1000 messages needs
 * 2000 of them, nearly all of the same day.
 * @param time epoch milliseconds
 */
export function timestamp(time: number): string {
  const day = Math.floor(time / DAY)
  if (day !== knownDay) {
    knownDay = day
    knownDate = new Date(day * DAY).toISOString().slice(0, 11)
  }
  const seconds = Math.floor((time - day * DAY) / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${knownDate}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}Z`
}
