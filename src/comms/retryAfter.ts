/**
 * The moment a `Retry-After` header names, in epoch milliseconds, or `null` when it is absent or unreadable.
 * The header is seconds, whole ones by the book, or an HTTP date (section 5.2); a date in the past means now.
 */
export function retryAtOf(header: string | null, now: number): number | null {
  const value = header?.trim()
  if (!value) return null
  if (/^\d{1,9}(?:\.\d+)?$/.test(value)) return now + Math.ceil(Number(value) * 1000)
  // A bare number is valid to Date.parse as a year, which no server means.
  if (!/[a-z]/i.test(value)) return null
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(date, now)
}
