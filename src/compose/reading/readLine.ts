import { FEWEST_DIGITS, bareNumberIn } from './bareNumber'
import { candidatesOf, endOf, type Candidate } from './candidates'
import { clean, type Cleaned } from './characters'
import { keptOnWord, type Entry, type LeftOut, type LinePlace, type LineReading } from './entry'
import type { Run } from './findRuns'
import { isPutBack, spanOf, type Line } from './line'
import { nameIn } from './nameIn'
import { keepAs, replaceBy, type Choice } from './choice'
import { readRun } from './numberRun'
import { ordinalIn } from './ordinals'
import { findSpecials, SCIENTIFIC } from './specials'
import { labelOf } from './words/labels'
import { refusalIn } from './words/refusals'

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

function bareEntry(
  text: string,
  cleaned: Cleaned,
  { from, to }: { from: number; to: number },
  place: LinePlace,
): Entry {
  const { region, ...reading } = readRun(cleaned.text.slice(from, to), place)
  return keptOnWord({ ...spanOf({ text, cleaned }, from, to), ...reading, about: region, name: '' }, place)
}

function readWhole(line: Line, specials: LeftOut[]): LineReading {
  const ordinal = ordinalIn(line.masked, line.place)
  const { candidates, leftOut } = choose(candidatesOf(line, ordinal?.to ?? 0), line)
  const counted =
    ordinal === null ? [] : [{ ...spanOf(line, ordinal.from, ordinal.to), what: 'the number of the line' }]
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

function decimalsIn(tail: Run['tail'], line: Line): LeftOut[] {
  return tail?.kind === 'decimals' ? [{ ...spanOf(line, tail.from, tail.to), what: 'decimals' }] : []
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
