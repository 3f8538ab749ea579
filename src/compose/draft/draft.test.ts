import { describe, expect, it } from 'vitest'
import { createChecker } from '../recipients/check'
import { columnOf, type List, type Who } from '../recipients/list'
import { emptyDraft } from './draft'
import { createDraftStore } from './draftStore'
import { readDraft } from './readDraft'
import { addMissingPlus, removeNeedingLook, removeRow, replaceRow } from './who'

const list = (raw: string[]): List => ({
  id: 'a',
  name: 'autumn.csv',
  rows: 'row',
  columns: [
    { label: 'mobile', raw, line: raw.map((_, at) => at + 2) },
    { label: 'home', raw: raw.map(() => '0301234567'), line: raw.map((_, at) => at + 2) },
  ],
  chosen: 0,
})
const who = (typed: string, lists: List[] = []): Who => ({ typed, lists, country: 'US', trusted: [] })
const check = (one: Who) => createChecker()(one)

describe('changes to who a message goes to', () => {
  it('replace a number where it stands', () => {
    const one = who('Ana +12065551337, +49 1\nBob 206 555 1338')
    expect(replaceRow(one, check(one), 1, '+4915123456789').typed).toBe(
      'Ana +12065551337, +4915123456789\nBob 206 555 1338',
    )
  })

  it('take a number out with its name and its separators', () => {
    const one = who('+12065551337, +49 1, +12065551338\nBob +49 2\nCem +12065551339')
    expect(removeNeedingLook(one, check(one)).typed).toBe('+12065551337, +12065551338\nCem +12065551339')
  })

  it('keep the rows of a list beside each other', () => {
    const one = who('', [list(['+12065551337', '+49 1', '+12065551338'])])
    const [changed] = removeRow(one, check(one), 0).lists
    expect(changed?.columns.map(({ raw, line }) => [raw, line])).toEqual([
      [
        ['+49 1', '+12065551338'],
        [3, 4],
      ],
      [
        ['0301234567', '0301234567'],
        [3, 4],
      ],
    ])
    expect(removeNeedingLook(who('', [list(['+49 1'])]), check(who('', [list(['+49 1'])]))).lists).toEqual([])
  })

  it('leave alone what has changed since it was checked', () => {
    const one = who('+12065551337\n+12065551338', [list(['+12065551339', '+12065551340'])])
    const checked = check(one)
    const once = removeRow(removeRow(one, checked, 0), checked, 2)
    expect(removeRow(removeRow(once, checked, 0), checked, 2)).toEqual(once)
    expect(once.typed).toBe('+12065551338')
    expect(once.lists.map((left) => columnOf(left).raw)).toEqual([['+12065551340']])
  })

  it('write the missing plus in lists and text', () => {
    const one = who('4915123456789', [list(['4915123456788', '+12065551337'])])
    const { typed, lists } = addMissingPlus(one, check(one))
    expect(typed).toBe('+4915123456789')
    expect(lists.map((changed) => columnOf(changed).raw)).toEqual([['+4915123456788', '+12065551337']])
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
      who: who('+12065551337', [list(['+12065551338'])]),
      text: '<b>Ahoy</b>',
    }
    open(session).set(draft)
    expect(open(session).get()).toEqual(draft)
  })

  it('is not written with its lists at every key press', () => {
    const session = memory()
    const store = open(session)
    store.set((draft) => ({ ...draft, who: who('', [list(['+12065551338'])]) }))
    session.items.delete('switchboard.compose.lists')
    store.set((draft) => ({ ...draft, text: 'A' }))
    expect(session.items.has('switchboard.compose.lists')).toBe(false)
  })

  it('says when it does not fit, and stays usable', () => {
    const session = memory(400)
    const store = open(session)
    store.set((draft) => ({
      ...draft,
      text: 'A',
      who: who('', [list(Array.from({ length: 99 }, () => '+12065551338'))]),
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
    expect(readDraft(stored, [{ columns: [{ raw: ['1'], line: [] }] }, null], 'DE').who).toMatchObject({
      typed: '',
      lists: [],
    })
  })
})
