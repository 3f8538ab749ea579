import type { Span } from './entry'

/** How the cells of a row are told apart. */
export type Format =
  | { kind: 'delimited'; delimiter: string }
  /** Columns that line up: where each begins, in UTF-16 units. */
  | { kind: 'fixed'; starts: number[] }
  /** One cell a line. */
  | { kind: 'single' }

/** A cell with its place in the text, quotes included. */
export interface Cell extends Span {
  text: string
}

export interface Row {
  /** Line of the text that the row begins on, from 1. */
  line: number
  cells: Cell[]
}

/** A quote that is not closed within this many characters is only a character. */
const LONGEST_QUOTE = 20_000

/**
 * Splits a text into rows and cells, as RFC 4180 has it and as spreadsheets read it. A quote opens a cell only where
 * another one closes it: with a stray quote no row vanishes into the cell of another one.
 * @param onRow is given each row; false ends the reading
 */
export function eachRow(text: string, format: Format, onRow: (row: Row) => boolean | undefined): void {
  let at = 0
  let line = 1
  while (at <= text.length) {
    const row: Row = { line, cells: [] }
    const next =
      format.kind === 'delimited'
        ? delimited(text, at, format.delimiter, row.cells)
        : aligned(text, at, format.kind === 'fixed' ? format.starts : [0], row.cells)
    if (next === at && at === text.length && text.length > 0) return
    if (onRow(row) === false) return
    line += breaksIn(text, at, next)
    if (next <= at) return
    at = next
  }
}

export function rowsOf(text: string, format: Format): Row[] {
  const rows: Row[] = []
  eachRow(text, format, (row) => {
    rows.push(row)
    return true
  })
  return rows
}

/** Puts the cells of the row at `from` into `cells`, and gives where the next row begins. */
function delimited(text: string, from: number, delimiter: string, cells: Cell[]): number {
  let at = from
  for (;;) {
    const quoted = quotedCell(text, at, delimiter)
    const end = quoted?.end ?? cellEnd(text, at, delimiter)
    cells.push(quoted ?? { text: text.slice(at, end), start: at, end })
    if (text[end] !== delimiter) return afterBreak(text, end)
    at = end + 1
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && !isBreak(text.charCodeAt(at))) at += 1
  return at
}

function quotedCell(text: string, from: number, delimiter: string): Cell | null {
  let start = from
  while (text[start] === ' ') start += 1
  if (text[start] !== '"') return null
  let at = start + 1
  const limit = Math.min(text.length, start + LONGEST_QUOTE)
  while (at < limit) {
    if (text[at] !== '"') at += 1
    else if (text[at + 1] === '"') at += 2
    else {
      let end = at + 1
      while (text[end] === ' ') end += 1
      const isClosed = end === text.length || text[end] === delimiter || isBreak(text.charCodeAt(end))
      return isClosed ? { text: text.slice(start + 1, at).replaceAll('""', '"'), start: from, end } : null
    }
  }
  return null
}

function aligned(text: string, from: number, starts: readonly number[], cells: Cell[]): number {
  const end = cellEnd(text, from, '')
  // Where a cell is too long for its column, nobody can say where the next one begins.
  const isAligned = starts.every(
    (offset) => offset === 0 || from + offset >= end || isBlank(text[from + offset - 1]),
  )
  if (!isAligned) {
    cells.push({ text: text.slice(from, end), start: from, end })
    return afterBreak(text, end)
  }
  starts.forEach((offset, column) => {
    const start = Math.min(from + offset, end)
    const stop = Math.min(from + (starts[column + 1] ?? Infinity), end)
    cells.push({ text: text.slice(start, stop), start, end: stop })
  })
  return afterBreak(text, end)
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0'
}

/** LF, VT, FF, CR, NEL and the two separators of Unicode: those of LINE_BREAK. */
function isBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x20_28 || code === 0x20_29
}

function afterBreak(text: string, at: number): number {
  if (at >= text.length) return text.length
  return text.startsWith('\r\n', at) ? at + 2 : at + 1
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    if (isBreak(text.charCodeAt(at)) && !text.startsWith('\r\n', at)) breaks += 1
  }
  return breaks
}
