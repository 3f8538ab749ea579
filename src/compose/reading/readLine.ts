import { clean, originalEnd, originalPlace, type Cleaned } from './characters'
import { findRuns, type Run } from './findRuns'
import { nameIn } from './nameIn'
import { keepAs, readRun, replaceBy, type Choice, type RunPlace, type RunReading } from './numberRun'
import { ordinalIn } from './ordinals'
import { regionOf } from './plan'
import { findSpecials, MASK, SCIENTIFIC } from './specials'
import type { Rule, Verdict } from './verdict'
import { EXTENSION_ANYWHERE } from './words/extensions'
import { labelAround, labelOf, type Label } from './words/labels'
import { refusalIn } from './words/refusals'

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** One number of a line or a cell, or the place where somebody has to look for one. */
export interface Entry extends Span {
  verdict: Verdict
  /** E.164 where one can be told. */
  e164: string
  /** Region, what it looks like instead, or the words of a refusal: see explainVerdict. */
  about: string
  rule: Rule | null
  choices: Choice[]
  /** Who it is, as far as the line says so. */
  name: string
}

/** Digits that were read as something else than a phone number. */
export interface LeftOut extends Span {
  /** "a date", "a link". */
  what: string
}

export interface LineReading {
  entries: Entry[]
  leftOut: LeftOut[]
}

export interface LinePlace extends RunPlace {
  /** A cell is about one person; a line may list several. */
  isCell: boolean
  /** Numbers that are sent to on the agent's word. */
  kept: ReadonlySet<string>
  /** Texts that were left out and are to be read as numbers all the same. */
  putBack: ReadonlySet<string>
  /** What the line counts as, in a list that counts its lines. */
  ordinal?: number | undefined
}

/** A run that may be a phone number, as it is read where it stands. */
interface Candidate {
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

/** Fewer digits are a house number, a postcode, an age: no candidate where words stand around them. */
const FEWEST_DIGITS = 7

/** The numbers of one line or cell. Each digit of it ends in an entry, in a name, or in what is left out. */
export function readLine(text: string, place: LinePlace): LineReading {
  const cleaned = clean(text)
  const bare = bareNumberIn(cleaned.text)
  if (bare) return { entries: [bareEntry(text, cleaned, bare, place)], leftOut: [] }
  if (cleaned.text.trim() === '') return { entries: [], leftOut: [] }
  const { specials, masked } = findSpecials(cleaned.text, (from, to) =>
    isPutBack({ text, place }, spanOf({ text, cleaned }, from, to)),
  )
  const leftOut = specials.map(({ from, to, what }) => ({ ...spanOf({ text, cleaned }, from, to), what }))
  return readWhole({ text, cleaned, masked, place }, leftOut)
}

/** Digits with hardly anything between them, brackets around the first of them only. */
const BARE = /^\s*(\(?\+?\s?\(?\+?\d{1,5}\)?[ \-./]*(?:\(0\))?[\d \-./]*\d)\s*$/

/** What a bare number may be all the same: counted, decimal, a day, the address of a machine. */
const NOT_BARE =
  /^\s*\(?\d{1,4}(?:\)|[.\]-]+\s|\s+-)|\.0{1,2}\s*$|(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d|[-./]\d)|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/

/**
 * Where a text is one number and nothing else, as most cells and lines are. Reading it as a whole line comes to the
 * same, and takes four times as long.
 */
function bareNumberIn(text: string): { from: number; to: number } | null {
  const bare = BARE.exec(text)?.[1]
  if (bare === undefined || NOT_BARE.test(text)) return null
  if (!bare.includes('+') && bare.replaceAll(/\D/g, '').length < FEWEST_DIGITS) return null
  const from = text.indexOf(bare)
  return { from, to: from + bare.length }
}

function bareEntry(
  text: string,
  cleaned: Cleaned,
  { from, to }: { from: number; to: number },
  place: LinePlace,
): Entry {
  const { region, ...reading } = readRun(cleaned.text.slice(from, to), place)
  return keptOnWord({ ...spanOf({ text, cleaned }, from, to), ...reading, about: region, name: '' }, place)
}

interface Line {
  text: string
  cleaned: Cleaned
  /** The cleaned text without what is no phone number. */
  masked: string
  place: LinePlace
}

function readWhole(line: Line, specials: LeftOut[]): LineReading {
  const ordinal = ordinalIn(line.masked, line.place)
  const { candidates, leftOut } = choose(candidatesOf(line, ordinal?.to ?? 0), line)
  const counted =
    ordinal === null ? [] : [{ ...spanOf(line, ordinal.from, ordinal.to), what: 'a list number' }]
  const decimals = candidates.flatMap(({ run: { tail } }) => decimalsIn(tail, line))
  const found = [...specials, ...counted, ...decimals, ...leftOut]
  if (candidates.length === 0) return { entries: [withoutNumber(line, specials)], leftOut: [] }
  const [only] = candidates
  const entries =
    only && isSameNumber(candidates)
      ? [entryOf(only, line)]
      : isOneEach(candidates, line)
        ? candidates.map((candidate) => entryOf(candidate, line))
        : [oneOfSeveral(candidates, line)]
  const { names, rest } = nameIn(line.text, entries, found)
  return {
    entries: doubtRefusals(
      entries.map((entry, at) => ({ ...entry, name: names[at] ?? '' })),
      line,
    ).map((entry) => keptOnWord(entry, line.place)),
    leftOut: [...found, ...rest].toSorted((one, other) => one.start - other.start),
  }
}

function spanOf({ text, cleaned }: Pick<Line, 'text' | 'cleaned'>, from: number, to: number): Span {
  return { start: originalPlace(cleaned, from), end: originalEnd(cleaned, to, text) }
}

function isPutBack({ text, place }: Pick<Line, 'text' | 'place'>, { start, end }: Span): boolean {
  return place.putBack.size > 0 && place.putBack.has(text.slice(start, end))
}

function decimalsIn(tail: Run['tail'], line: Line): LeftOut[] {
  return tail?.kind === 'decimals' ? [{ ...spanOf(line, tail.from, tail.to), what: 'decimals' }] : []
}

/** Every run that may be a number. In a line without words each of them is one, however short. */
function candidatesOf(line: Line, start: number): Candidate[] {
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
    piece += breaksIn(masked.slice(previous?.from ?? 0, run.from))
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
  const { label, word } = labelAround(before, masked.slice(endOf(run), next?.from), next === undefined)
  const isLabelled = place.isLabelled || label === 'mobile' || label === 'phone'
  const behind = masked.slice(endOf(run))
  const isFollowed = /^\s?(?:\.\s*)?[\p{L}%\p{Sc}]/u.test(behind)
  let reading = readRun(run.digits, { ...place, isLabelled, isFollowed })
  const isFax = label === 'fax'
  const isElse = isFax || (label === 'against' && !place.isLabelled && !run.digits.includes('+'))
  if (run.tail?.kind === 'extension' || EXTENSION_ANYWHERE.test(around)) {
    reading = doubt(reading, 'extension', '', 'use')
  } else if (isFax) reading = doubt(reading, 'something-else', 'a fax number', 'keep')
  else if (isElse) reading = doubt(reading, 'something-else', 'another kind of number', 'use')
  const rule = run.tail?.kind === 'decimals' ? 'decimals' : !previous && isNumbered ? 'ordinal' : null
  if (reading.verdict === 'ok' && rule !== null) reading = { ...reading, rule }
  if (touchesMore(masked, run, next)) reading = doubt(reading, 'unclear', '', 'use')
  return { run, piece, label, isElse, word, reading }
}

function breaksIn(text: string): number {
  return text.replaceAll(/[^,;\t\n]/g, '').length
}

/** The words of the number's own part of the line, without the number. */
function pieceAround(masked: string, run: Run, previous: Run | undefined, next: Run | undefined): string {
  const before = masked.slice(previous ? endOf(previous) : 0, run.from)
  const after = masked.slice(endOf(run), next?.from)
  return `${before.slice(lastBreak(before) + 1)} \n ${/^[^,;\t\n]*/.exec(after)?.[0] ?? ''}`
}

function lastBreak(text: string): number {
  return Math.max(...[',', ';', '\t', '\n'].map((separator) => text.lastIndexOf(separator)))
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

function endOf({ to, tail }: Run): number {
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

/** Where one number is clear and the words beside the others say that they are none, those are left out. */
function choose(candidates: Candidate[], line: Line): { candidates: Candidate[]; leftOut: LeftOut[] } {
  const isOther = ({ run, isElse }: Candidate) =>
    isElse && !isPutBack(line, spanOf(line, run.from, endOf(run)))
  const others = candidates.filter(isOther)
  const rest = candidates.filter((candidate) => !isOther(candidate))
  if (rest.length !== 1 || rest[0]?.reading.verdict !== 'ok') return { candidates, leftOut: [] }
  const leftOut = others.map(({ run, label }) => ({
    ...spanOf(line, run.from, endOf(run)),
    what: label === 'fax' ? 'a fax number' : 'another kind of number',
  }))
  return { candidates: rest, leftOut }
}

/**
 * Whether each number is a person of its own: one number in each part of the line, and no words that make the parts
 * one person's (`Ana, 206 555 0100, 206 555 0101`, or `Home: … Mobile: …`).
 */
function isOneEach(candidates: readonly Candidate[], { masked, place }: Line): boolean {
  if (candidates.length === 1) return true
  if (isSameNumber(candidates)) return false
  if (place.isCell || candidates.some(({ label }) => label !== 'none')) return false
  const pieces = masked.split(/[,;\t\n]/)
  const taken = new Set(candidates.map(({ piece }) => piece))
  if (pieces.some((piece, at) => !taken.has(at) && /\p{L}/u.test(piece))) return false
  if (taken.size === candidates.length) return true
  // Only plus signs tell two numbers of one part apart, and only where nothing joins them.
  return candidates.every(({ run }) => run.digits.startsWith('+')) && !/[^\s+\d().\-,;]/.test(masked)
}

/** One number twice, as `030 123456 <tel:+4930123456>`. */
function isSameNumber(candidates: readonly Candidate[]): boolean {
  const [first] = candidates
  return (
    candidates.length > 1 &&
    candidates.every(({ reading }) => reading.verdict === 'ok' && reading.e164 === first?.reading.e164)
  )
}

function entryOf({ run, reading }: Candidate, line: Line): Entry {
  const to = run.tail?.kind === 'extension' ? run.tail.to : run.to
  const { verdict, e164, region, rule, choices } = reading
  return { ...spanOf(line, run.from, to), verdict, e164, about: region, rule, choices, name: '' }
}

/** Several numbers that one person may have: which of them is meant is for somebody to say. */
function oneOfSeveral(candidates: readonly Candidate[], line: Line): Entry {
  const usable = candidates.flatMap(({ reading, word }) =>
    reading.verdict === 'ok'
      ? [replaceBy([reading.e164], word)]
      : reading.choices.map((choice) => replaceBy(choice.numbers, word)),
  )
  const numbers = [...new Set(usable.flatMap((choice) => choice.numbers))]
  const each = usable.filter(
    (choice, at) => usable.findIndex((other) => String(other.numbers) === String(choice.numbers)) === at,
  )
  const first = candidates[0]?.run.from ?? 0
  const last = candidates.at(-1)?.run
  const all =
    numbers.length > 1 && candidates.every(({ reading }) => reading.verdict === 'ok')
      ? [replaceBy(numbers)]
      : []
  const isMobile = ({ label }: Choice) => labelOf(label) === 'mobile'
  return {
    ...spanOf(line, first, last ? endOf(last) : first),
    verdict: 'several',
    e164: '',
    about: '',
    rule: null,
    // A mobile number is the likeliest to be meant; all of them would write to one person more than once.
    choices: [...each.filter(isMobile), ...each.filter((choice) => !isMobile(choice)), ...all],
    name: '',
  }
}

/** A line in which nothing reads as a phone number is shown whole, with what its digits could be all the same. */
function withoutNumber(line: Line, specials: readonly LeftOut[]): Entry {
  const { text, place } = line
  const start = text.length - text.trimStart().length
  const numbers = specials
    .map((special) => clean(text.slice(special.start, special.end)).text.replaceAll(/[^\d+]/g, ''))
    .filter((digits) => digits.length >= FEWEST_DIGITS)
    .map((digits) => readRun(digits, { ...place, isLabelled: true }))
    .filter(({ verdict }) => verdict === 'ok')
  return {
    start,
    end: text.trimEnd().length,
    verdict: specials[0]?.what === SCIENTIFIC ? 'scientific' : 'no-number',
    e164: '',
    about: [...new Set(specials.map(({ what }) => what))].join(' and '),
    rule: null,
    choices: numbers.map(({ e164 }) => replaceBy([e164])),
    name: '',
  }
}

/** Words such as STOP beside a number are no name: somebody decides whether the person is written to. */
function doubtRefusals(entries: Entry[], { cleaned }: Line): Entry[] {
  const words = refusalIn(cleaned.text)?.words
  if (words === undefined) return entries
  return entries.map((entry) =>
    entry.verdict === 'ok'
      ? { ...entry, verdict: 'refusal', about: words, choices: [keepAs(entry.e164)] }
      : entry,
  )
}

/** What the agent keeps is sent to, whatever was said against it. */
function keptOnWord(entry: Entry, { kept }: LinePlace): Entry {
  const number = entry.choices.find(({ how, numbers }) => how === 'keep' && kept.has(numbers[0] ?? ''))
    ?.numbers[0]
  return number === undefined || entry.verdict === 'ok'
    ? entry
    : { ...entry, verdict: 'ok', e164: number, about: regionOf(number), rule: 'kept', choices: [] }
}
