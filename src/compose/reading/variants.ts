import {
  callingCode,
  callingCodeLength,
  judgeInternational,
  judgeNational,
  nationalPrefix,
  type Judgement,
} from './plan'
import type { Rule } from './verdict'

/** Where a run of digits stands, as far as it matters for reading it. */
export interface RunPlace {
  /** ISO code of the country that numbers without + are from. */
  country: string
  /** It stands under a heading, or beside a word, that says phone: then its leading zero may be missing. */
  isLabelled: boolean
  /** A word or a sign follows at once, so that the last digits may be its own: `0171 2345678 3 people`. */
  isFollowed?: boolean
}

/** A run of digits as it stands, and what is seen of it at once. */
export interface Written {
  run: string
  digits: string
  isInternational: boolean
}

/** A run with what is seen of it at once. */
export function writtenAs(run: string): Written {
  return { run, digits: run.replaceAll(/\D/g, ''), isInternational: run.includes('+') }
}

/** A reading of a run that would be taken, if it were the only one. */
export interface Variant {
  judgement: Judgement
  rule: Rule | null
}

/** `+44 (0)`, `0044 (0)`, `44 (0)`: a zero in brackets behind a country code. */
const TRUNK_ZERO = /^([(\s]*\+?[\s(]*\d{1,5}\)?[\s\-./]*)\(0\)/

/** Every reading that would be taken without a question, if it were the only one. */
export function variantsOf(written: Written, place: RunPlace): Variant[] {
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
export function bestOf(variants: readonly Variant[]): Variant | null {
  const sure = variants.filter(({ judgement }) => judgement.fit === 'assigned')
  const [first, ...others] = sure.length > 0 ? sure : variants
  return first && others.every(({ judgement }) => judgement.e164 === first.judgement.e164) ? first : null
}

/** The number that a run is, where it is one without a question. */
export function accepted(run: string, place: RunPlace): string | null {
  return bestOf(variantsOf(writtenAs(run), { ...place, isLabelled: true }))?.judgement.e164 ?? null
}

/** Fewer digits than this are not taken for a second number. */
export const SHORTEST = 7

/** Whether a run has the digits of a number. */
export function isWhole(run: string): boolean {
  return run.replaceAll(/\D/g, '').length >= SHORTEST
}

/** Whether a run reads as a day of the last or this century, as 19850412 and 12041985 do. */
export function isCompactDate(digits: string): boolean {
  const ymd = /^(?:19|20)\d\d(\d\d)(\d\d)$/.exec(digits)
  if (ymd && isDay(Number(ymd[1]), Number(ymd[2]))) return true
  const dmy = /^(\d\d)(\d\d)(?:19|20)\d\d$/.exec(digits)
  return dmy !== null && (isDay(Number(dmy[2]), Number(dmy[1])) || isDay(Number(dmy[1]), Number(dmy[2])))
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
