import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
  ParseError,
  type PhoneNumber,
} from 'libphonenumber-js/min'
import { cleanNumber, digitCount, isScientific } from './cleanNumber'
import type { Verdict } from './verdict'

export interface NumberCheck {
  verdict: Verdict
  /** E.164, or '' when the number cannot be sent to. With `missing-plus` it is what the number would be with one. */
  e164: string
  /** ISO code of the country, `+49` where only the calling code is known, '' where neither is. */
  region: string
}

const CALLING_CODES = new Set(getCountries().map((country) => getCountryCallingCode(country)))

/** One number as typed, against the numbering plan of its country. */
export function checkNumber(raw: string, country: string, isTrusted: (e164: string) => boolean): NumberCheck {
  const cleaned = cleanNumber(raw)
  if (cleaned === '') return bad('empty')
  if (isScientific(cleaned)) return bad('scientific')
  if (digitCount(cleaned) === 0) return bad('no-digits')
  const phone = parse(fromAbroad(cleaned) ?? cleaned, country)
  if ('verdict' in phone) return phone.verdict === 'too-long' ? (withPlus(cleaned) ?? phone) : phone
  if (phone.ext) return bad('extension', regionOf(phone))
  return judge(phone, cleaned, country, isTrusted)
}

function judge(
  phone: PhoneNumber,
  cleaned: string,
  country: string,
  isTrusted: (e164: string) => boolean,
): NumberCheck {
  const region = regionOf(phone)
  if (doublesCallingCode(phone, cleaned)) {
    const alone = parse(`+${cleaned.replace(/^\D+/, '')}`, country)
    if (!('verdict' in alone) && alone.isValid())
      return { verdict: 'ok', e164: alone.number, region: regionOf(alone) }
  }
  if (phone.isValid() || isTrusted(phone.number)) return { verdict: 'ok', e164: phone.number, region }
  const length = validatePhoneNumberLength(phone.number)
  if (length === 'TOO_SHORT') return bad('too-short', region)
  if (length === 'TOO_LONG') return withPlus(cleaned) ?? bad('too-long', region)
  return withPlus(cleaned) ?? { verdict: 'not-in-use', e164: phone.number, region }
}

/**
 * `49151…` among German numbers has its country code already: with a national number the parser would put a second
 * one in front, and reach nobody or somebody else.
 */
function doublesCallingCode({ countryCallingCode, nationalNumber }: PhoneNumber, cleaned: string): boolean {
  return /^[^+0]/.test(cleaned) && nationalNumber.startsWith(countryCallingCode) && nationalNumber.length > 10
}

/**
 * `0044…` is how most of the world dials abroad, and how its lists are written, also where the prefix is another one:
 * in the United States no number begins like this.
 */
function fromAbroad(cleaned: string): string | null {
  const rest = cleaned.replace(/^00[\s.-]*(?=[1-9])/, '+')
  if (rest === cleaned) return null
  const phone = parse(rest, undefined)
  return 'verdict' in phone || !phone.isValid() ? null : rest
}

/** Too long for its country and right with a plus sign: the plus was lost, as spreadsheets do. For a person to decide. */
function withPlus(cleaned: string): NumberCheck | null {
  if (/^[+0]/.test(cleaned)) return null
  const phone = parse(`+${cleaned}`, undefined)
  if ('verdict' in phone || phone.ext || !phone.isValid()) return null
  return { verdict: 'missing-plus', e164: phone.number, region: regionOf(phone) }
}

function parse(cleaned: string, country: string | undefined): PhoneNumber | NumberCheck {
  const defaultCountry = country !== undefined && isSupportedCountry(country) ? country : undefined
  try {
    return parsePhoneNumberWithError(cleaned, { defaultCountry, extract: false })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const region = cleaned.startsWith('+') ? callingCodeOf(cleaned) : (country ?? '')
    switch (error.message) {
      case 'TOO_SHORT':
        return bad('too-short', region)
      case 'TOO_LONG':
        return bad('too-long', region)
      case 'INVALID_COUNTRY':
        return bad('unknown-country')
      default:
        return bad(digitCount(cleaned) < 4 ? 'too-short' : 'not-a-number', region)
    }
  }
}

function callingCodeOf(cleaned: string): string {
  const digits = cleaned.replaceAll(/\D/g, '')
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => CALLING_CODES.has(start))
  return code === undefined ? '' : `+${code}`
}

function regionOf({ country, countryCallingCode }: PhoneNumber): string {
  return country ?? `+${countryCallingCode}`
}

function bad(verdict: Verdict, region = ''): NumberCheck {
  return { verdict, e164: '', region }
}
