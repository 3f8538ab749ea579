/** A part of a line that has digits and is no phone number. */
export interface Special {
  from: number
  to: number
  /** What it is, in words that follow "left out: " and "looks like ". */
  what: string
}

const CURRENCY =
  'EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|SAR|AED|ILS|KRW|SGD|HKD|THB|IDR|MYR|PHP|VND'

/** Blanks, dots and commas stand in a sum only between its thousands and before its decimals. */
const AMOUNT = String.raw`(?:\d{1,3}(?:[ .,']\d{3}(?!\d))+|\d+)(?:[.,]\d{1,2}(?!\d))?`

/** Not inside a number, nor behind its plus. */
const APART = String.raw`(?<![\d+]|[\d+][-/.])`

const YEAR = '(?:1[89]|20|21)\\d\\d'
const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?`

/** `4.47912E+11`: what Excel shows for a long number, and what it saves. The last digits are gone for good. */
export const SCIENTIFIC = 'a number that a spreadsheet shortened'

/** In the order in which they are looked for: an address may hold what looks like a date. */
const KINDS: ReadonlyArray<readonly [what: string, pattern: RegExp]> = [
  ['a link', /(?:https?:\/\/|ftp:\/\/|www\.|mailto:)(?:(?![,;]\s*\+)[^\s<>"])*/giu],
  ['an e-mail address', /(?<![^\s@,;<>()"':|])[^\s@,;<>()"':|]+@[^\s@,;<>()"'|]+/gu],
  ['a link', /(?<![\p{L}\d.-])(?:[\p{Ll}\d-]{1,63}\.){1,8}\p{Ll}{2,24}\/[^\s<>",;]*/gu],
  [SCIENTIFIC, /(?<![\p{L}\d.,])\d(?:[.,]\d+)?\s?e\s?\+?\d{1,2}(?![\p{L}\d])/giu],
  ['a date', new RegExp(`${APART}${YEAR}([-/.])${MONTH}\\1${DAY}(?:[T ]${TIME})?(?!\\d|[-/.]\\d)`, 'giu')],
  [
    'a date',
    new RegExp(
      `${APART}(?:${DAY}([-/.])${MONTH}\\1|${MONTH}([-/.])${DAY}\\2)(?:${YEAR}|\\d\\d)(?: ${TIME})?(?!\\d|[-/.]\\d)`,
      'giu',
    ),
  ],
  ['a time', new RegExp(`(?<![\\d:+])${TIME}(?![\\d:])`, 'giu')],
  [
    'the address of a machine',
    /(?<![\d.+])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!\d|\.\d)/g,
  ],
  ['a sum', /(?<![\d.,+])\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|(?<![\d.,+])\d{1,3}(?:,\d{3})+\.\d{1,2}(?!\d)/g],
  ['a tax number', /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g],
  ['a sum', new RegExp(String.raw`(?:\p{Sc}|(?<!\p{L})(?:${CURRENCY}))\s?-?${AMOUNT}`, 'gu')],
  [
    'a sum',
    new RegExp(
      String.raw`(?<![\d+()\-/.,])${AMOUNT}\s?(?:\p{Sc}|%|(?:${CURRENCY}|kr|zł|Kč|Ft|lei)(?!\p{L}))`,
      'gu',
    ),
  ],
  ['a figure', /(?<![\d.,+])[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d,]|\.\d)/g],
]

/** A row of digits with letters right at it, or with a hyphen between: an account, a serial number, a reference. */
const CODE = /(?<![\p{L}\p{N}+])[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*/gu

/** Words that may stand right in front of a number: `tel2065550100`, `M-0151…`. */
const LEADING_WORD =
  /^(?:tel|fon|ph|phone|mob|mobile?|cell?|handy|sms|whatsapp|wa|nr|no|[tmphc])[-_]?(?=\d)/iu

/** A word and a whole number: in scripts without blanks, or with a hyphen between. */
const NAME_AND_NUMBER =
  /^(?:(?!\p{Script=Latin})\p{L}+[-_]?\d[\d-]{6,}|\d[\d-]{6,}(?!\p{Script=Latin})\p{L}+|\p{L}{3,}[-_]\d{9,}|\d{9,}[-_]\p{L}{3,})$/u

/** The mask of what is taken: no digit, letter, blank or separator, so that nothing is read across it. */
export const MASK = '\ue000'

/**
 * Finds what is no phone number, and gives the text with all of it masked. Places are those of the given text.
 * @param isNumber says of a part, by its place, that it is to be read as a number all the same
 */
export function findSpecials(
  text: string,
  isNumber: (from: number, to: number) => boolean,
): { specials: Special[]; masked: string } {
  const specials: Special[] = []
  let masked = text
  const take = (from: number, to: number, what: string) => {
    if (isNumber(from, to)) return
    specials.push({ from, to, what })
    masked = masked.slice(0, from) + MASK.repeat(to - from) + masked.slice(to)
  }
  for (const [what, pattern] of KINDS) {
    for (const { 0: found, index } of masked.matchAll(pattern)) {
      const kept = found.replace(/[\s.,;:)\]]+$/, '')
      if (/\d/.test(kept) && !kept.includes(MASK)) take(index, index + kept.length, what)
    }
  }
  for (const { 0: found, index } of masked.matchAll(CODE)) {
    if (!/\p{L}/u.test(found) || !/\d/.test(found)) continue
    const rest = found.replace(LEADING_WORD, '')
    if (NAME_AND_NUMBER.test(rest)) continue
    // A few digits in a name ("Desk4") are part of the name.
    if (/\p{L}/u.test(rest) && rest.replaceAll(/\D/g, '').length > 3)
      take(index, index + found.length, 'a code')
  }
  return { specials, masked }
}
