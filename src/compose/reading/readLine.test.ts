import type { LinePlace } from './entry'
import { readLine } from './readLine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const PLACE: LinePlace = {
  country: 'DE',
  isLabelled: false,
  isCell: false,
  kept: new Set(),
  putBack: new Set(),
}

describe('a bare number', () => {
  it('is read as it is within a line', () => {
    const part = fc.oneof(
      fc.stringMatching(/^[0-9]{1,8}$/),
      fc.constantFrom(
        '+49',
        '(0)',
        '(',
        ')',
        '-',
        '/',
        '.',
        ' ',
        '0151',
        '030',
        '1.',
        '(1)',
        '.0',
        '1985-04-12',
        '10.0.0.1',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.constantFrom('DE', 'US', 'IT', 'DK', 'FR'),
        fc.boolean(),
        (parts, country, isLabelled) => {
          const text = parts.join('')
          const place = { ...PLACE, country, isLabelled }
          const bare = readLine(text, place)
          // With quotation marks around it, a number is a line as any other.
          const quoted = readLine(`"${text}"`, place)
          const numbersOf = ({ entries }: typeof bare) =>
            entries.map(({ verdict, e164, rule, choices }) => ({ verdict, e164, rule, choices }))
          if (bare.entries.length > 1) return
          if (
            quoted.entries.some(({ verdict }) => verdict === 'ok') ||
            bare.entries.some(({ verdict }) => verdict === 'ok')
          ) {
            expect(numbersOf(bare), text).toEqual(numbersOf(quoted))
          }
        },
      ),
      { numRuns: 5000 },
    )
  }, 60_000)
})

describe('a name', () => {
  it.each([
    ['Ana Ruiz <+1 206 555 0100>', 'Ana Ruiz'],
    ['Ruiz, Ana: +12065550100', 'Ruiz Ana'],
    ['+12065550100 (Jürgen Groß)', 'Jürgen Groß'],
    ['مريم ٠١٥١٢٣٤٥٦٧٨٩', 'مريم'],
    ['Mobile of Bob 🎉: 0151 23456789', 'Bob 🎉'],
    ['Tel. +12065550100', ''],
    ['M. Müller 0151 23456781', 'M. Müller'],
    ['Mary and John: +12065550100', 'Mary and John'],
    ['📱 Ana ana@example.com +12065550100', 'Ana'],
    ['Jan en Piet, mobiel: +31612345678', 'Jan en Piet'],
    ['Desk4 +12065550100', 'Desk4'],
  ])('of %j is %j', (text, name) => {
    const { entries } = readLine(text, PLACE)
    expect(entries.map((entry) => entry.name)).toEqual([name])
    expect(entries[0]?.verdict).toBe('ok')
  })
})
