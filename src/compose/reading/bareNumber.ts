/** Fewer digits are a house number, a postcode, an age: no candidate where words stand around them. */
export const FEWEST_DIGITS = 7

/** Digits with hardly anything between them, brackets around the first of them only. */
const BARE = /^\s*(\(?\+?\s?\(?\+?\d{1,5}\)?[ \-./]*(?:\(0\))?[\d \-./]*\d)\s*$/

/** What a bare number may be all the same: counted, decimal, a day, the address of a machine. */
const NOT_BARE =
  /^\s*\(?\d{1,4}(?:\)|[.\]-]+\s|\s+-)|\.0{1,2}\s*$|(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d|[-./]\d)|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/

/**
 * Where a text is one number and nothing else, as most cells and lines are. Reading it as a whole line comes to the
 * same, and takes four times as long.
 */
export function bareNumberIn(text: string): { from: number; to: number } | null {
  const bare = BARE.exec(text)?.[1]
  if (bare === undefined || NOT_BARE.test(text)) return null
  if (!bare.includes('+') && bare.replaceAll(/\D/g, '').length < FEWEST_DIGITS) return null
  const from = text.indexOf(bare)
  return { from, to: from + bare.length }
}
