import { FEWEST_DIGITS } from './bareNumber'
import { findRuns, type Run } from './findRuns'
import { isPutBack, spanOf, type Line } from './line'
import { keepAs, replaceBy, type Choice } from './choice'
import { readRun, type RunReading } from './numberRun'
import { countSeparators, lastSeparator } from './separators'
import { MASK } from './specials'
import type { Verdict } from './verdict'
import { EXTENSION_ANYWHERE } from './words/extensions'
import { labelAround, type Label } from './words/labels'

/** A run that may be a phone number, as it is read where it stands. */
export interface Candidate {
  run: Run
  /** Which part of the line it is in, counted by commas, semicolons, tabs and line breaks. */
  piece: number
  label: Label
  /** The words beside it say that it is a number of another kind. */
  isElse: boolean
  /** The word in front, for a button: "mobile". */
  word: string
  reading: RunReading
}

/** Every run that may be a number. In a line without words each of them is one, however short. */
export function candidatesOf(line: Line, start: number): Candidate[] {
  const { masked } = line
  const hasWords = /\p{L}/u.test(masked)
  const runs = findRuns(masked, start).filter(
    ({ from, to, digits }) =>
      !hasWords ||
      digits.includes('+') ||
      digits.replaceAll(/\D/g, '').length >= FEWEST_DIGITS ||
      isPutBack(line, spanOf(line, from, to)),
  )
  let piece = 0
  return runs.map((run, at) => {
    const previous = runs[at - 1]
    piece += countSeparators(masked.slice(previous?.from ?? 0, run.from))
    return candidateOf(run, previous, runs[at + 1], start > 0, piece, line)
  })
}

function candidateOf(
  run: Run,
  previous: Run | undefined,
  next: Run | undefined,
  isNumbered: boolean,
  piece: number,
  { masked, place }: Line,
): Candidate {
  const before = masked.slice(previous ? endOf(previous) : 0, run.from)
  const around = pieceAround(masked, run, previous, next)
  const { label, word } = labelAround(before, masked.slice(endOf(run), next?.from), !previous, !next)
  const isLabelled = place.isLabelled || label === 'mobile' || label === 'phone'
  const behind = masked.slice(endOf(run))
  const isFollowed = /^\s?(?:\.\s*)?[\p{L}%\p{Sc}]/u.test(behind)
  const isCounted = COUNTED.test(behind) && /\s\d{1,3}$/.test(run.digits)
  let reading = readRun(run.digits, { ...place, isLabelled, isFollowed })
  const isFax = label === 'fax'
  const isElse = isFax || (label === 'against' && !place.isLabelled && !run.digits.includes('+'))
  if (run.tail?.kind === 'extension' || EXTENSION_ANYWHERE.test(around)) {
    reading = doubt(reading, 'extension', '', 'use')
  } else if (isFax) reading = doubt(reading, 'something-else', 'a fax number', 'keep')
  else if (isElse) reading = doubt(reading, 'something-else', 'another kind of number', 'use')
  const rule = run.tail?.kind === 'decimals' ? 'decimals' : !previous && isNumbered ? 'ordinal' : null
  if (reading.verdict === 'ok' && rule !== null) reading = { ...reading, rule }
  if (isCounted || touchesMore(masked, run, next)) reading = doubt(reading, 'unclear', '', 'use')
  return { run, piece, label, isElse, word, reading }
}

/** What is counted by the digits in front of it, not dialled with them. */
const COUNTED =
  /^\s?(?:uhr|h(?!\p{L})|pers|people|karten|tickets?|og(?!\p{L})|st(?:ü|u)ck|jahre|kinder|kids|guests|gäste|pax|pcs|x(?!\p{L})|personen|personas|pessoas?|persone|personnes|osob|%|€|\$)/iu

/** The words of the number's own part of the line, without the number. */
function pieceAround(masked: string, run: Run, previous: Run | undefined, next: Run | undefined): string {
  const before = masked.slice(previous ? endOf(previous) : 0, run.from)
  const after = masked.slice(endOf(run), next?.from)
  return `${before.slice(lastSeparator(before))} \n ${/^[^,;\t\n]*/.exec(after)?.[0] ?? ''}`
}

/**
 * Whether more digits belong to the number, in a way that nobody can tell: something masked stands right at it, only
 * signs stand between it and a few digits more (`030 123456*78`), or a word leads to another ending (`… 67 or 68`).
 */
function touchesMore(masked: string, run: Run, next: Run | undefined): boolean {
  // Up to the next number; that two numbers stand beside each other is another matter.
  const behind = masked.slice(endOf(run), next?.from)
  if (masked[run.from - 1] === MASK || behind.startsWith(MASK)) return true
  const [, between = '', more = ''] =
    /^((?:[^\p{L}\d,;\t\n\ue000]|\s(?:or|oder|und|u\.|and|bis|to|thru|od\.|ou|et)\s){1,9})(\d{1,6})(?!\d)/iu.exec(
      behind,
    ) ?? []
  return more !== '' && !/^\s*\.?\s*$/.test(between)
}

/** Where a run ends, with what belongs to it behind its digits. */
export function endOf({ to, tail }: Run): number {
  return tail?.to ?? to
}

/** What would be taken, or be offered, were it not for what stands beside it. */
function doubt(reading: RunReading, verdict: Verdict, about: string, how: Choice['how']): RunReading {
  if (reading.verdict === 'lost-zero' || reading.verdict === 'missing-plus') {
    return { ...reading, verdict, region: about, rule: null }
  }
  if (reading.verdict !== 'ok') return reading
  const choice = how === 'keep' ? keepAs(reading.e164) : replaceBy([reading.e164])
  return { ...reading, verdict, region: about, rule: null, choices: [choice] }
}
