import type { Checked, SourceReport } from '../reading/checked'
import type { List, Who } from '../reading/list'
import type { Choice } from '../reading/choice'
import { cellsOf, type Matching } from '../reading/table'
import { needsLook } from '../reading/verdict'

/**
 * Changes to who a message goes to. What was typed is changed where it stands in the text; of a list only what the
 * agent changes is noted, beside the rows as they were read.
 */

/** What to put in the place of a row: a text, `null` to take it out, `undefined` to leave it. */
type Change = (row: number) => string | null | undefined

/**
 * Changes rows of the checked list. What no longer reads as it did when it was checked is somebody else, and is left
 * alone.
 */
function changeRows(who: Who, checked: Checked, change: Change): Who {
  const bySource = new Map<number, Changed[]>()
  checked.verdict.forEach((_, row) => {
    const next = change(row)
    if (next === undefined) return
    const source = checked.source[row] ?? -1
    const rows = bySource.get(source) ?? []
    rows.push({ row, next })
    bySource.set(source, rows)
  })
  // Lists may have come and gone since they were checked, so each is found by its id.
  const sourceOf = ({ id }: List) => checked.lists.findIndex((report) => report.id === id)
  const lists = who.lists.map((list) => {
    const source = sourceOf(list)
    return source < 0 ? list : changeList(list, source, checked, bySource.get(source) ?? [])
  })
  const typed = bySource.get(-1)
  return {
    ...who,
    typed: typed ? changeText(who.typed, checked, typed) : who.typed,
    // A list of which every row was taken out is a list no more.
    lists: lists.filter((list) => {
      const source = sourceOf(list)
      return source < 0 || !bySource.has(source) || isLeft(list, source, checked)
    }),
  }
}

interface Changed {
  row: number
  next: string | null
}

/** Puts another text in the place of one row. */
export function replaceRow(who: Who, checked: Checked, row: number, text: string): Who {
  return changeRows(who, checked, (at) => (at === row ? text : undefined))
}

/** Takes one row out. */
export function removeRow(who: Who, checked: Checked, row: number): Who {
  return changeRows(who, checked, (at) => (at === row ? null : undefined))
}

/** Takes everything out that needs a look. */
export function removeNeedingLook(who: Who, checked: Checked): Who {
  return changeRows(who, checked, (at) => (needsLook(checked.verdict[at] ?? 'ok') ? null : undefined))
}

/** Takes these numbers out, wherever they come from. */
export function removeNumbers(who: Who, checked: Checked, numbers: ReadonlySet<string>): Who {
  return changeRows(who, checked, (at) => (numbers.has(checked.e164[at] ?? '') ? null : undefined))
}

/** Takes the offered way with some rows; `null` takes a row out, and a row without a way stays as it is. */
export function takeChoices(
  who: Who,
  checked: Checked,
  choiceOf: (row: number) => Choice | null | undefined,
): Who {
  const kept: string[] = []
  const changed = changeRows(who, checked, (row) => {
    const choice = choiceOf(row)
    if (choice?.how === 'keep') kept.push(...choice.numbers)
    return choice?.how === 'use' ? choice.numbers.join(', ') : choice === null ? null : undefined
  })
  return { ...changed, kept: [...new Set([...changed.kept, ...kept])] }
}

/** Reads a text as a number that was left out as something else. */
export function putBack(who: Who, raw: string): Who {
  return { ...who, putBack: [...new Set([...who.putBack, raw])] }
}

/** Matches the columns of a source, as it was read last. */
export function matchColumns(
  who: Who,
  { id, firstRow }: Pick<SourceReport, 'id' | 'firstRow'>,
  matching: Matching,
): Who {
  if (id === '') return { ...who, typedMatching: { of: firstRow, matching } }
  return { ...who, lists: who.lists.map((list) => (list.id === id ? { ...list, matching } : list)) }
}

function changeText(text: string, checked: Checked, changed: readonly Changed[]): string {
  const removed = new Set(changed.filter(({ next }) => next === null).map(({ row }) => row))
  let rest = text
  // From the end on, so that the places before stay true.
  for (const { row, next } of changed.toReversed()) {
    const [start, end] = [checked.start[row] ?? 0, checked.end[row] ?? 0]
    if (text.slice(start, end) !== checked.raw[row]) continue
    const cut = next === null ? cutOf(text, checked, row, removed) : { start, end }
    rest = rest.slice(0, cut.start) + (next ?? '') + rest.slice(cut.end)
  }
  return rest
}

/**
 * What goes from the text with a number: the whole line, with the name in it, where nothing else of it stays; else the
 * number and the separator behind it, or before it at the end of a line.
 */
function cutOf(
  text: string,
  checked: Checked,
  row: number,
  removed: ReadonlySet<number>,
): { start: number; end: number } {
  const [start, end] = [checked.start[row] ?? 0, checked.end[row] ?? 0]
  const lineStart = lineStartOf(text, start)
  const lineEnd = lineEndOf(text, end)
  const onLine = (other: number) =>
    checked.source[other] === -1 &&
    (checked.start[other] ?? 0) >= lineStart &&
    (checked.end[other] ?? 0) <= lineEnd
  const others = neighbours(row, onLine)
  if (others.every((other) => removed.has(other))) {
    // The first one of the line takes the line with it, and all its numbers.
    const isFirst = others.every((other) => other > row)
    if (!isFirst) return { start, end: start }
    const after = /^(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])/.exec(text.slice(lineEnd))?.[0].length ?? 0
    const before =
      after === 0
        ? (/(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])$/.exec(text.slice(0, lineStart))?.[0].length ?? 0)
        : 0
    return { start: lineStart - before, end: lineEnd + after }
  }
  const behind = /^\s*[,;\t،、，]\s*/.exec(text.slice(end, lineEnd))?.[0].length ?? 0
  if (behind > 0) return { start, end: end + behind }
  const front = /\s*[,;\t،、，]?\s*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0
  return { start: start - front, end }
}

const BREAKS = '\r\n\v\f\u0085\u2028\u2029'

function lineStartOf(text: string, at: number): number {
  let start = at
  while (start > 0 && !BREAKS.includes(text[start - 1] ?? '')) start -= 1
  return start
}

function lineEndOf(text: string, at: number): number {
  let end = at
  while (end < text.length && !BREAKS.includes(text[end] ?? '')) end += 1
  return end
}

/** The rows before and behind that fulfil a condition, without a gap. */
function neighbours(row: number, isOne: (row: number) => boolean): number[] {
  const found: number[] = []
  for (let at = row - 1; at >= 0 && isOne(at); at -= 1) found.push(at)
  for (let at = row + 1; isOne(at); at += 1) found.push(at)
  return found
}

function changeList(list: List, source: number, checked: Checked, changed: readonly Changed[]): List {
  if (changed.length === 0) return list
  const next = new Map(changed.map((one) => [one.row, one.next]))
  const edits = { ...list.edits }
  for (const index of new Set(changed.map(({ row }) => checked.index[row] ?? -1))) {
    const rows = rowsAt(checked, source, index, changed)
    if (list.edits[index] === null) continue
    if (list.form === 'lines') {
      const line = list.edits[index] ?? cellsOf(list.table).columns[0]?.[index] ?? ''
      const edited = changeLine(line, rows, next, checked)
      if (edited !== undefined) edits[index] = edited
    } else {
      if (
        list.edits[index] !== undefined &&
        !rows.every((row) => list.edits[index]?.includes(checked.raw[row] ?? ''))
      )
        continue
      const parts = rows.map((row) => (next.has(row) ? next.get(row) : checked.raw[row])).filter(isText)
      edits[index] = parts.length > 0 ? parts.join(', ') : null
    }
  }
  return { ...list, edits }
}

function isText(part: string | null | undefined): part is string {
  return typeof part === 'string' && part.trim() !== ''
}

/** All numbers of one row of a list. They stand beside each other in the checked list. */
function rowsAt(checked: Checked, source: number, index: number, changed: readonly Changed[]): number[] {
  const first =
    changed.find(({ row }) => checked.index[row] === index && checked.source[row] === source)?.row ?? 0
  const isOne = (row: number) => checked.source[row] === source && checked.index[row] === index
  return [...neighbours(first, isOne), first].toSorted((one, other) => one - other)
}

/** A line of a text with some of its numbers changed; `null` with none of them left, `undefined` when it has changed. */
function changeLine(
  line: string,
  rows: readonly number[],
  next: ReadonlyMap<number, string | null>,
  checked: Checked,
): string | null | undefined {
  let changed = line
  let left = rows.length
  for (const row of rows.toReversed()) {
    const text = next.get(row)
    if (text === undefined) continue
    const [start, end] = [checked.start[row] ?? 0, checked.end[row] ?? 0]
    if (line.slice(start, end) !== checked.raw[row]) return undefined
    if (text === null) left -= 1
    const behind = text === null ? (/^\s*[,;\t]\s*/.exec(changed.slice(end))?.[0].length ?? 0) : 0
    changed = changed.slice(0, start) + (text ?? '') + changed.slice(end + behind)
  }
  return left === 0 ? null : changed.replace(/[\s,;]+$/, '')
}

/** Whether any number of a list is left. */
function isLeft(list: List, source: number, checked: Checked): boolean {
  return checked.source.some((one, row) => one === source && list.edits[checked.index[row] ?? -1] !== null)
}
