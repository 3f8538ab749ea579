import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberWithError,
  ParseError,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import type { Verdict } from './verdict'

/** What the numbering plans say of one row of digits. */
export interface Judgement {
  /** E.164, or '' when it is none. */
  e164: string
  /** ISO code of the country, `+49` where only the calling code is known, '' where neither is. */
  region: string
  /**
   * `assigned`: the number lies in a range that its country has given out. `plausible`: it has the general form of the
   * country's numbers, which is enough where the country was written down, and too little where it is a guess.
   */
  fit: 'assigned' | 'plausible' | 'none'
  /** Why it does not fit. */
  verdict: Verdict
  isMobile: boolean
}

const CALLING_CODES = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)))

/** Judges `+` and digits, wherever they are from. */
export function judgeInternational(digits: string): Judgement {
  const judgement = judge(`+${digits}`, undefined)
  const { e164, region } = judgement
  // The plans drop what is dialled only inside a country by themselves. A zero is; another digit may be a slip.
  const isChanged = judgement.fit !== 'none' && e164 !== `+${digits}`
  return isChanged && digits[callingCodeLength(digits)] !== '0' ? misfit('too-long', region) : judgement
}

/** Judges digits as they are dialled inside a country. */
export function judgeNational(digits: string, country: string): Judgement {
  if (!isSupportedCountry(country)) return misfit('not-a-number', '')
  const judgement = judge(digits, country)
  const isDropped = judgement.fit === 'assigned' && !dropsOnlyPrefix(digits, judgement.e164, country)
  return isDropped ? { ...judgement, fit: 'plausible', verdict: 'not-in-use' } : judgement
}

/** Whether nothing of the digits is left away but what is dialled in front of a number: other digits may be a slip. */
function dropsOnlyPrefix(digits: string, e164: string, country: CountryCode): boolean {
  const own = getCountryCallingCode(country)
  const prefix = planOf(country).nationalPrefix() ?? ''
  const national = e164.startsWith(`+${own}`) ? e164.slice(1 + own.length) : null
  const fronts = national === null ? [] : ['', prefix, own, own + '0'].map((front) => front + national)
  return (
    fronts.includes(digits) || ['00', '011', '010', '0011'].some((front) => front + e164.slice(1) === digits)
  )
}

function judge(text: string, country: CountryCode | undefined): Judgement {
  let phone: PhoneNumber
  try {
    phone = parsePhoneNumberWithError(text, { defaultCountry: country, extract: false })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return misfit(VERDICTS[error.message] ?? shortOrNone(text), country ?? callingCodeOf(text))
  }
  const { number, nationalNumber, countryCallingCode } = phone
  const region = phone.country ?? `+${countryCallingCode}`
  // A number that was given out has a type; asking for the type is asking for both.
  const type = phone.getType()
  const isTooLong = nationalNumber.length > (LONGEST[countryCallingCode] ?? 15)
  if (isTooLong) return { ...misfit('too-long', region), e164: number }
  if (type !== undefined) {
    const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
    return { e164: number, region, fit: 'assigned', verdict: 'ok', isMobile }
  }
  if (nationalNumber.length >= SHORTEST && hasGeneralForm(nationalNumber, countryCallingCode)) {
    return { e164: number, region, fit: 'plausible', verdict: 'not-in-use', isMobile: false }
  }
  const length = validatePhoneNumberLength(number)
  if (length === 'TOO_SHORT') return misfit('too-short', region)
  if (length === 'TOO_LONG') return { ...misfit('too-long', region), e164: number }
  return { ...misfit('not-in-use', region), e164: number }
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
  INVALID_COUNTRY: 'unknown-country',
}

function shortOrNone(text: string): Verdict {
  return text.replaceAll(/\D/g, '').length < 4 ? 'too-short' : 'not-a-number'
}

function misfit(verdict: Verdict, region: string): Judgement {
  return { e164: '', region, fit: 'none', verdict, isMobile: false }
}

/** Plans of open length, as the metadata have them, are longer than any number that was given out. */
const LONGEST: Readonly<Record<string, number>> = { 43: 13, 49: 11 }

/** Some general forms let almost anything pass; a shorter number has to be one that was given out. */
const SHORTEST = 7

/** The pattern that holds for all numbers of a country, of whatever kind. */
const forms = new Map<string, RegExp[]>()

function hasGeneralForm(national: string, code: string): boolean {
  let known = forms.get(code)
  if (!known) {
    known = getCountries()
      .filter((country) => getCountryCallingCode(country) === code)
      .map((country) => planOf(country).nationalNumberPattern())
      .map((pattern) => new RegExp(`^(?:${pattern})$`))
    forms.set(code, known)
  }
  return known.some((pattern) => pattern.test(national))
}

interface Plan {
  nationalNumberPattern(): string
  nationalPrefix(): string | undefined
}

function planOf(country: CountryCode): Plan {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  // The package's types leave out the two functions that are used here.
  return metadata.numberingPlan as unknown as Plan
}

/** Countries where a prefix is dialled, and nobody writes it. */
const UNWRITTEN = new Set(['AR', 'BR', 'CN', 'CO', 'IN', 'MX'])

const prefixes = new Map<string, string>()

/** What is dialled in front of a national number inside its country, '' where nothing is. */
export function nationalPrefix(country: string): string {
  let prefix = prefixes.get(country)
  if (prefix === undefined) {
    const isWritten = isSupportedCountry(country) && !UNWRITTEN.has(country)
    prefix = isWritten ? (planOf(country).nationalPrefix() ?? '') : ''
    prefixes.set(country, prefix)
  }
  return prefix
}

/** The country of a number in E.164 form, or its calling code where several share it. */
export function regionOf(e164: string): string {
  return judgeInternational(e164.slice(1)).region
}

/** The calling code of a country without +, '' for an unknown one. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : ''
}

/** How many of the first digits are a calling code, 0 if none is. No code is the start of another one. */
export function callingCodeLength(digits: string): number {
  return [1, 2, 3].find((length) => CALLING_CODES.has(digits.slice(0, length))) ?? 0
}

function callingCodeOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '')
  const length = callingCodeLength(digits)
  return length === 0 ? '' : `+${digits.slice(0, length)}`
}

/** Older forms by which a channel may still know people: Mexico's mobile prefix 1, dropped in 2019, on WhatsApp. */
const OLD_FORMS = [/^\+521[2-9]\d{9}$/]

/**
 * Whether a number that does not fit may be sent to on the agent's word: only what could be dialled. A trunk zero
 * never can, and no area code of North America starts with 0 or 1.
 */
export function canBeKept(e164: string): boolean {
  if (OLD_FORMS.some((form) => form.test(e164))) return true
  if (!/^\+\d{7,15}$/.test(e164)) return false
  const { fit } = judgeInternational(e164.slice(1))
  if (fit !== 'none') return true
  const national = e164.slice(1 + callingCodeLength(e164.slice(1)))
  if (national.startsWith('0') || /^\+1[01]/.test(e164)) return false
  return validatePhoneNumberLength(e164) === undefined
}
