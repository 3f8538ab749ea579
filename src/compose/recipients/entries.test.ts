import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf } from './entries'

const raws = (text: string) => entriesOf(text).map(({ raw }) => raw)

describe('entriesOf', () => {
  it.each([
    ['+12065550100\n+12065550101', ['+12065550100', '+12065550101']],
    [
      '+12065550100, +12065550101;+12065550102\t+12065550103',
      ['+12065550100', '+12065550101', '+12065550102', '+12065550103'],
    ],
    ['+12065550100 +12065550101', ['+12065550100', '+12065550101']],
    ['Ana Ruiz <+1 206 555 0100>', ['+1 206 555 0100']],
    ['Ana (+1 206 555 0100)', ['+1 206 555 0100']],
    ['(206) 555-0100', ['(206) 555-0100']],
    ['Ana Ruiz; 10115 Berlin; +49 151 23456789', ['+49 151 23456789']],
    ['2026-11-24\t0151 23456789', ['0151 23456789']],
    ['"Ruiz, Ana","+12065550100"', ['+12065550100']],
    ['مريم ٠١٥١٢٣٤٥٦٧٨٩', ['٠١٥١٢٣٤٥٦٧٨٩']],
    ['+1 206 555 0100 ext. 12', ['+1 206 555 0100 ext. 12']],
    ['4.47912E+11', ['4.47912E+11']],
  ])('finds the numbers in %j', (text, expected) => {
    expect(raws(text)).toEqual(expected)
  })

  it('keeps a line without a number, so that somebody sees it', () => {
    expect(entriesOf('+12065550100\n\nAna Ruiz\n')).toMatchObject([{ line: 1 }, { raw: 'Ana Ruiz', line: 3 }])
  })

  it('says truly where each entry stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom('+12065550100', ',', '\n', 'Ana ', '\r\n', ' 0151 2345678')),
        (noise, parts) => {
          const text = parts.join('') + noise
          let last = 0
          for (const { raw, start, end } of entriesOf(text)) {
            expect(text.slice(start, end)).toBe(raw)
            expect(start).toBeGreaterThanOrEqual(last)
            last = end
          }
        },
      ),
    )
  })

  it('loses no number, whatever stands between them', () => {
    const number = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((digits) => `+1${digits}`)
    const between = fc.constantFrom('\n', ', ', ';', '\t', '\r\n', ' Ana, ', '\nBob\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(number, between)), (pairs) => {
        const found = raws(pairs.map(([one, gap]) => one + gap).join('')).filter((raw) => raw.startsWith('+'))
        expect(found).toEqual(pairs.map(([one]) => one))
      }),
    )
  })
})
