import type { Entry, LeftOut, LinePlace, LineReading, Span } from './entry'
import { joinNameLines } from './nameLines'
import { readLine } from './readLine'
import { clean, LINE_BREAK } from './characters'
import { keepAs } from './choice'
import { countOf } from './ordinals'
import { labelOf } from './words/labels'
import { refusalIn } from './words/refusals'

/** Lines of a text with where each begins. */
export interface TextLine {
  text: string
  /** From 1. */
  line: number
  start: number
}

/** A text as its lines, whatever breaks them. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push({ text: text.slice(start, match.index), line: lines.length + 1, start })
    start = match.index + match[0].length
  }
  lines.push({ text: text.slice(start), line: lines.length + 1, start })
  return lines
}

/**
 * What each line of a text counts as, where the lines are counted: the first digits of lines that follow each other
 * go up by one.
 */
export function ordinalsOf(lines: readonly string[]): (number | undefined)[] {
  const counts = lines.map((text) => (/^\s*\p{Nd}/u.test(text) ? countOf(clean(text).text) : null))
  const filled = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at]))
  const ordinals: (number | undefined)[] = lines.map(() => undefined)
  filled.forEach((at, index) => {
    const count = counts[at]
    if (typeof count !== 'number') return
    const before = counts[filled[index - 1] ?? -1]
    const after = counts[filled[index + 1] ?? -1]
    if (before === count - 1 || after === count + 1) ordinals[at] = count
  })
  return ordinals
}

/** What stands in each of some lines, each read in the light of those around it. */
export function readLines(
  lines: readonly string[],
  place: LinePlace,
  read: (text: string, place: LinePlace) => LineReading = readLine,
): LineReading[] {
  const ordinals = ordinalsOf(lines)
  const section = new Section()
  const readings = lines.map((text, at) => {
    const own = section.read(text, read(text, { ...place, ordinal: ordinals[at] }), place)
    return doubted(own, remarkBelow(lines[at + 1] ?? ''), place)
  })
  return joinNameLines(lines, readings)
}

/** The numbers of a text that people wrote, line by line. Places count from the start of the text. */
export function readText(
  text: string,
  place: LinePlace,
  read?: (text: string, place: LinePlace) => LineReading,
): { entries: (Entry & { line: number })[]; leftOut: (LeftOut & { line: number })[] } {
  const lines = linesOf(text)
  const readings = readLines(
    lines.map((line) => line.text),
    place,
    read,
  )
  return {
    entries: lines.flatMap(({ line, start }, at) => move(readings[at]?.entries ?? [], line, start)),
    leftOut: lines.flatMap(({ line, start }, at) => move(readings[at]?.leftOut ?? [], line, start)),
  }
}

function move<Part extends Span>(
  parts: readonly Part[],
  line: number,
  by: number,
): (Part & { line: number })[] {
  return parts.map((part) => ({ ...part, line, start: part.start + by, end: part.end + by }))
}

/**
 * A line without a number speaks of all lines below it, up to a blank one: "Do not text:", "Fax numbers". A remark also
 * speaks of the line above it.
 */
class Section {
  #doubt: Pick<Entry, 'verdict' | 'about'> | null = null

  /** What is read of a line, in the light of the lines above. */
  read(text: string, reading: LineReading, place: LinePlace): LineReading {
    if (text.trim() === '') this.#doubt = null
    else if (isWithoutNumber(reading)) this.#doubt = doubtBy(text) ?? this.#doubt
    return doubted(reading, this.#doubt, place)
  }
}

/** A line that is only a remark, as it follows a number: "STOP", "^ do not text". */
function remarkBelow(text: string): Pick<Entry, 'verdict' | 'about'> | null {
  const refusal = /\p{Nd}|:\s*$/u.test(text) ? null : refusalIn(text)
  const isAll = refusal !== null && text.replace(refusal.words, '').replaceAll(/[^\p{L}]/gu, '') === ''
  return isAll ? { verdict: 'refusal', about: refusal.words } : null
}

/** What a line on its own says against the numbers around it. */
function doubtBy(text: string): Pick<Entry, 'verdict' | 'about'> | null {
  const words = refusalIn(text)?.words
  if (words !== undefined) return { verdict: 'refusal', about: words }
  if (/\p{Nd}/u.test(text) || text.trim().split(/\s+/).length > 4) return null
  const label = labelOf(text)
  if (label === 'fax') return { verdict: 'something-else', about: 'a fax number' }
  return label === 'against' ? { verdict: 'something-else', about: 'another kind of number' } : null
}

function isWithoutNumber({ entries }: LineReading): boolean {
  return entries.every(({ verdict }) => verdict === 'no-number')
}

/** The reading with a doubt about each of its numbers. */
function doubted(
  reading: LineReading,
  doubt: Pick<Entry, 'verdict' | 'about'> | null,
  { kept }: LinePlace,
): LineReading {
  if (!doubt) return reading
  const entries = reading.entries.map((entry): Entry =>
    entry.verdict === 'ok' && !kept.has(entry.e164)
      ? { ...entry, ...doubt, choices: [keepAs(entry.e164)] }
      : entry,
  )
  return { ...reading, entries }
}
