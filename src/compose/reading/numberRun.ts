import {
  callingCode,
  callingCodeLength,
  canBeKept,
  judgeInternational,
  judgeNational,
  nationalPrefix,
  type Judgement,
} from './plan'
import type { Rule, Verdict } from './verdict'

/** What a person can make of a row that needs a look, as a button. */
export interface Choice {
  /** `use`: these numbers take the place of what was written. `keep`: what was written is sent to, on their word. */
  how: 'use' | 'keep'
  /** E.164. */
  numbers: string[]
  /** Whose or which it is ("mobile"), as written beside it; '' where nothing was. */
  label: string
}

/** One run of digits and of what may stand between them, read as a phone number. */
export interface RunReading {
  verdict: Verdict
  /** E.164 where one can be told, also one that needs a look. */
  e164: string
  /** As in Judgement. */
  region: string
  rule: Rule | null
  choices: Choice[]
}

/** One for all: of two hundred thousand numbers nearly all have none. */
const NO_CHOICES: Choice[] = []

export interface RunPlace {
  /** ISO code of the country that numbers without + are from. */
  country: string
  /** It stands under a heading, or beside a word, that says phone: then its leading zero may be missing. */
  isLabelled: boolean
  /** A word or a sign follows at once, so that the last digits may be its own: `0171 2345678 3 people`. */
  isFollowed?: boolean
}

/**
 * Reads a cleaned run such as `+44 (0)7912 345678`. A number is `ok` only where exactly one reading fits: what was
 * written with its country needs the form of that country's numbers; what was written without one must be a number
 * that its country has given out. Everything else needs a look, and every reading that fits is a choice.
 */
export function readRun(run: string, place: RunPlace): RunReading {
  const written = { run, digits: run.replaceAll(/\D/g, ''), isInternational: run.includes('+') }
  const best = bestOf(variantsOf(written, place))
  const several = severalIn(run, place)
  if (several.length > 0) return explainSeveral(best, several)
  if (!best) return explain(written, place)
  const { judgement, rule } = best
  const { e164, region, fit } = judgement
  // Plans of open length take digits more at either end, which may be a list number or somebody's floor.
  const isLoose = fit !== 'assigned' || hasLooseEnd(run, place) || hasLooseStart(run)
  const isOdd = hasOddEnd(run, place)
  const shorter = isLoose ? shorterOf(written, place).filter(({ numbers }) => numbers[0] !== e164) : []
  if (shorter.length > 0 || isOdd)
    return { ...held('unclear', '', ''), choices: [...shorter, replaceBy([e164])] }
  return { verdict: 'ok', e164, region, rule, choices: NO_CHOICES }
}

/** A short last group that stands by itself, as no usual way to write a number has it; or opening hours: `… 9-17`. */
function hasLooseEnd(run: string, { isFollowed = false }: RunPlace): boolean {
  if (HOURS.test(run)) return true
  const [, before = '', last = ''] = /(\d+)(?:\s+[-./]?\s*|\s*[-.]\s+)(\d{1,5})$/.exec(run) ?? []
  if (last === '') return false
  if (isFollowed && last.length === 1) return true
  return before.length >= 4 && (last.length <= 2 || (isFollowed && last.length < before.length))
}

const HOURS = /\d{6}\s+\d{1,2}\s?-\s?\d{1,2}$/

/** One or two digits behind a group of four, with a word behind them: they count what the word says. */
function hasOddEnd(run: string, { isFollowed = false }: RunPlace): boolean {
  return isFollowed && /\d{4}\s+\d{1,2}$/.test(run)
}

/** A first group in front of what already begins as a number does: `2 0171 2345678`, `02.0171 2345678`. */
function hasLooseStart(run: string): boolean {
  return /^\(?\d{1,3}\)?[\s\-./]+\(?0\d/.test(run) && !/^\(?\d{1,4}\)?[\s\-./]*\(0\)/.test(run)
}

/** A run of digits as it stands, and what is seen of it at once. */
interface Written {
  run: string
  digits: string
  isInternational: boolean
}

/** Whether a run reads as a day of the last or this century, as 19850412 and 12041985 do. */
function isCompactDate(digits: string): boolean {
  const ymd = /^(?:19|20)\d\d(\d\d)(\d\d)$/.exec(digits)
  if (ymd && isDay(Number(ymd[1]), Number(ymd[2]))) return true
  const dmy = /^(\d\d)(\d\d)(?:19|20)\d\d$/.exec(digits)
  return dmy !== null && (isDay(Number(dmy[2]), Number(dmy[1])) || isDay(Number(dmy[1]), Number(dmy[2])))
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

interface Variant {
  judgement: Judgement
  rule: Rule | null
}

/** `+44 (0)`, `0044 (0)`, `44 (0)`: a zero in brackets behind a country code. */
const TRUNK_ZERO = /^([(\s]*\+?[\s(]*\d{1,5}\)?[\s\-./]*)\(0\)/

/** Every reading that would be taken without a question, if it were the only one. */
function variantsOf(written: Written, place: RunPlace): Variant[] {
  const { run, digits, isInternational } = written
  const isDate = !place.isLabelled && isCompactDate(run)
  const asWritten = isDate ? [] : acceptable(digits, isInternational, null, place)
  const zero = trunkZeroIn(run, digits, isInternational)
  if (zero === null) return asWritten
  const without = digits.slice(0, zero) + digits.slice(zero + 1)
  return [...acceptable(without, isInternational, 'trunk-zero', place), ...asWritten]
}

/** Where a zero stands that may only be dialled inside the country; `null` where none does. */
function trunkZeroIn(run: string, digits: string, isInternational: boolean): number | null {
  const inBrackets = TRUNK_ZERO.exec(run)?.[1]?.replaceAll(/\D/g, '').length
  if (inBrackets !== undefined) return inBrackets
  const code = isInternational ? callingCodeLength(digits) : 0
  return code > 0 && digits[code] === '0' ? code : null
}

function acceptable(digits: string, isInternational: boolean, rule: Rule | null, place: RunPlace): Variant[] {
  const written = isInternational ? digits : /^00(?=[1-9])/.test(digits) ? digits.slice(2) : null
  if (written !== null) {
    const judgement = judgeInternational(written)
    if (judgement.fit !== 'none') return [{ judgement, rule: rule ?? ruleOfZero(judgement, written) }]
    if (isInternational) return []
  }
  const { country, isLabelled } = place
  const national = judgeNational(digits, country)
  const variants: Variant[] = []
  const code = callingCode(country)
  if (digits.startsWith(code) && code !== '') {
    const withCode = judgeInternational(digits)
    // A whole mobile number behind the country's own code is no local number that happens to begin so.
    const isClear = withCode.fit === 'assigned' && (withCode.isMobile || national.fit !== 'assigned')
    const ruleOfCode = rule ?? ruleOfZero(withCode, digits) ?? 'calling-code'
    if (isClear) return [{ judgement: withCode, rule: ruleOfCode }]
    if (withCode.fit === 'assigned') variants.push({ judgement: withCode, rule: ruleOfCode })
  }
  if (national.fit !== 'assigned') return variants
  const lacksZero = nationalPrefix(country) === '0' && !digits.startsWith('0')
  if (lacksZero && !national.isMobile) {
    // Without its zero a number of the town itself looks like one of the country.
    if (!isLabelled || digits.length < FEWEST_WITHOUT_ZERO) return variants
    // Or its plus is missing, and it is from another country.
    const abroad = judgeInternational(digits)
    if (abroad.fit === 'assigned') variants.push({ judgement: abroad, rule: null })
  }
  return [...variants, { judgement: national, rule: rule ?? (lacksZero ? 'lost-zero' : null) }]
}

/** Shorter ones lack more than their zero: the code of their town too. */
const FEWEST_WITHOUT_ZERO = 9

/** The numbering plans drop a zero behind the country code by themselves. */
function ruleOfZero({ e164 }: Judgement, digits: string): Rule | null {
  return e164 === `+${digits}` ? null : 'trunk-zero'
}

/** The one reading that the variants lead to; one that was given out beats those that only look like numbers. */
function bestOf(variants: readonly Variant[]): Variant | null {
  const sure = variants.filter(({ judgement }) => judgement.fit === 'assigned')
  const [first, ...others] = sure.length > 0 ? sure : variants
  return first && others.every(({ judgement }) => judgement.e164 === first.judgement.e164) ? first : null
}

/** Fewer digits than this are not taken for a second number. */
const SHORTEST = 7

/**
 * The numbers of a run that reads as more than one: two whole numbers beside each other (`0301234567 0301234568`), or
 * one with another ending behind a slash (`030 1234567/68`).
 */
function severalIn(run: string, place: RunPlace): string[][] {
  const endings = endingsIn(run, place)
  if (endings.length > 0) return endings
  const digits = run.replaceAll(/\D/g, '')
  if (digits.length < 2 * SHORTEST || digits.length > LONGEST_LIST) return []
  return numbersIn(run, place, new Map())
}

/** `030 1234567/68`, `030 12345-67/-68`: one number, and other last digits for it. */
function endingsIn(run: string, place: RunPlace): string[][] {
  const [, base = '', rest = ''] = /^(.*?\d)((?:\s?\/\s?-?\d{1,4})+)$/.exec(run) ?? []
  if (base.replaceAll(/\D/g, '').length < SHORTEST) return []
  const first = accepted(base, place)
  if (first === null) return []
  const plain = base.replaceAll(/[^\d+]/g, '')
  const others = [...rest.matchAll(/\d+/g)].map(([ending]) =>
    accepted(plain.slice(0, -ending.length) + ending, place),
  )
  return [[first], ...others.filter((number) => number !== null).map((number) => [number])]
}

/** Longer runs are no list that somebody typed. */
const LONGEST_LIST = 200

/** Cuts a run into whole numbers, `[]` where it cannot be. What was tried from a place on is known. */
function numbersIn(run: string, place: RunPlace, known: Map<string, string[][]>): string[][] {
  const before = known.get(run)
  if (before) return before
  known.set(run, [])
  for (const gap of run.matchAll(/[\s\-./()]+/g)) {
    const [one, other] = [run.slice(0, gap.index), run.slice(gap.index + gap[0].length)]
    if (!isWhole(one)) continue
    if (one.replaceAll(/\D/g, '').length > MOST_DIGITS || !isWhole(other)) break
    if (!beginAlike(one, other)) continue
    const first = accepted(one, place)
    if (first === null) continue
    const more = numbersIn(other, place, known)
    const last =
      more.length > 0
        ? more
        : [accepted(other, place)].filter((number) => number !== null).map((number) => [number])
    if (last.length > 0) {
      const found = [[first], ...last]
      known.set(run, found)
      return found
    }
  }
  return []
}

/** The most digits that a number has, with 00 and a zero of the trunk (ITU E.164: 15). */
const MOST_DIGITS = 18

function isWhole(run: string): boolean {
  return run.replaceAll(/\D/g, '').length >= SHORTEST
}

/** Two numbers of one list are written in one way: both with +, both with 0, or both with neither. */
function beginAlike(one: string, other: string): boolean {
  const start = (run: string) => /[+\d]/.exec(run)?.[0].replace(/[1-9]/, '1')
  return start(one) === start(other)
}

/** The number that a run is, where it is one without a question. */
function accepted(run: string, place: RunPlace): string | null {
  const written = { run, digits: run.replaceAll(/\D/g, ''), isInternational: run.includes('+') }
  return bestOf(variantsOf(written, { ...place, isLabelled: true }))?.judgement.e164 ?? null
}

function explainSeveral(best: Variant | null, several: readonly string[][]): RunReading {
  const all = [...new Set(several.flat())]
  const whole = best && !all.includes(best.judgement.e164) ? [best.judgement.e164] : []
  const choices = [...[...all, ...whole].map((one) => [one]), ...(all.length > 1 ? [all] : [])]
  return { ...held('several', '', ''), choices: choices.map((numbers) => replaceBy(numbers)) }
}

/** What is wrong with a run that has no clear reading, and what it may have been meant as. */
function explain(written: Written, place: RunPlace): RunReading {
  const { run, digits, isInternational } = written
  const numbers = new Set(variantsOf(written, place).map(({ judgement }) => judgement.e164))
  if (numbers.size > 0) {
    return { ...held('unclear', '', ''), choices: [...numbers].map((number) => replaceBy([number])) }
  }
  const shorter = shorterOf(written, place)
  if (isInternational) return explainInternational(digits, shorter)
  const national = judgeNational(digits, place.country)
  if (national.fit === 'assigned') {
    const verdict = isCompactDate(run)
      ? held('something-else', '', 'a date')
      : held('lost-zero', '', national.region)
    return { ...verdict, choices: [replaceBy([national.e164]), ...shorter] }
  }
  const plus = digits.startsWith('0') ? null : judgeInternational(digits)
  if (plus?.fit === 'assigned') {
    return { ...held('missing-plus', plus.e164, plus.region), choices: [replaceBy([plus.e164]), ...shorter] }
  }
  const keepable = national.fit === 'plausible' && canBeKept(national.e164) ? national.e164 : ''
  return {
    ...held(national.verdict, keepable, national.region),
    choices: [...(keepable === '' ? [] : [keepAs(keepable)]), ...shorter],
  }
}

function explainInternational(digits: string, shorter: readonly Choice[]): RunReading {
  const { verdict, region } = judgeInternational(digits)
  const keepable = canBeKept(`+${digits}`) ? `+${digits}` : ''
  const modern = judgeInternational(digits.replace(/^521/, '52'))
  return {
    ...held(verdict, keepable, region),
    choices: [
      ...(keepable === '' ? [] : [keepAs(keepable)]),
      ...(modern.fit === 'assigned' ? [replaceBy([modern.e164])] : []),
      ...shorter,
    ],
  }
}

/** What is left when the first or the last group does not belong to the number: `1 030 123456`, `0151 23456789 2`. */
function shorterOf({ run, isInternational }: Written, place: RunPlace): Choice[] {
  const withoutLast = HOURS.test(run)
    ? run.replace(/\s+\d{1,2}\s?-\s?\d{1,2}$/, '')
    : run.replace(/[\s\-./(]+\d{1,5}\)?$/, '')
  const withoutFirst = isInternational ? run : run.replace(/^\(?\d{1,4}\)?[\s\-./]+/, '')
  const numbers = [withoutLast, withoutFirst]
    .filter((part) => part !== run && isWhole(part))
    .map((part) => assigned(part, place))
    .filter((number) => number !== null)
  return [...new Set(numbers)].map((number) => replaceBy([number]))
}

function assigned(run: string, place: RunPlace): string | null {
  const number = accepted(run, place)
  return number !== null && judgeInternational(number.slice(1)).fit === 'assigned' ? number : null
}

function held(verdict: Verdict, e164: string, region: string): Omit<RunReading, 'choices'> {
  return { verdict, e164, region, rule: null }
}

/** A choice that puts numbers in the place of what was written. */
export function replaceBy(numbers: string[], label = ''): Choice {
  return { how: 'use', numbers, label }
}

/** A choice that sends to a number as it was written. */
export function keepAs(e164: string): Choice {
  return { how: 'keep', numbers: [e164], label: '' }
}
