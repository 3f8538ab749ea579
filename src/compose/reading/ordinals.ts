import { findRuns } from './findRuns'
import { readRun } from './numberRun'
import type { RunPlace } from './variants'
import { callingCodeLength, judgeInternational } from './plan'

/** `1.`, `2)`, `#3`, `No. 4:`, `(5)`, `6 -`: how people count their lines, with what follows. */
const MARKED =
  /^[\s"'“”„«]*(?:[#№]|n(?:o|r|um|°|º)\.?)?\s*(\()?(\d{1,4})(?:[.):\]]+|\u20e3|\s*-|(?<=[#№°º.or]\s?\d{1,4}))\s+(?=\S)/iu
const PLAIN = /^\s*(\d{1,4})\s+(?=[+\d(])/

/** The first number of a line, as far as it may count it. */
export function countOf(line: string): number | null {
  const count = (PLAIN.exec(line) ?? /^\s*(\d{1,4})[.):\]\s]/.exec(line))?.[1]
  return count === undefined || count.startsWith('0') ? null : Number(count)
}

function isCallingCode(count: string, digits: string): boolean {
  if (callingCodeLength(count) !== count.length) return false
  return judgeInternational(count + digits.replaceAll(/\D/g, '').replace(/^0/, '')).fit === 'assigned'
}

/**
 * The list number in front of a cleaned line, where the line reads as a number without it: a mark behind it says so,
 * or its place in lines that count (`place.ordinal`). `null` where the first digits belong to the phone number.
 */
export function ordinalIn(
  text: string,
  place: RunPlace & { ordinal?: number | undefined },
): { from: number; to: number } | null {
  const match = MARKED.exec(text)
  const [, bracket, marked = ''] = match ?? []
  const plain = match ? null : PLAIN.exec(text)
  const count = match ? marked : (plain?.[1] ?? '')
  if (count === '' || /^0(?!\d\b)/.test(count)) return null
  if (!match && place.ordinal !== Number(count)) return null
  const end = (match ?? plain)?.[0].length ?? 0
  const rest = findRuns(text, end)[0]
  // Words may stand between: `1. Ana 0151 …`. Then nothing else can be meant.
  if (!rest) return null
  if (rest.from > end) return /\p{L}/u.test(text.slice(end, rest.from)) ? { from: 0, to: end } : null
  if (readRun(rest.digits, place).verdict !== 'ok') return null
  // `(33) 612345678`, `49. 151 …`: it may be a calling code as well, unless the lines count.
  const isCode = !rest.digits.includes('+') && isCallingCode(count, rest.digits)
  if (isCode && place.ordinal !== Number(count)) return null
  // `(206) 555-0100`: in brackets an area code is likelier, as long as it makes a number.
  const whole = findRuns(text, 0)[0]
  if (bracket !== undefined && whole && readRun(whole.digits, place).verdict === 'ok') return null
  return { from: 0, to: end }
}
