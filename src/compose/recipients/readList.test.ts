import { describe, expect, it } from 'vitest'
import { decodeText } from './decodeText'
import { columnOf } from './list'
import { readList } from './readList'
import { csvCell, rejectsCsv } from './rejectsCsv'
import { createChecker } from './check'

const read = (text: string) => readList(text, 'list.csv', 'a')
const utf16 = (text: string) => {
  const bytes = [0xff, 0xfe]
  for (let at = 0; at < text.length; at += 1) bytes.push(text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8)
  return new Uint8Array(bytes)
}

describe('readList', () => {
  it.each([
    ['commas', 'name,phone\nAna,+12065550100\nBob,+12065550101\n'],
    ['semicolons and padding', 'name;phone\n Ana ; +12065550100 \nBob;+12065550101'],
    ['tabs and CRLF', 'name\tphone\r\nAna\t+12065550100\r\nBob\t+12065550101\r\n'],
    ['quotes', '"name","phone"\n"Ruiz, Ana","+12065550100"\n"Bob ""B""","+12065550101"'],
    ['a byte order mark', '\ufeffname,phone\nAna,+12065550100\nBob,+12065550101'],
    ['a sep line', 'sep=;\nname;phone\nAna;+12065550100\nBob;+12065550101'],
  ])('reads a table with %s', (_, text) => {
    expect(columnOf(read(text) ?? fail())).toMatchObject({
      label: 'phone',
      raw: ['+12065550100', '+12065550101'],
    })
  })

  it('numbers rows as a spreadsheet does, with blank rows and line breaks in cells', () => {
    const list = read('phone,note\n+12065550100,"two\nlines"\n,\n+12065550101,x\n,no number')
    expect(columnOf(list ?? fail())).toEqual({
      label: 'phone',
      raw: ['+12065550100', '+12065550101', ''],
      line: [2, 4, 5],
    })
  })

  it('takes a first row that is a number for a number', () => {
    expect(columnOf(read('+12065550100,Ana\n+12065550101,Bob') ?? fail())).toMatchObject({
      label: 'Column 1',
      raw: ['+12065550100', '+12065550101'],
    })
  })

  it('offers every column that looks like phone numbers, the likeliest first', () => {
    const list = read(
      'order,home,mobile\n20458812,0301234567,+491512345671\n20458813,0301234568,+491512345672',
    )
    expect(list?.columns.map(({ label }) => label)).toEqual(['mobile', 'home', 'order'])
  })

  it('keeps what Excel shortened, to say so', () => {
    expect(columnOf(read('phone\n4.47912E+11\n4.47913E+11\n') ?? fail()).raw).toEqual([
      '4.47912E+11',
      '4.47913E+11',
    ])
  })

  it('reads numbers strewn over a text', () => {
    const list = read('+12065550100, +12065550101, +12065550102\nAna +12065550103\n')
    expect(list).toMatchObject({ rows: 'line' })
    expect(columnOf(list ?? fail()).line).toEqual([1, 1, 1, 2])
  })

  it('survives a quote that is never closed', () => {
    expect(
      columnOf(read('name,phone\n"Ana,+12065550100\nBob,+12065550101\nCem,+12065550102') ?? fail()).raw,
    ).toHaveLength(3)
  })

  it('says when there is nothing to read', () => {
    expect(read('name,city\nAna,Berlin\nBob,Oslo')).toBeNull()
    expect(read('')).toBeNull()
  })
})

describe('decodeText', () => {
  const text = 'Name;Telefon\nJürgen;+4915123456789\n'
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-16 with a mark', utf16(text)],
    ['UTF-16 without', utf16(text).slice(2)],
    ['Windows-1252', new Uint8Array(Array.from(text, (character) => character.charCodeAt(0)))],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text })
  })

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'workbook'],
    ['an image', [0x89, 0x50, ...Array.from({ length: 200 }, (_, at) => at % 9)], 'binary'],
  ])('does not take %s for a list', (_, bytes, notText) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({ notText })
  })
})

describe('rejectsCsv', () => {
  it('lists what needs a look, and nothing a spreadsheet would run', () => {
    const who = { typed: '+12065551337\n=HYPERLINK("x")\n+49 1', lists: [], country: 'US', trusted: [] }
    const csv = rejectsCsv(createChecker()(who), who)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`Typed,2,"'=HYPERLINK(""x"")",there is no phone number here`)
  })

  it.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1'])('disarms %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })
})

function fail(): never {
  throw new Error('no list')
}
