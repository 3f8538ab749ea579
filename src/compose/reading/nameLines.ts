import type { Entry, LineReading } from './entry'

/** A name as it stands on a line of its own: a few words that begin with a capital, or in a script without capitals. */
const NAME_LINE = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s+|$)){1,4}$/u

/**
 * Address blocks have the name on the line above its number. Such a line is no row of its own but the name of the number
 * below, where lines of names and of numbers take turns.
 */
export function joinNameLines(lines: readonly string[], readings: readonly LineReading[]): LineReading[] {
  const joined = [...readings]
  lines.forEach((text, at) => {
    const below = readings[at + 1]
    const number = below?.entries[0]
    const isName = NAME_LINE.test(text.trim()) && isWithoutNumber(readings[at])
    if (!isName || !number || below.entries.length !== 1 || number.verdict !== 'ok' || number.name !== '')
      return
    // Two numbers below it: then it is a title, and somebody should see it.
    const isTitle = (readings[at + 2]?.entries ?? []).some(({ verdict }) => verdict !== 'no-number')
    if (isTitle) return
    const named: Entry = { ...number, name: text.trim() }
    joined[at] = { entries: [], leftOut: [] }
    joined[at + 1] = { ...below, entries: [named] }
  })
  return joined
}

function isWithoutNumber(reading: LineReading | undefined): boolean {
  return reading?.entries.length === 1 && reading.entries[0]?.verdict === 'no-number'
}
