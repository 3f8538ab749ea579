import type { LeftOutPart } from './checked'
import type { Entry, LinePlace, LineReading } from './readLine'
import { keep, use, type Choice } from './numberRun'
import type { Column } from './columns'
import type { Matching } from './table'
import { isExtensionUnder, refusesUnder } from './words'

/** A number of a table, with where it stands. */
export interface RowEntry extends Entry {
  /** Which row of the table, from 0. */
  index: number
  /** Row or line as people count them, from 1. */
  line: number
  /** The column it was read from, -1 for a correction or where the row has no number. */
  column: number
  /** The number as written. */
  raw: string
  variables: string
}

export interface TableReading {
  entries: RowEntry[]
  leftOut: LeftOutPart[]
}

export interface TableInput {
  columns: readonly string[][]
  lines: readonly number[]
  matching: Matching
  about: readonly Column[]
  edits: Readonly<Record<number, string | null>>
  place: LinePlace
  /** Reads a cell; what was read before is remembered. */
  read: (text: string, place: LinePlace) => LineReading
  onProgress: (share: number) => void
}

/** Progress is told so often. */
export const PROGRESS_ROWS = 2000

/** What is the same for every row. */
interface Context extends TableInput {
  /** How the cells of each column are read. */
  places: readonly LinePlace[]
  editPlace: LinePlace
  /** Columns that only a few rows reach. */
  overhang: readonly number[]
}

/** The numbers of a table's rows, read from the columns that they are matched with. */
export function readTable(input: TableInput): TableReading {
  const { columns, matching, about, place, onProgress } = input
  const context: Context = {
    ...input,
    places: about.map(({ kind }) => placeOf(kind, place)),
    editPlace: { ...place, isCell: false, isLabelled: true },
    overhang: overhangOf(input),
  }
  const reading: TableReading = { entries: [], leftOut: [] }
  const rows = columns[0]?.length ?? 0
  for (let row = matching.header + 1; row < rows; row += 1) {
    if (row % PROGRESS_ROWS === 0) onProgress(row / rows)
    readRow(context, row, reading)
  }
  return reading
}

/** A column that somebody chose, or whose heading speaks of numbers, holds phone numbers. */
function placeOf(kind: Column['kind'], place: LinePlace): LinePlace {
  const isLabelled = place.isLabelled || kind === 'mobile' || kind === 'phone' || kind === 'number'
  return { ...place, isCell: true, isLabelled }
}

function readRow(context: Context, row: number, into: TableReading): void {
  const { columns, matching, edits, read, editPlace } = context
  const edit = edits[row]
  if (edit === null || isRepeatedHeader(context, row)) return
  if (edit !== undefined) return addAll(context, row, -1, edit, read(edit, editPlace), into)
  const found = matching.numbers
    .map((column) => ({
      column,
      text: columns[column]?.[row] ?? '',
      reading: readCell(context, column, row),
    }))
    .filter(({ reading }) => reading.entries.length > 0)
  const usable = found.filter(({ reading }) => reading.entries.some(({ verdict }) => verdict !== 'no-number'))
  const taken = usable.length === 0 ? found.slice(0, 1) : matching.every ? usable : usable.slice(0, 1)
  for (const { column, text, reading } of taken) addAll(context, row, column, text, reading, into)
  if (taken.length === 0)
    addAll(context, row, -1, '', { entries: [emptyRow(context, row)], leftOut: [] }, into)
}

function readCell({ columns, places, place, read }: Context, column: number, row: number): LineReading {
  return read(columns[column]?.[row] ?? '', places[column] ?? place)
}

function addAll(
  context: Context,
  row: number,
  column: number,
  text: string,
  { entries, leftOut }: LineReading,
  into: TableReading,
): void {
  const { matching, lines } = context
  const line = lines[row] ?? row + 1
  const name = wordsIn(context, matching.names, row, ' ')
  const variables = wordsIn(context, matching.variables, row, ' · ')
  const isSecondChoice = !matching.every && matching.numbers.indexOf(column) > 0
  for (const entry of entries) {
    const known: RowEntry = {
      ...entry,
      rule: entry.rule ?? (isSecondChoice && entry.verdict === 'ok' ? 'fallback' : null),
      name: name || entry.name,
      index: row,
      line,
      column,
      raw: text.slice(entry.start, entry.end),
      variables,
    }
    into.entries.push(doubtRow(context, row, known))
  }
  for (const { start, end, what } of leftOut) into.leftOut.push({ line, raw: text.slice(start, end), what })
}

function wordsIn({ columns }: Context, chosen: readonly number[], row: number, between: string): string {
  if (chosen.length === 0) return ''
  return chosen
    .map((column) => columns[column]?.[row] ?? '')
    .filter(Boolean)
    .join(between)
}

/** A row without a number, with the numbers of columns that are left out as choices. */
function emptyRow(context: Context, row: number): Entry {
  const { matching, about } = context
  const others = about.flatMap(({ kind, label, numbers }, column) => {
    if (matching.numbers.includes(column) || numbers === 0 || kind === 'against' || kind === 'fax') return []
    const { entries } = readCell(context, column, row)
    return entries.filter(({ verdict }) => verdict === 'ok').map(({ e164 }) => use([e164], label))
  })
  return { start: 0, end: 0, verdict: 'empty', e164: '', about: '', rule: null, choices: others, name: '' }
}

/** Somebody decides about a person whose row says no, and about a row whose columns may have moved. */
function doubtRow(context: Context, row: number, entry: RowEntry): RowEntry {
  const { columns, matching, about, place, overhang } = context
  if (entry.verdict !== 'ok' || place.kept.has(entry.e164)) return entry
  const choices: Choice[] = [keep(entry.e164)]
  for (const [column, { heading }] of about.entries()) {
    if (matching.numbers.includes(column)) continue
    const text = columns[column]?.[row] ?? ''
    if (text === '') continue
    if (isExtensionUnder(heading, text)) return { ...entry, verdict: 'extension', about: '', choices }
    if (matching.names.includes(column) || !refusesUnder(heading, text)) continue
    const words = heading === '' || text.length > 20 ? text : `${heading}: ${text}`
    return { ...entry, verdict: 'refusal', about: words.slice(0, 60), choices }
  }
  const isLonger = overhang.some((column) => (columns[column]?.[row] ?? '') !== '')
  return isLonger ? { ...entry, verdict: 'long-row', about: '', choices } : entry
}

/** Columns behind the last heading that only a few rows reach: in those rows a cell too many stands somewhere. */
function overhangOf({ columns, matching, about }: TableInput): number[] {
  if (matching.header < 0) return []
  const last = columns.findLastIndex((cells) => (cells[matching.header] ?? '') !== '')
  return about.flatMap(({ filled, looked }, column) => (column > last && filled < looked / 2 ? [column] : []))
}

/** Exports that were put behind each other repeat their headings. */
function isRepeatedHeader({ columns, matching }: TableInput, row: number): boolean {
  return matching.header >= 0 && columns.every((cells) => cells[row] === cells[matching.header])
}
