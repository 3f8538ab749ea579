import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { CALLING_CODES } from './callingCodes'
import { createChecker } from './check'
import { allCountries, countryOfLanguages } from './countries'
import { emptyWho, type Who } from './list'
import { readRun } from './numberRun'
import { explainVerdict } from './verdict'

const typed = (text: string, country = 'US'): Who => ({ ...emptyWho(country), typed: text })
const check = (raw: string, country = 'US') => {
  const { verdict, e164, about } = createChecker()(typed(raw, country))
  return { verdict: verdict[0], e164: e164[0], region: about[0] }
}

describe('one number', () => {
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
    ['Ana Ruiz', 'US', 'no-number'],
    ['4.47912E+11', 'GB', 'scientific'],
    ['4,47912E+11', 'DE', 'scientific'],
    ['+49 1', 'US', 'too-short'],
    ['206 555', 'US', 'too-short'],
    ['+49 151 23456789 1234567', 'US', 'too-long'],
    ['+999 123456', 'US', 'unknown-country'],
    ['+1 206 555 1337 ext 5', 'US', 'extension'],
    ['123 456 7890', 'US', 'not-in-use'],
    ['4915123456789', 'US', 'missing-plus'],
    // As long as a German number, and no one writes one without its zero: a customer number.
    ['20458812', 'DE', 'lost-zero'],
    // In other countries these are numbers; as they stand they are days.
    ['20120512', 'DK', 'something-else'],
    ['0301234567 0301234568', 'DE', 'several'],
    ['030 1234567/68', 'DE', 'several'],
  ])('does not send to %j in %s: %s', (raw, country, verdict) => {
    expect(check(raw, country).verdict).toBe(verdict)
  })

  it('names the country in its reason', () => {
    const why = (raw: string) => {
      const { verdict = 'ok', region = '', e164 = '' } = check(raw)
      return explainVerdict(verdict, region, e164)
    }
    expect(why('+49 1')).toBe('too short for a number with the country code +49')
    expect(why('206 555')).toBe('too short for a number in the United States')
    expect(why('4915123456789')).toContain('+4915123456789 would be a number in Germany')
  })

  it.each([
    ['+44 (0)7912 345678', '+447912345678'],
    ['(+44) 07912 345679', '+447912345679'],
    ['+48 022 512 34 56', '+48225123456'],
    ['0044 (0) 7912 345678', '+447912345678'],
    // Italy keeps the zero of its towns, and has none before its mobile numbers.
    ['+39 (0)6 1234567', '+39061234567'],
    ['+39 0347 1234567', '+393471234567'],
  ])('dials %j as %s', (raw, e164) => {
    expect(check(raw)).toMatchObject({ verdict: 'ok', e164 })
  })

  it('offers to keep only what could be dialled', () => {
    const kept = (raw: string, country: string) =>
      readRun(raw, { country, isLabelled: false }).choices.flatMap(({ how, numbers }) =>
        how === 'keep' ? numbers : [],
      )
    expect(kept('+5215512345678', 'MX')).toEqual(['+5215512345678'])
    expect(kept('0151 234567', 'DE')).toEqual(['+49151234567'])
    // No area code of North America starts with 1; a zero behind the country code is never dialled.
    expect(kept('123 456 7890', 'US')).toEqual([])
    expect(kept('+48 0 999 999 999', 'PL')).toEqual([])
    expect(kept('+1 206 555 01000', 'US')).toEqual([])
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
    const who = typed('+5215512345678')
    expect(checker(who).verdict).toEqual(['too-long'])
    expect(checker({ ...who, kept: ['+5215512345678'] })).toMatchObject({
      people: 1,
      look: 0,
      rule: ['kept'],
    })
    expect(checker(who).verdict).toEqual(['too-long'])
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
