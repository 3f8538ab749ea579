import type { Forcing } from './segments'

/** What word processors and phones put in place of the plain character, and what reads the same in its place. */
const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u2022': '-',
  '\u00b7': '-',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\u200b': '',
  '\u00ad': '',
  '\ufeff': '',
  '\u2122': '(TM)',
  '\u00ae': '(R)',
  '\u00a9': '(C)',
  '\u2044': '/',
  '\u00d7': 'x',
}

/** The text with each of these characters in its plain form. */
export function toPlain(text: string, characters: Iterable<string>): string {
  let plain = text
  for (const character of characters) {
    const replacement = PLAIN[character]
    if (replacement !== undefined) plain = plain.replaceAll(character, replacement)
  }
  return plain
}

/** Those that have a plain form, of the characters that force Unicode. */
export function replaceable(forcing: readonly Forcing[]): string[] {
  return forcing.map(({ character }) => character).filter((character) => PLAIN[character] !== undefined)
}

const NAMES: Record<string, string> = {
  '\u00a0': 'non-breaking space',
  '\u202f': 'narrow space',
  '\u2002': 'wide space',
  '\u2003': 'wide space',
  '\u2007': 'figure space',
  '\u2009': 'thin space',
  '\u200a': 'thin space',
  '\t': 'tab',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u00ad': 'soft hyphen',
  '\ufe0f': 'emoji variation mark',
  '\ufeff': 'byte order mark',
  '\u2018': 'curly quote ‘',
  '\u2019': 'curly quote ’',
  '\u201c': 'curly quote “',
  '\u201d': 'curly quote ”',
  '\u2013': 'dash –',
  '\u2014': 'long dash —',
  '\u2026': 'ellipsis …',
}

/** What to call a character on the screen: the character itself, or a name where it cannot be seen or told apart. */
export function nameOfCharacter(character: string): string {
  const name = NAMES[character]
  if (name !== undefined) return name
  if (/[\p{C}\p{Z}\p{M}]/u.test(character)) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  }
  return character
}
