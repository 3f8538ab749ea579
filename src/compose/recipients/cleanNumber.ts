/** Invisible marks that spreadsheets, chat programs and right-to-left text leave around numbers. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe63\uff0d]/g

/**
 * A number as a phone number parser can read it: digits of other scripts become ASCII, invisible marks go, and so do
 * the wrappings a spreadsheet or another program puts around a number to keep it as text.
 */
export function cleanNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^["'`\u2018\u2019\u00b4]+|["'`\u2018\u2019\u00b4]+$/g, '')
    .replace(/^(?:tel|sms|smsto|whatsapp|rcs):\s*/i, '')
    .trim()
}

/** How many digits a text has, of any script. */
export function digitCount(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0
}

/** `4.47912E+11`: what Excel shows for a long number, and what it saves. The last digits are gone for good. */
export function isScientific(cleaned: string): boolean {
  return /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i.test(cleaned)
}

/** A date or a time, which has as many digits as a phone number. */
function isDate(cleaned: string): boolean {
  return /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ]\d{1,2}:\d{2}.*)?$/.test(
    cleaned,
  )
}

/** Whether a cell is meant as a phone number: 7 to 17 digits and hardly anything else, or what Excel made of one. */
export function looksLikeNumber(raw: string): boolean {
  const cleaned = cleanNumber(raw)
  if (isScientific(cleaned)) return true
  if (isDate(cleaned)) return false
  const digits = digitCount(cleaned)
  return digits >= 7 && digits <= 17 && /^[+\d\s().\-/·]+(?:(?:ext|x|#)\.?\s*\d+)?$/i.test(cleaned)
}

/** Unicode assigns the digits of each script in one run of ten that starts at a multiple of ten from its zero. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit
  let zero = digit.codePointAt(0) ?? 0
  const value = zero
  while (value - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(value - zero)
}
