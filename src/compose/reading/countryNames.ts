import { allCountries } from './countries'
import { withoutAccents } from './words/plainWords'

/** The languages in which lists name countries. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'ar', 'ja', 'zh']

/** Without case, accents, dots and a leading "the". */
function plainName(name: string): string {
  return withoutAccents(name.trim())
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/^(?:the|die) /, '')
}

let known: Map<string, string> | null = null

/** The country that a cell names, by its code, its name in some languages, or its calling code; '' where none is. */
export function countryNamed(cell: string, preferred: string): string {
  const word = plainName(cell)
  const digits = /^(?:\+|00)?(\d{1,4})$/.exec(word)?.[1]
  if (digits === undefined) return names().get(word) ?? ''
  const sharing = allCountries().filter(({ callingCode }) => callingCode === `+${digits}`)
  // Several countries may share a code; a number is read alike in all of them.
  return sharing.find(({ code }) => code === preferred)?.code ?? MAIN[digits] ?? sharing[0]?.code ?? ''
}

/** Of those that share a calling code, the one whose plan holds for all. */
const MAIN: Readonly<Record<string, string>> = {
  1: 'US',
  7: 'RU',
  44: 'GB',
  39: 'IT',
  47: 'NO',
  61: 'AU',
  358: 'FI',
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  gbr: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  holland: 'NL',
  d: 'DE',
  ger: 'DE',
  deu: 'DE',
  brd: 'DE',
  a: 'AT',
  aut: 'AT',
  o: 'AT',
  ch: 'CH',
  che: 'CH',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  mex: 'MX',
  can: 'CA',
  bra: 'BR',
  ind: 'IN',
  bharat: 'IN',
  рф: 'RU',
}

function names(): Map<string, string> {
  if (known) return known
  known = new Map(Object.entries(OTHER_NAMES))
  for (const language of LANGUAGES) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
    for (const { code } of allCountries()) known.set(plainName(inLanguage.of(code) ?? code), code)
  }
  for (const { code } of allCountries()) known.set(code.toLowerCase(), code)
  return known
}
