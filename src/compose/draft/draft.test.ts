import { describe, expect, it } from 'vitest'
import { createChecker } from '../reading/check'
import { numbersOf, type Checked } from '../reading/checked'
import { emptyWho, type List, type Who } from '../reading/list'
import { TableBuilder } from '../reading/table'
import { emptyDraft } from './draft'
import { createDraftStore } from './draftStore'
import { readDraft } from './readDraft'
import { matchColumns, putBack, removeNeedingLook, removeRow, replaceRow, takeChoices } from './who'

const list = (rows: string[][], form: List['form'] = 'table'): List => {
  const builder = new TableBuilder()
  rows.forEach((cells, at) => builder.add(at + 1, cells))
  return {
    id: 'a',
    name: 'autumn.csv',
    form,
    table: builder.build(),
    matching: null,
    edits: {},
    origin: null,
  }
}
const who = (typed: string, lists: List[] = []): Who => ({ ...emptyWho('US'), typed, lists })
const check = (one: Who) => createChecker()(one)
/** The last offered way, for every row that has one. */
const last = (checked: Checked) => (row: number) => checked.choices[row]?.at(-1)

describe('changes to who a message goes to', () => {
  it('replace a number where it stands', () => {
    const one = who('Ana +12065551337, +49 1\nBob 206 555 1338')
    const checked = check(one)
    const row = checked.verdict.findIndex((verdict) => verdict !== 'ok')
    expect(replaceRow(one, checked, row, '+4915123456789').typed).toContain(
      '+4915123456789\nBob 206 555 1338',
    )
  })

  it('take a number out with its separator, and a line with its name', () => {
    const one = who('+12065551337, +49 1, +12065551338\nBob +49 2\nCem +12065551339')
    expect(removeNeedingLook(one, check(one)).typed).toBe('+12065551337, +12065551338\nCem +12065551339')
    const two = who('+12065551337\r\nAna +49 1')
    expect(removeNeedingLook(two, check(two)).typed).toBe('+12065551337')
  })

  it('take a whole row out of a typed table', () => {
    const one = who('Name,Phone\nAna,+12065551337\nBob,+49 1\nCem,+12065551338')
    expect(removeNeedingLook(one, check(one)).typed).toBe('Name,Phone\nAna,+12065551337\nCem,+12065551338')
    expect(replaceRow(one, check(one), 1, '+12065551339').typed).toContain('Bob,+12065551339\n')
  })

  it('leave the rows of a list as they were read', () => {
    const table = list([
      ['Phone', 'Name'],
      ['+12065551337', 'Ana'],
      ['+49 1', 'Bob'],
      ['+12065551338', 'Cem'],
    ])
    const one = who('', [table])
    const removed = removeRow(one, check(one), 0)
    expect(removed.lists[0]?.table).toBe(table.table)
    expect(check(removed)).toMatchObject({ name: ['Bob', 'Cem'], line: [3, 4] })
    const corrected = replaceRow(removed, check(removed), 0, '+12065551339')
    expect(check(corrected)).toMatchObject({ name: ['Bob', 'Cem'], e164: ['+12065551339', '+12065551338'] })
    expect(
      removeNeedingLook(
        who('', [list([['Phone'], ['+49 1']])]),
        check(who('', [list([['Phone'], ['+49 1']])])),
      ).lists,
    ).toEqual([])
  })

  it('change one of several numbers of a line', () => {
    const one = who('', [list([['+12065551337, +12065551338'], ['+12065551339']], 'lines')])
    expect(numbersOf(check(removeRow(one, check(one), 0)))).toEqual(['+12065551338', '+12065551339'])
    expect(numbersOf(check(replaceRow(one, check(one), 1, '+12065551340')))).toEqual([
      '+12065551337',
      '+12065551340',
      '+12065551339',
    ])
  })

  it('leave alone what has changed since it was checked', () => {
    const one = who('+12065551337\n+12065551338', [list([['+12065551339'], ['+12065551340']], 'lines')])
    const checked = check(one)
    const once = removeRow(removeRow(one, checked, 0), checked, 2)
    expect(removeRow(removeRow(once, checked, 0), checked, 2)).toEqual(once)
    expect(numbersOf(check(once))).toEqual(['+12065551338', '+12065551340'])
    // Another list came before this one: the row is still that of its own list.
    const other = { ...list([['+12065551341']], 'lines'), id: 'b' }
    const later = { ...one, lists: [other, ...one.lists] }
    expect(numbersOf(check(removeRow(later, checked, 2)))).not.toContain('+12065551339')
    expect(numbersOf(check(removeRow(later, checked, 2)))).toContain('+12065551341')
  })

  it('match the columns of a typed table, and of no other one', () => {
    const one = who('Ana,2045881201,2065550100\nBob,2045881202,2065550101')
    const checked = check(one)
    const matching = { ...checked.typed.matching, numbers: [2] }
    const matched = matchColumns(one, checked.typed, matching)
    expect(numbersOf(check(matched))).toEqual(['+12065550100', '+12065550101'])
    // Somebody adds a row: it is the same table. Somebody types another one: it is asked about again.
    expect(check({ ...matched, typed: `${one.typed}\nCem,2045881203,2065550102` }).people).toBe(3)
    expect(
      check({ ...matched, typed: 'Zed,2065550109,2045881209\nAna,2065550108,2045881208' }),
    ).toMatchObject({
      people: 0,
      questions: 1,
    })
  })

  it('take what is offered, in lists and text', () => {
    const one = who('4915123456789\n206 555 0100 or 206 555 0101', [
      list([['Phone'], ['4915123456788'], ['+12065551337']]),
    ])
    const checked = check(one)
    const { typed, lists } = takeChoices(one, checked, last(checked))
    expect(typed).toBe('+4915123456789\n+12065550100, +12065550101')
    expect(check(who('', lists)).e164).toEqual(['+4915123456788', '+12065551337'])
  })

  it('keep a number on the agent’s word, also against a remark', () => {
    const one = who('206-555-0100 STOP\n+5215512345678')
    const checked = check(one)
    const kept = takeChoices(one, checked, (row) => checked.choices[row]?.[0])
    expect(kept.kept).toEqual(['+12065550100', '+5215512345678'])
    expect(check(kept)).toMatchObject({ people: 2, look: 0 })
  })

  it('read what was left out as a number', () => {
    const one = who('Ana, order 2065550100, mobile +12065550101')
    expect(check(one).typed.leftOut).toMatchObject([{ raw: '2065550100', what: 'another kind of number' }])
    expect(check(putBack(one, '2065550100'))).toMatchObject({ people: 0, verdict: ['several'] })
  })
})

describe('the stored draft', () => {
  const memory = (limit = Infinity) => {
    const items = new Map<string, string>()
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      removeItem: (key: string) => void items.delete(key),
      setItem(key: string, value: string) {
        if (value.length > limit) throw new Error('QuotaExceededError')
        items.set(key, value)
      },
    }
  }
  const open = (session: ReturnType<typeof memory>, local = memory()) =>
    createDraftStore({ session, local, country: 'DE', later: (task) => task() })

  it('comes back as it was', () => {
    const session = memory()
    const draft = {
      ...emptyDraft('US'),
      who: who('+12065551337', [list([['+12065551338']])]),
      text: '<b>Ahoy</b>',
    }
    open(session).set(draft)
    expect(open(session).get()).toEqual(draft)
  })

  it('is not written with its lists at every key press', () => {
    const session = memory()
    const store = open(session)
    store.set((draft) => ({ ...draft, who: who('', [list([['+12065551338']])]) }))
    session.items.delete('switchboard.compose.lists')
    session.items.delete('switchboard.compose.tables')
    store.set((draft) => ({ ...draft, text: 'A' }))
    expect(session.items.has('switchboard.compose.lists')).toBe(false)
    // A correction is written without the rows, which did not change.
    store.set((draft) => ({
      ...draft,
      who: { ...draft.who, lists: draft.who.lists.map((one) => ({ ...one, edits: { 0: null } })) },
    }))
    expect(session.items.has('switchboard.compose.lists')).toBe(true)
    expect(session.items.has('switchboard.compose.tables')).toBe(false)
  })

  it('says when it does not fit, and stays usable', () => {
    const session = memory(400)
    const store = open(session)
    store.set((draft) => ({
      ...draft,
      text: 'A',
      who: who('', [list(Array.from({ length: 99 }, () => ['+12065551338']))]),
    }))
    expect(store.saving.get().unsaved).toBe(true)
    expect(open(session).get()).toMatchObject({ text: 'A', who: { lists: [] } })
  })

  it('leaves nothing behind when it is cleared, but can be had back', () => {
    const session = memory()
    const store = open(session)
    store.set((draft) => ({ ...draft, text: 'A' }))
    const old = store.clear()
    expect(session.items.size).toBe(0)
    store.set(old)
    expect(store.get().text).toBe('A')
  })

  it('keeps the country for the next tab, and no number', () => {
    const local = memory()
    open(memory(), local).set((draft) => ({ ...draft, who: { ...who('+12065551337'), country: 'FR' } }))
    expect([...local.items.values()]).toEqual(['FR'])
    expect(open(memory(), local).get().who.country).toBe('FR')
  })

  it.each([null, 7, 'x', [], { who: { typed: 7 }, tags: [null], from: 'x' }])('survives %j', (stored) => {
    expect(readDraft(stored, [{ id: 'a' }, null], { a: { rows: 1 } }, 'DE').who).toMatchObject({
      typed: '',
      lists: [],
    })
  })
})
