import { describe, expect, it } from 'vitest'
import { createChecker } from '../reading/check'
import { emptyWho, type List } from '../reading/list'
import { TableBuilder } from '../reading/table'
import { choiceForKey, keyOf, wordsForChoice } from './choices'
import { repairsOf } from './repairs'
import { assign, roleOf, rolesFor } from './roles'
import { describeSource, explainReason } from './sourceWords'

const NONE = { header: 0, numbers: [], every: false, names: [], variables: [] }

function tableOf(text: string): List {
  const builder = new TableBuilder()
  text.split('\n').forEach((line, at) => builder.add(at + 1, line.split(';')))
  return {
    id: 'a',
    name: 'kunden.csv',
    form: 'table',
    table: builder.build(),
    matching: null,
    edits: {},
    origin: null,
  }
}
const reportOf = (list: List) => {
  const report = createChecker()({ ...emptyWho('DE'), lists: [list] }).lists[0]
  if (!report) throw new Error('no report')
  return report
}

describe('what is said of a source', () => {
  const rows =
    'Kundennummer;Name;Handy;Telefon\n20458812;Ana;0151 23456781;030 1234567\n20458813;Bob;;030 1234568'

  it('names its column, what goes with it, what is left out, and what needs a look', () => {
    const report = reportOf(tableOf(rows))
    expect(describeSource(report, 'kunden.csv')).toEqual([
      'from column Handy of kunden.csv',
      'with Name',
      'left out: Kundennummer, Telefon',
      '1 to look at',
    ])
    expect(explainReason(report)).toBe('of the heading “Handy”')
  })

  it('names the columns that help out, and those that are all sent to', () => {
    const two = { header: 0, numbers: [2, 3], every: false, names: [], variables: [0] }
    expect(describeSource(reportOf({ ...tableOf(rows), matching: two }), 'kunden.csv').slice(0, 2)).toEqual([
      'from column Handy of kunden.csv, where it is empty from Telefon',
      'with Kundennummer',
    ])
    const all = reportOf({ ...tableOf(rows), matching: { ...two, every: true } })
    expect(describeSource(all, 'kunden.csv')[0]).toBe('from columns Handy and Telefon of kunden.csv')
    expect(explainReason(all)).toBe('')
  })

  it('says that a column is still to be chosen, and nothing else', () => {
    const report = reportOf(tableOf('Mobile 1;Mobile 2\n0151 23456781;0151 23456782'))
    expect(describeSource(report, 'kunden.csv')).toEqual(['no column of kunden.csv is chosen yet'])
  })
})

describe('the use of a column', () => {
  it('is one of a few, with an order among the columns of numbers', () => {
    const one = assign(NONE, 2, 'number:0')
    expect(rolesFor(one, 2).map(({ label }) => label)).toEqual([
      'Phone number',
      'Name',
      'Shown as a note',
      'Left out',
    ])
    const two = assign(one, 3, 'number:1')
    expect(two.numbers).toEqual([2, 3])
    expect(rolesFor(two, 3)[1]?.label).toBe('Phone number, second choice')
    expect(assign(two, 3, 'number:0').numbers).toEqual([3, 2])
    expect(assign(two, 2, 'out').numbers).toEqual([3])
  })

  it('is what it was set to, and no other', () => {
    for (const role of ['number:0', 'name', 'variable', 'out']) {
      const matching = assign(assign(NONE, 1, 'name'), 1, role)
      expect(roleOf(matching, 1)).toBe(role)
      expect([...matching.numbers, ...matching.names, ...matching.variables]).toHaveLength(
        role === 'out' ? 0 : 1,
      )
    }
  })
})

describe('the keys of a row', () => {
  const both = { how: 'use', numbers: ['+12065550100', '+12065550101'], label: '' } as const
  const choices = [
    { how: 'use' as const, numbers: ['+12065550100'], label: 'mobile' },
    { how: 'use' as const, numbers: ['+12065550101'], label: '' },
    { ...both, numbers: [...both.numbers] },
  ]

  it('are places where there are several readings, and Enter only for the only one', () => {
    expect(choices.map((choice) => keyOf(choice, choices))).toEqual(['1', '2', '3'])
    expect(choiceForKey('Enter', choices)).toBeUndefined()
    expect(choiceForKey('Enter', choices.slice(1, 2))).toBe(choices[1])
  })

  it('take K for what is kept, never Enter', () => {
    const kept = { how: 'keep' as const, numbers: ['+12065550100'], label: '' }
    expect(choiceForKey('Enter', [kept])).toBeUndefined()
    expect(choiceForKey('k', [kept])).toBe(kept)
    expect(wordsForChoice(kept, 'refusal')).toBe('Send to +12065550100 anyway')
    expect(wordsForChoice(kept, 'too-long')).toBe('Keep it as +12065550100')
  })

  it('say what they do', () => {
    expect(choices.map((choice) => wordsForChoice(choice, 'several'))).toEqual([
      'Use +12065550100 (mobile)',
      'Use +12065550101',
      'Use both',
    ])
  })
})

describe('repairs for many rows', () => {
  it('are offered by what is wrong, with their count', () => {
    const typed = [
      '4915123456781',
      '4915123456782',
      '+12065550100 STOP',
      '+12065550101 STOP',
      'nobody',
      'nothing',
    ].join('\n')
    const checked = createChecker()({ ...emptyWho('US'), typed })
    expect(repairsOf(checked).map(({ label }) => label)).toEqual([
      'Add the + to 2',
      'Remove the 2 who do not want messages',
      'Remove 2 rows without a number',
    ])
  })

  it('take the mobile number of each contact that has one', () => {
    const list = tableOf(
      'Phone;Name\nhome: +12065550100 mobile: +12065550101;Ana\nmobile: +12065550102 work: +12065550103;Bob',
    )
    const checked = createChecker()({ ...emptyWho('US'), lists: [list] })
    const [repair] = repairsOf(checked)
    expect(repair?.label).toBe('Use the mobile number of 2 people')
    expect(repair?.rows.map((row) => repair.choiceOf(row)?.numbers)).toEqual([
      ['+12065550101'],
      ['+12065550102'],
    ])
  })
})
