import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { CALLING_CODES } from './callingCodes'
import { createChecker } from './check'
import { checkNumber } from './checkNumber'
import { allCountries, countryOfLanguages } from './countries'
import type { Who } from './list'
import { explainVerdict } from './verdict'

const check = (raw: string, country = 'US') => checkNumber(raw, country, () => false)
const typed = (text: string, country = 'US'): Who => ({ typed: text, lists: [], country, trusted: [] })

describe('checkNumber', () => {
  it.each([
    ['+1 206 555 1337', 'US', '+12065551337', 'US'],
    ['(206) 555-1337', 'US', '+12065551337', 'US'],
    ['0151 23456789', 'DE', '+4915123456789', 'DE'],
    ['00 49 151 23456789', 'DE', '+4915123456789', 'DE'],
    ['0044 7912 345678', 'US', '+447912345678', 'GB'],
    ['00 1 206 555 1337', 'DE', '+12065551337', 'US'],
    ['+49 (0)151 23456789', 'US', '+4915123456789', 'DE'],
    ['4915123456789', 'DE', '+4915123456789', 'DE'],
    ['whatsapp:+12065551337', 'DE', '+12065551337', 'US'],
    ['="0151 23456789"', 'DE', '+4915123456789', 'DE'],
    ["'+12065551337", 'US', '+12065551337', 'US'],
    ['\u202a+1\u00a0206\u00a0555\u00a01337\u202c', 'US', '+12065551337', 'US'],
    ['＋１２０６５５５１３３７', 'US', '+12065551337', 'US'],
    ['٠١٥١ ٢٣٤٥٦٧٨٩', 'DE', '+4915123456789', 'DE'],
    ['+१२०६५५५१३३७', 'US', '+12065551337', 'US'],
    ['206–555–1337', 'US', '+12065551337', 'US'],
  ])('reads %j in %s as %s', (raw, country, e164, region) => {
    expect(check(raw, country)).toEqual({ verdict: 'ok', e164, region })
  })

  it.each([
    ['', 'US', 'empty'],
    ['Ana Ruiz', 'US', 'no-digits'],
    ['4.47912E+11', 'GB', 'scientific'],
    ['4,47912E+11', 'DE', 'scientific'],
    ['+49 1', 'US', 'too-short'],
    ['206 555', 'US', 'too-short'],
    ['+49 151 23456789 1234567', 'US', 'too-long'],
    ['+999 123456', 'US', 'unknown-country'],
    ['+1 206 555 1337 ext 5', 'US', 'extension'],
    ['123 456 7890', 'US', 'not-in-use'],
    ['4915123456789', 'US', 'missing-plus'],
  ])('does not send to %j in %s: %s', (raw, country, verdict) => {
    expect(check(raw, country).verdict).toBe(verdict)
  })

  it('names the country in its reason', () => {
    const { verdict, region, e164 } = check('+49 1')
    expect(explainVerdict(verdict, region, e164)).toBe('too short for a number that starts with +49')
    const short = check('206 555')
    expect(explainVerdict(short.verdict, short.region, '')).toBe(
      'too short for a number in the United States',
    )
    const plus = check('4915123456789', 'US')
    expect(explainVerdict(plus.verdict, plus.region, plus.e164)).toContain(
      '+4915123456789 would be a number in Germany',
    )
  })
})

describe('createChecker', () => {
  it('merges what is the same number in different spellings, and says which came first', () => {
    const { people, duplicates, verdict, first } = createChecker()(
      typed('+12065551337\n(206) 555-1337\n+12065551338'),
    )
    expect({ people, duplicates, verdict, first }).toEqual({
      people: 2,
      duplicates: 1,
      verdict: ['ok', 'duplicate', 'ok'],
      first: [-1, 0, -1],
    })
  })

  it('reads national numbers anew when the country changes', () => {
    const checker = createChecker()
    expect(checker(typed('0151 23456789', 'US')).people).toBe(0)
    expect(checker(typed('0151 23456789', 'DE')).e164).toEqual(['+4915123456789'])
  })

  it('keeps a number on the agent’s word, and takes the word back', () => {
    const checker = createChecker()
    const who = typed('123 456 7890')
    expect(checker(who).verdict).toEqual(['not-in-use'])
    expect(checker({ ...who, trusted: ['+11234567890'] })).toMatchObject({ people: 1, look: 0 })
    expect(checker(who).verdict).toEqual(['not-in-use'])
  })

  it('counts people by country', () => {
    expect(createChecker()(typed('+12065551337\n+12065551338\n+4915123456789')).regions).toEqual([
      ['US', 2],
      ['DE', 1],
    ])
  })
})

describe('countries', () => {
  it('are those that the numbering plans know', () => {
    const known = getCountries().map((country) => `${country}${getCountryCallingCode(country)}`)
    expect(CALLING_CODES.trim().split(/\s+/).toSorted()).toEqual(known.toSorted())
    expect(allCountries().find(({ code }) => code === 'DE')).toEqual({
      code: 'DE',
      name: 'Germany',
      callingCode: '+49',
    })
  })

  it('follow the languages of the browser', () => {
    expect(countryOfLanguages(['de', 'pt-BR', 'en-US'])).toBe('BR')
    expect(countryOfLanguages(['en', '!!'])).toBe('US')
  })
})
