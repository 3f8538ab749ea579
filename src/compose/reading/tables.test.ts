import { describe, expect, it } from 'vitest'
import { createChecker } from './check'
import { numbersOf } from './checked'
import { emptyWho } from './list'
import { readFile } from './readFile'
import type { Remembered } from './remembered'
import { shapeOf } from './shape'
import type { Matching } from './table'

async function read(
  text: string,
  country = 'DE',
  matching: Matching | null = null,
  remembered: Remembered[] = [],
) {
  const result = await readFile({ content: text, name: 'list.csv', listId: 'a' }, () => undefined)
  if ('refused' in result) throw new Error(result.refused)
  const checked = createChecker()({ ...emptyWho(country), lists: [{ ...result.list, matching }] }, remembered)
  const report = checked.lists[0]
  if (!report) throw new Error('no report')
  return { checked, report, numbers: numbersOf(checked) }
}

describe('the shape of a text', () => {
  it.each([
    ['commas', 'name,phone\nAna,+12065550100'],
    ['semicolons beside decimal commas', 'name;phone;sum\nAna;+12065550100;1,50\nBob;+12065550101;2,75'],
    ['tabs, with one row', 'Ana\t20458812\t+4915123450001'],
    ['bars', '| Name | Phone |\n|------|-------|\n| Ana | +12065550100 |'],
    [
      'columns that line up',
      'Name      Kundennr  Handy\nAna Ruiz  20458812  0151 23450001\nBob       20458813  0151 23450002',
    ],
    ['a line that names the delimiter', 'sep=;\nname;phone\nAna;+12065550100'],
    ['one column with a heading', 'Phone\n206-555-0100\n206-555-0101'],
    [
      'a title above the headings',
      'Export of 2026-11-28,,\n,,\nName,Account,Mobile\nAna,20458812,+12065550100',
    ],
  ])('is a table with %s', (_, text) => {
    expect(shapeOf(text)).not.toBeNull()
  })

  it.each([
    ['numbers one a line', '206-555-0100\n206-555-0101'],
    [
      'numbers in a row',
      '+12065550100, +12065550101, +12065550102\n+12065550103, +12065550104, +12065550105',
    ],
    ['names and numbers here and there', 'Ana +12065550100, Bob +12065550101\nCem +12065550102'],
    ['a sentence', 'Please write to my phone, it is 206-555-0100'],
  ])('is lines with %s', (_, text) => {
    expect(shapeOf(text)).toBeNull()
  })
})

describe('the columns of a table', () => {
  it.each([
    ['Customer phone;Order', 'Customer phone'],
    ['Telefon;Handy', 'Handy'],
    ['Fax;Telefon', 'Telefon'],
    ['Nummer;Mobil', 'Mobil'],
    ['Account;Number', 'Number'],
    ['Rechnungsnummer;Rufnummer', 'Rufnummer'],
    ['Phone ID;Cell phone', 'Cell phone'],
  ])('are weighed by their headings: of %s it is %s', async (headings, expected) => {
    const { report, numbers } = await read(
      `${headings}\n0151 23450001;0151 23450002\n0151 23450003;0151 23450004`,
    )
    expect(report.columns[report.matching.numbers[0] ?? -1]?.label).toBe(expected)
    expect(report.reason).toBe('heading')
    expect(numbers).toHaveLength(2)
  })

  it.each([
    ['two of one kind', 'Mobile 1,Mobile 2\n0151 23450001,0151 23450002'],
    ['no headings and two columns of numbers', 'Ana,2045881201,2065550100\nBob,2045881202,2065550101'],
    ['only an order number', 'Order,Name\n0151 23450001,Ana'],
    ['no number that is clear', 'Note,Name\n20458812,Ana\n20458813,Bob'],
  ])('are asked about with %s, and nobody is sent to before', async (_, text) => {
    const { checked, report } = await read(text, text.includes('2065550100') ? 'US' : 'DE')
    expect(report.reason).toBeNull()
    expect(checked).toMatchObject({ people: 0, questions: 1 })
  })

  it('are those that somebody chose', async () => {
    const text = 'Ana,2045881201,2065550100\nBob,2045881202,2065550101'
    const matching = { header: -1, numbers: [2], every: false, names: [0], variables: [1] }
    const { checked, report, numbers } = await read(text, 'US', matching)
    expect(report.reason).toBe('chosen')
    expect(numbers).toEqual(['+12065550100', '+12065550101'])
    expect(checked).toMatchObject({ name: ['Ana', 'Bob'], variables: ['2045881201', '2045881202'] })
  })

  it('are those that were chosen for the same headings before', async () => {
    const matching = { header: 0, numbers: [1, 0], every: false, names: [], variables: [] }
    const remembered = [{ headings: ['mobile 1', 'MOBILE 2'], matching }]
    const { report, numbers } = await read(
      'Mobile 1,Mobile 2\n0151 23450001,\n,0151 23450002',
      'DE',
      null,
      remembered,
    )
    expect(report.reason).toBe('remembered')
    expect(numbers).toEqual(['+4915123450001', '+4915123450002'])
  })

  it('give the first number that is there, or all of them', async () => {
    const text = 'Mobile,Phone\n0151 23450001,030 1234567\n-,030 1234568'
    const matching = { header: 0, numbers: [0, 1], every: false, names: [], variables: [] }
    const fallback = await read(text, 'DE', matching)
    expect(fallback.numbers).toEqual(['+4915123450001', '+49301234568'])
    expect(fallback.checked.rule).toEqual(['', 'fallback'])
    const every = await read(text, 'DE', { ...matching, every: true })
    expect(every.numbers).toEqual(['+4915123450001', '+49301234567', '+49301234568'])
  })
})

describe('the rows of a table', () => {
  it('without a number offer what stands in other columns', async () => {
    const { checked } = await read(
      'Mobile,Phone,Customer no.\n0151 23450001,,20458812\n,030 1234567,20458813',
    )
    expect(checked.verdict).toEqual(['ok', 'empty'])
    expect(checked.choices[1]).toEqual([{ how: 'use', numbers: ['+49301234567'], label: 'Phone' }])
  })

  it.each([
    ['a remark', 'Note', 'please do not text'],
    ['an opt-out', 'Opt-out', 'yes'],
    ['no consent', 'SMS consent', 'no'],
    ['a status', 'Status', 'unsubscribed'],
  ])('ask with %s', async (_, heading, cell) => {
    const { checked } = await read(`Mobile,${heading}\n0151 23450001,${cell}\n0151 23450002,`)
    expect(checked.verdict).toEqual(['refusal', 'ok'])
  })

  it('ask where the extension stands in a column of its own', async () => {
    const { checked } = await read('Phone,Extension\n030 1234567,12\n030 1234568,')
    expect(checked.verdict).toEqual(['extension', 'ok'])
  })

  it('ask where a cell too many moved the columns', async () => {
    const { checked } = await read(
      'Name,Phone,City\nRuiz, Ana,0151 23450001,Berlin\nBob,0151 23450002,Oslo\nCem,0151 23450003,Rom',
    )
    expect(checked.people).toBe(2)
    expect(checked.look).toBe(1)
  })

  it('keep a title above the headings and repeated headings out', async () => {
    const { checked, report } = await read(
      'Export,2026-11-28\nName,Mobile\nAna,0151 23450001\nName,Mobile\nBob,0151 23450002',
    )
    expect(report.matching.header).toBe(1)
    expect(checked).toMatchObject({ name: ['Ana', 'Bob'], line: [3, 5] })
  })

  it('stand under a heading in any of the usual languages', async () => {
    for (const heading of [
      'Handynummer',
      'N° de portable',
      'Móvil',
      'Cellulare',
      'Telemóvel',
      'Komórka',
      '手机号',
      '携帯電話',
      'رقم الجوال',
      'Мобильный',
    ]) {
      const { report } = await read(`Nr.;${heading}\n1515551234;0151 23450001\n1515551235;0151 23450002`)
      expect(report.columns[report.matching.numbers[0] ?? -1]?.label, heading).toBe(heading)
    }
  })
})

it('a file without any number is refused', async () => {
  for (const content of ['name,city\nAna,Berlin', '']) {
    expect(await readFile({ content, name: 'a', listId: 'a' }, () => undefined)).toEqual({
      refused: 'no-numbers',
    })
  }
})
