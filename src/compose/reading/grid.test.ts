import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { rowsOf, type Format } from './grid'

const COMMAS: Format = { kind: 'delimited', delimiter: ',' }
const texts = (text: string, format: Format = COMMAS) =>
  rowsOf(text, format).map(({ cells }) => cells.map((cell) => cell.text))

describe('rowsOf', () => {
  it('reads what a well-kept parser wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', ';', '\n', ' ', 'é', '\t') })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, delimiter) => {
          const text = Papa.unparse(rows, { delimiter, newline: '\r\n' })
          expect(texts(text, { kind: 'delimited', delimiter })).toEqual(rows)
        },
      ),
    )
  })

  it('loses no row in a quote that is never closed', () => {
    expect(texts('name,phone\n"Ana,+12065550100\nBob "B",+12065550101\n"Cem",+12065550102')).toEqual([
      ['name', 'phone'],
      ['"Ana', '+12065550100'],
      ['Bob "B"', '+12065550101'],
      ['Cem', '+12065550102'],
    ])
  })

  it('numbers the lines that rows begin on, across cells with line breaks', () => {
    const rows = rowsOf('phone,note\r\n1,"two\r\nlines"\r\n\r\n2,x\u20283,y', COMMAS)
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6])
  })

  it('cuts columns that line up', () => {
    const rows = 'Name      Phone\nAna Ruiz  206 555 0100\nBob'
    expect(texts(rows, { kind: 'fixed', starts: [0, 10] })).toEqual([
      ['Name      ', 'Phone'],
      ['Ana Ruiz  ', '206 555 0100'],
      ['Bob', ''],
    ])
  })

  it('says where each cell stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') }), (text) => {
        for (const { cells } of rowsOf(text, COMMAS)) {
          for (const { start, end, text: inside } of cells) {
            const place = text.slice(start, end)
            expect([place, place.replaceAll('""', '"')].some((form) => form.includes(inside))).toBe(true)
          }
        }
      }),
    )
  })
})
