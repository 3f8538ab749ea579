import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageMetadata } from '#/comms'
import { countNew, DRY_PAGES, listOf, nextToken, withLatest, withLatestAndNew, type ListPage } from './list'

const message = (id: string, status = 'SENT'): MessageMetadata => ({
  id,
  status,
  from: null,
  to: [],
  related: [],
  tags: {},
  scheduledFor: null,
  createdAt: null,
  updatedAt: null,
  deletedAt: null,
  raw: null,
})

const page = (token: string | null, ids: string[], next: string | null): ListPage<MessageMetadata> => ({
  token,
  items: ids.map((id) => message(id)),
  unreadable: 0,
  nextToken: next,
  fetchedAt: 0,
})

const idsOf = (pages: ListPage<MessageMetadata>[]) => listOf(pages).rows.map(({ id }) => id)

/** Reads a list to its end the way the table does. `lists` gives the rows as they stand at each request. */
function readAll(lists: string[][], size: number): ListPage<MessageMetadata>[] {
  const pages: ListPage<MessageMetadata>[] = []
  let token: string | null = null
  for (let request = 0; request < 200; request += 1) {
    const rows: string[] = lists[Math.min(request, lists.length - 1)] ?? []
    // A keyset cursor: the id of the last row that was given (section 7).
    const start: number = token === null ? 0 : rows.indexOf(token) + 1
    const items = rows.slice(start, start + size)
    const next = start + size < rows.length ? (items.at(-1) ?? null) : null
    pages.push(page(token, items, next))
    token = nextToken(pages)
    if (token === null) return pages
  }
  throw new Error('never ends')
}

describe('listOf', () => {
  it('neither loses nor doubles a row that was there throughout, however many arrive on top', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(5),
        (count, size, pace) => {
          const original = Array.from({ length: count }, (_, i) => `old-${i}`)
          const lists = Array.from({ length: 80 }, (_, request) => [
            ...Array.from({ length: request * pace }, (_new, i) => `new-${request * pace - i}`),
            ...original,
          ])
          expect(idsOf(readAll(lists, size))).toEqual(original)
        },
      ),
    )
  })

  it('shows a row once when pages overlap', () => {
    const pages = [page(null, ['a', 'b'], 't1'), page('t1', ['b', 'c'], null)]
    expect(idsOf(pages)).toEqual(['a', 'b', 'c'])
    expect(listOf(pages).end).toBe('complete')
  })

  it('ends with a notice where the API leads in a circle', () => {
    const pages = [page(null, ['a'], 't1'), page('t1', ['b'], 't2'), page('t2', ['c'], 't1')]
    expect(nextToken(pages)).toBeNull()
    expect(listOf(pages).end).toBe('loop')
  })

  it('goes on over empty pages, but not without end', () => {
    const pages = [page(null, ['a'], 't0')]
    for (let i = 0; i < DRY_PAGES; i += 1) {
      expect(listOf(pages).end).toBe('more')
      pages.push(page(`t${i}`, [], `t${i + 1}`))
    }
    expect(listOf(pages).end).toBe('dry')
    expect(nextToken(pages)).toBe(`t${DRY_PAGES}`)
    pages.push(page(`t${DRY_PAGES}`, ['b'], null))
    expect(listOf(pages)).toMatchObject({ end: 'complete', rows: [{ id: 'a' }, { id: 'b' }] })
  })

  it('keeps what was loaded when it starts over, and lets newer rows wait', () => {
    const pages = [
      page(null, ['d', 'c'], 't1'),
      page(null, ['f', 'e', 'd'], 't2'),
      page('t2', ['c', 'b'], 't1'),
      page('t1', ['a'], null),
    ]
    expect(idsOf(pages)).toEqual(['d', 'c', 'b', 'a'])
    expect(listOf(pages)).toMatchObject({ newer: 2, end: 'complete' })
  })

  it('may use a token again after starting over', () => {
    const pages = [page(null, ['a'], 't1'), page('t1', ['b'], 't2'), page(null, ['a'], 't1')]
    expect(nextToken(pages)).toBe('t1')
  })
})

describe('withLatest', () => {
  it('changes statuses in place', () => {
    const rows = [message('b', 'QUEUED'), message('a', 'QUEUED')]
    const again = [message('c', 'SENT'), message('a', 'DELIVERED'), message('b', 'SENT')]
    expect(withLatest(rows, again).map(({ id, status }) => [id, status])).toEqual([
      ['b', 'SENT'],
      ['a', 'DELIVERED'],
    ])
  })
})

describe('withLatestAndNew', () => {
  it('puts new rows below, so that none is pushed aside', () => {
    const rows = [message('b'), message('a')]
    const again = [message('c'), message('b'), message('a')]
    expect(withLatestAndNew(rows, again).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })
})

describe('countNew', () => {
  it('counts what came on top', () => {
    const rows = [message('b'), message('a')]
    expect(countNew(rows, [message('b'), message('a')])).toBe(0)
    expect(countNew(rows, [message('d'), message('c'), message('b')])).toBe(2)
    expect(countNew(rows, [message('d'), message('c')])).toBe(2)
    // A row further down that is not in the list is no newer one: it was beyond the pages that were read.
    expect(countNew(rows, [message('b'), message('x')])).toBe(0)
  })
})
