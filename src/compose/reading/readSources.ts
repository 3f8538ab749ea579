import type { Entry, LinePlace, LineReading } from './entry'
import { guessColumns } from './columns'
import type { LeftOutPart, SourceReport } from './checked'
import { NOTHING_READ } from './checked'
import { rowsOf, type Row } from './grid'
import { packCells } from './cells'
import type { List, Who } from './list'
import type { OnProgress } from './readFile'
import { readLines, readText } from './readText'
import { PROGRESS_ROWS, readTable, type RowEntry, type TableReading } from './readTable'
import { matchingFor, type Remembered } from './remembered'
import { shapeOf } from './shape'
import { cellsOf, TableBuilder, type Matching, type Table } from './table'

/** A number with its place in its source. */
export interface SourceEntry extends Entry {
  /** See Checked. */
  index: number
  line: number
  raw: string
  variables: string
}

export interface SourceReading {
  entries: SourceEntry[]
  report: SourceReport
}

/** Reads one cell or line; a reader that remembers what it read before. */
export type ReadLine = (text: string, place: LinePlace) => LineReading

/** What all sources are read with. */
export interface Reading {
  place: LinePlace
  read: ReadLine
  remembered: readonly Remembered[]
  onProgress: OnProgress
}

/** Of the parts that are left out, so many are named one by one. */
const LISTED = 200

/** The numbers of the text box: of its columns, where it has some, else line by line. */
export function readTyped(text: string, chosen: Who['typedMatching'], reading: Reading): SourceReading {
  const shape = shapeOf(text)
  if (shape) {
    const rows = rowsOf(text.slice(shape.start), shape.format).filter(isFilled)
    const read = tableOf(rows)
    const matching = chosen?.of === firstRowOf(read) ? chosen.matching : null
    const table = readColumns(read, matching, {}, reading)
    // Lines that only happen to have columns are read one by one, so that each says what is wrong with it.
    if (table.report.reason !== null || table.report.columns.some(({ numbers }) => numbers > 0)) {
      return { ...table, entries: table.entries.map((entry) => inText(entry, rows, shape.start)) }
    }
  }
  const { entries, leftOut } = readText(text, reading.place, reading.read)
  return {
    entries: entries.map((entry, index) => ({
      ...entry,
      index,
      raw: text.slice(entry.start, entry.end),
      variables: '',
    })),
    report: {
      ...NOTHING_READ,
      ...listed(leftOut.map(({ line, what, start, end }) => ({ line, what, raw: text.slice(start, end) }))),
    },
  }
}

/** The numbers of a list. */
export function readList({ form, table, matching, edits }: List, reading: Reading): SourceReading {
  return form === 'table'
    ? readColumns(table, matching, edits, reading)
    : readListedLines(table, edits, reading)
}

type Edits = List['edits']

function readColumns(
  table: Table,
  chosen: Matching | null,
  edits: Edits,
  { place, read, remembered, onProgress }: Reading,
): SourceReading {
  const { columns, lines } = cellsOf(table)
  const guess = guessColumns(columns, place, chosen?.header)
  const known = chosen ?? matchingFor(headingsOf(columns, guess.matching.header), remembered)
  const matching = known ?? guess.matching
  const reason = chosen ? 'chosen' : known ? 'remembered' : guess.reason
  const isAsked = matching.numbers.length === 0
  // A column that somebody chose holds phone numbers, whatever its heading says.
  const input = { columns, lines, matching, about: guess.columns, edits, read, onProgress }
  const { entries, leftOut }: TableReading = isAsked
    ? { entries: [], leftOut: [] }
    : readTable({ ...input, place: { ...place, isLabelled: known !== null } })
  return {
    entries,
    report: {
      ...NOTHING_READ,
      form: 'table',
      columns: guess.columns,
      matching,
      firstRow: firstRowOf(table),
      reason: isAsked ? null : reason,
      rows: table.rows,
      ...listed(leftOut),
    },
  }
}

/** A text without columns, kept as lines. */
function readListedLines(table: Table, edits: Edits, { place, read, onProgress }: Reading): SourceReading {
  const { columns, lines } = cellsOf(table)
  const texts = (columns[0] ?? []).map((cell, row) => (edits[row] === undefined ? cell : (edits[row] ?? '')))
  let done = 0
  const readings = readLines(texts, place, (text, where) => {
    if (done % PROGRESS_ROWS === 0) onProgress(done / texts.length)
    done += 1
    return read(text, where)
  })
  const entries: SourceEntry[] = []
  const leftOut: LeftOutPart[] = []
  readings.forEach((reading, row) => {
    const text = texts[row] ?? ''
    const line = lines[row] ?? row + 1
    for (const entry of reading.entries) {
      entries.push({ ...entry, index: row, line, raw: text.slice(entry.start, entry.end), variables: '' })
    }
    for (const { start, end, what } of reading.leftOut)
      leftOut.push({ line, what, raw: text.slice(start, end) })
  })
  return { entries, report: { ...NOTHING_READ, rows: texts.length, ...listed(leftOut) } }
}

function listed(parts: LeftOutPart[]): Pick<SourceReport, 'leftOut' | 'leftOutCount'> {
  return { leftOut: parts.slice(0, LISTED), leftOutCount: parts.length }
}

function firstRowOf(table: Table): string {
  return packCells(cellsOf(table).columns.map((cells) => cells[0] ?? ''))
}

/** The headings of a table, none where it has no row of them. */
function headingsOf(columns: readonly string[][], header: number): string[] {
  return header < 0 ? [] : columns.map((cells) => cells[header] ?? '')
}

function isFilled({ cells }: Row): boolean {
  return cells.some(({ text }) => text.trim() !== '')
}

function tableOf(rows: readonly Row[]): Table {
  const builder = new TableBuilder()
  for (const { line, cells } of rows) {
    builder.add(
      line,
      cells.map(({ text }) => text),
    )
  }
  return builder.build()
}

/** Where an entry of a typed table stands in the text box: its own place in the cell, or the whole row without one. */
function inText(entry: SourceEntry & Partial<RowEntry>, rows: readonly Row[], start: number): SourceEntry {
  const cells = rows[entry.index]?.cells ?? []
  const cell = cells[entry.column ?? -1]
  if (!cell) {
    const [first, last] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0]
    return { ...entry, start: first + start, end: last + start }
  }
  const offset = start + cell.start + cell.text.length - cell.text.trimStart().length
  // In quotes with doubled ones inside, places do not match: then the whole cell is meant.
  const quote = cell.end - cell.start === cell.text.length ? 0 : 1
  return cell.end - cell.start > cell.text.length + 2
    ? { ...entry, start: start + cell.start, end: start + cell.end }
    : { ...entry, start: entry.start + offset + quote, end: entry.end + offset + quote }
}
