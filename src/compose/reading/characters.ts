/**
 * A text in the few characters that numbers are read in, with the way back: what was typed can be shown, and changed,
 * beside what was read.
 */
export interface Cleaned {
  text: string
  /** Where each UTF-16 unit of `text` comes from in the original, and one more for its end. `null`: same places. */
  origin: Uint32Array | null
}

/** Every line break of Unicode (UAX 14, class BK, CR, LF and NL). */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const BREAKS = '\n\r\v\f\u0085\u2028\u2029'

const PLAIN = /^[\t\x20-\x7e]*$/

/**
 * Reads digits of all scripts as ASCII digits; dashes, blanks, plus signs, brackets, dots, slashes, bars, commas and
 * semicolons of all scripts as the ASCII one; line breaks as LF; and drops what cannot be seen. Letters stay as they are, and so do signs
 * that only look like digits (`²`, `①`): they are not part of a number.
 */
export function clean(original: string): Cleaned {
  if (PLAIN.test(original)) return { text: original, origin: null }
  let text = ''
  const origin: number[] = []
  let at = 0
  for (const character of original) {
    const plain = plainOf(character)
    text += plain
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { text, origin: Uint32Array.from(origin) }
}

/** The place in the original of a place in the cleaned text. */
export function originalPlace({ origin }: Cleaned, place: number): number {
  return origin?.[place] ?? place
}

/** Where what ends at this place in the cleaned text ends in the original. */
export function originalEnd(cleaned: Cleaned, end: number, original: string): number {
  if (!cleaned.origin || end === 0) return end
  const last = cleaned.origin[end - 1] ?? 0
  return last + ((original.codePointAt(last) ?? 0) > 0xff_ff ? 2 : 1)
}

const known = new Map<string, string>()

/** What one character is read as: itself, an ASCII character, or nothing. */
function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character
  let plain = known.get(character)
  if (plain === undefined) {
    plain = findPlain(character)
    known.set(character, plain)
  }
  return plain
}

function findPlain(character: string): string {
  if (character === '\t') return character
  if (BREAKS.includes(character)) return '\n'
  if (/\p{Default_Ignorable_Code_Point}|\p{Cf}/u.test(character)) return ''
  if (/\p{Nd}/u.test(character)) return asciiDigit(character)
  if (/[\p{Pd}\u2212\u2043\u02d7\u30fc\uff70\u2500\u2501\uff5e\u3161\u207b\u208b\u2796]/u.test(character))
    return '-'
  if (/[\p{Zs}\p{Cc}\p{Zl}\p{Zp}\u2800]/u.test(character)) return ' '
  if (/[\u2795\u207a\u208a]/u.test(character)) return '+'
  if (/[\u00b7\u2022\u2219\u22c5\u2027\u30fb\uff65]/u.test(character)) return '.'
  if (/[\u2044\u2215]/u.test(character)) return '/'
  if (/[\u00a6\u2502\u2223]/u.test(character)) return '|'
  if (/[\u066b\u066c]/u.test(character)) return ','
  const compatible = character.normalize('NFKC')
  if (/^[!-/:-~]$/.test(compatible)) return compatible
  // What ends a clause in another script separates as a comma does.
  return /\p{Terminal_Punctuation}/u.test(character) ? ',' : character
}

/** Unicode assigns the digits of a script as runs of ten; two such runs may stand side by side. */
function asciiDigit(digit: string): string {
  const value = digit.codePointAt(0) ?? 0
  let first = value
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return String((value - first) % 10)
}
