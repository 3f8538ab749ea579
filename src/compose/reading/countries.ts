import { CALLING_CODES } from './callingCodes'

export interface Country {
  code: string
  name: string
  callingCode: string
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** The English name of a country, as it follows "in". The code itself where there is no name. */
export function countryName(code: string): string {
  const name = /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
  return /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia)/.test(name) ? `the ${name}` : name
}

/** The name of a country as it stands alone. A calling code stays as it is. */
export function regionName(region: string): string {
  return countryName(region).replace(/^the /, '')
}

/** All countries with a calling code, by name. */
export function allCountries(): Country[] {
  return CALLING_CODES.trim()
    .split(/\s+/)
    .map((pair) => ({
      code: pair.slice(0, 2),
      name: names.of(pair.slice(0, 2)) ?? pair.slice(0, 2),
      callingCode: `+${pair.slice(2)}`,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** The country of the first language that names one: `pt-BR` is Brazil. The United States where none does. */
export function countryOfLanguages(languages: readonly string[]): string {
  for (const language of languages) {
    const region = regionOf(language)
    if (region && new RegExp(`(?:^|\\s)${region}\\d`).test(CALLING_CODES)) return region
  }
  return 'US'
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region
  } catch {
    return undefined
  }
}
