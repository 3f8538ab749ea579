import type { Page } from '#/comms'

export interface ListRow {
  id: string
}

/**
 * A list that has been read page by page. Page tokens are opaque, may repeat, expire or lead to empty pages; this
 * makes one list of what came, in the order it came, with every row once.
 */
export interface ListPage<Row extends ListRow> extends Page<Row> {
  /** The token this page was asked for with; `null` for the top of the list. */
  token: string | null
  /** Epoch milliseconds. */
  fetchedAt: number
}

export interface PagedList<Row> {
  rows: Row[]
  /** Entries that came and could not be read. */
  unreadable: number
  /** Rows newer than the list's first, found when it was read again from the top. They wait for a refresh. */
  newer: number
  end: ListEnd
}

/**
 * How the list goes on below its last row: there is `more`; nothing, it is `complete`; the API led back to a page that
 * was read already (`loop`); or the last pages brought nothing new (`dry`), so that going on is a person's decision.
 */
export type ListEnd = 'more' | 'complete' | 'loop' | 'dry'

/** Empty pages in a row that are read without asking. A filter that matches few of many messages makes them. */
export const DRY_PAGES = 3

/** Where a reading starts over: at the top, because the API no longer took the token (400). */
const startsOver = (page: ListPage<ListRow>) => page.token === null

/** The pages since the list was last read from the top. */
function lastReading(pages: readonly ListPage<ListRow>[]): readonly ListPage<ListRow>[] {
  return pages.slice(Math.max(pages.findLastIndex(startsOver), 0))
}

/** The token to go on with, `null` at the end. A token that was used in this reading would only go in a circle. */
export function nextToken(pages: readonly ListPage<ListRow>[]): string | null {
  const next = pages.at(-1)?.nextToken ?? null
  if (next === null || lastReading(pages).some(({ token }) => token === next)) return null
  return next
}

/** One list out of all pages. */
export function listOf<Row extends ListRow>(pages: readonly ListPage<Row>[]): PagedList<Row> {
  const rows: Row[] = []
  const known = new Set<string>()
  const newer = new Set<string>()
  let unreadable = 0
  let dry = 0
  let restarted = false
  let caughtUp = true
  for (const [index, page] of pages.entries()) {
    if (index > 0 && startsOver(page)) {
      restarted = true
      caughtUp = false
    }
    unreadable += page.unreadable
    let fresh = 0
    for (const row of page.items) {
      if (known.has(row.id)) {
        caughtUp = true
        continue
      }
      if (restarted && !caughtUp) {
        newer.add(row.id)
        continue
      }
      known.add(row.id)
      rows.push(row)
      fresh += 1
    }
    // Pages of rows that are known already are how a reading from the top catches up; only empty ones are dry.
    dry = fresh > 0 || page.items.length > 0 ? 0 : dry + 1
  }
  for (const id of newer) if (known.has(id)) newer.delete(id)
  return { rows, unreadable, newer: newer.size, end: endOf(pages, dry) }
}

function endOf(pages: readonly ListPage<ListRow>[], dry: number): ListEnd {
  if (nextToken(pages) !== null) return dry >= DRY_PAGES ? 'dry' : 'more'
  return (pages.at(-1)?.nextToken ?? null) === null ? 'complete' : 'loop'
}

/** Whether the last page brought no row that is to be seen, so that the next is read without waiting for a scroll. */
export function bringsNothing(pages: readonly ListPage<ListRow>[]): boolean {
  if (pages.length === 0) return false
  return listOf(pages).rows.length === listOf(pages.slice(0, -1)).rows.length
}

/** A page that was read again, put into the rows that are shown. No row comes, goes or moves. */
export function withLatest<Row extends ListRow>(rows: readonly Row[], again: readonly Row[]): Row[] {
  const latest = new Map(again.map((row) => [row.id, row]))
  return rows.map((row) => latest.get(row.id) ?? row)
}

/** The same, and rows that were not there before go below the others, where they push nothing aside. */
export function withLatestAndNew<Row extends ListRow>(rows: readonly Row[], again: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id))
  return [...withLatest(rows, again), ...again.filter(({ id }) => !known.has(id))]
}

/** How many rows at the top of a fresh first page are not in the list yet. */
export function countNew(rows: readonly ListRow[], top: readonly ListRow[]): number {
  const known = new Set(rows.map(({ id }) => id))
  const firstKnown = top.findIndex(({ id }) => known.has(id))
  return firstKnown < 0 ? top.length : firstKnown
}
