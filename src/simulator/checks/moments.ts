/** RFC 3339, with seconds optional as ISO 8601 has it (section 1.1). */
const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/
const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * Epoch milliseconds of a date filter (section 1.1), or `null` when it is none. RFC 3339 demands an offset, and without
 * one the answer would depend on where the server stands; a date alone is the start of that day in UTC.
 */
export function momentOf(text: string): number | null {
  if (DATE.test(text)) return readDateTime(`${text}T00:00Z`)
  return DATE_TIME.exec(text)?.[5] === undefined ? null : readDateTime(text)
}

/** The same for a time to send at (section 2.1), which may be local to the recipient: without offset it is UTC here. */
export function sendTimeOf(text: string): number | null {
  const match = DATE_TIME.exec(text)
  return match && readDateTime(match[5] === undefined ? `${text}Z` : text)
}

function readDateTime(text: string): number | null {
  const [, year, month, day] = DATE_TIME.exec(text) ?? []
  // `Date.parse` takes the 30th of February for the 2nd of March.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const time = Number(day) <= lastDay ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : time
}
