import { cleanNumber, digitCount, isScientific, looksLikeNumber } from './cleanNumber'

/** One number as it stands in a text, or a line in which none was found. */
export interface Entry {
  raw: string
  /** From 1. */
  line: number
  /** Where `raw` stands in the text, for changing it there. */
  start: number
  end: number
}

/**
 * The numbers in a text that people wrote: one a line, or several with commas, semicolons or tabs between them, with
 * names and other columns around. A line with no number in it is an entry of its own, so that it is not lost.
 */
export function entriesOf(text: string): Entry[] {
  const entries: Entry[] = []
  let start = 0
  let line = 1
  for (const match of `${text}\n`.matchAll(/\r\n|\r|\n/g)) {
    entriesOfLine(text.slice(start, match.index), line, start, entries)
    start = match.index + match[0].length
    line += 1
  }
  return entries
}

function entriesOfLine(text: string, line: number, offset: number, into: Entry[]): void {
  const candidates: Entry[] = []
  for (const piece of text.matchAll(/[^,;\t]+/g)) {
    // Two numbers in one piece are only told apart by their plus signs.
    for (const part of piece[0].matchAll(/(?:^|(?<=\s)(?=[+＋]))(?:(?!\s[+＋]).)+/gu)) {
      const found = numberIn(part[0])
      if (found) candidates.push(entryAt(found, line, offset + piece.index + part.index))
    }
  }
  // A postcode or a house number beside a phone number is another column, not another person.
  const strong = candidates.filter(({ raw }) => looksLikeNumber(raw) || isMarked(raw))
  if (strong.length > 0) into.push(...strong)
  else if (candidates[0]) into.push(...candidates)
  else if (text.trim() !== '') into.push(entryAt(trimmed(text), line, offset))
}

/** A plus sign says that a number is meant, however short it is. */
function isMarked(raw: string): boolean {
  return /^[+＋]/.test(raw)
}

interface Found {
  raw: string
  at: number
}

/** The part of a text from its first to its last digit, with what may belong to a number; `null` without one. */
function numberIn(text: string): Found | null {
  const whole = trimmed(text)
  if (isScientific(cleanNumber(whole.raw))) return whole
  const from = text.search(/(?:[+＋]\s*)?(?:[(（]\s*)?\p{Nd}/u)
  if (from < 0) return null
  const digits =
    /^[+＋]?(?:[\p{Nd}\s().\-/·\u00a0\u2010-\u2015\u200b-\u200f\u202a-\u202e（）]|(?:ext|x|#)\.?\s*(?=\p{Nd}))*\p{Nd}/iu
  const raw = text.slice(from).match(digits)?.[0]
  if (raw === undefined || (digitCount(raw) < 4 && !isMarked(raw))) return null
  return raw.includes(')') || !raw.startsWith('(') ? { raw, at: from } : { raw: raw.slice(1), at: from + 1 }
}

function trimmed(text: string): Found {
  return { raw: text.trim(), at: text.length - text.trimStart().length }
}

function entryAt({ raw, at }: Found, line: number, offset: number): Entry {
  return { raw, line, start: offset + at, end: offset + at + raw.length }
}
