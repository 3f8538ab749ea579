import type { Entry, LinePlace, LineReading } from './entry'
import { readLine } from './readLine'
import type { LeftOutPart } from './checked'
import { keepAs, replaceBy, type Choice } from './choice'
import type { Column } from './columns'
import type { Matching } from './table'
import { countryNamed } from './countryNames'
import type { Verdict } from './verdict'
import { isAreaHeading, isCountryHeading, isHeading } from './words/columnHeadings'
import { isExtensionUnder } from './words/extensions'
import { isFaxCell } from './words/labels'
import { refusalIn, refusesUnder } from './words/refusals'

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
  /** The column that says which country a row's number is from, -1 without one. */
  countryColumn: number
  /** The other columns, with what their headings say of their cells. */
  witnesses: readonly Witness[]
  /** What a line further up said of all that stand below it. */
  below: { verdict: Verdict; about: string } | null
}

/** A column that holds no numbers, and may say something against those of its rows. */
interface Witness {
  column: number
  heading: string
  isName: boolean
  isArea: boolean
  /** "Land" heads states of Germany as well as countries. */
  mayBeState: boolean
  isExtension: (cell: string) => boolean
  refuses: (cell: string) => boolean
}

function witnessesOf({ about, matching, place }: TableInput): Witness[] {
  const witnesses = about.map(({ heading }, column): Witness => {
    const isName = matching.names.includes(column)
    return {
      column,
      heading,
      isName,
      isArea: isAreaHeading(heading),
      mayBeState: mayBeState(heading, place),
      isExtension: isExtensionUnder(heading),
      refuses: isName ? (cell) => refusalIn(cell) !== null : refusesUnder(heading),
    }
  })
  return witnesses.filter(({ column }) => !matching.numbers.includes(column))
}

/** The numbers of a table's rows, read from the columns that they are matched with. */
export function readTable(input: TableInput): TableReading {
  const { columns, matching, about, place, onProgress } = input
  const context: Context = {
    ...input,
    places: about.map(({ kind }) => placeOf(kind, place)),
    editPlace: { ...place, isCell: false, isLabelled: true },
    overhang: overhangOf(input),
    witnesses: witnessesOf(input),
    countryColumn: about.findIndex(
      ({ heading }, column) =>
        isCountryHeading(heading) &&
        !(mayBeState(heading, place) && holdsStates(columns[column] ?? [], matching.header)),
    ),
    below: null,
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
  if (edit === undefined) noteBelow(context, row)
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

function readCell(context: Context, column: number, row: number): LineReading {
  const { columns, places, place, read, countryColumn } = context
  const text = columns[column]?.[row] ?? ''
  const known = places[column] ?? place
  const named = columns[countryColumn]?.[row] ?? ''
  if (named === '') return read(text, known)
  const country = countryNamed(named, place.country)
  return read(text, country === '' || country === place.country ? known : { ...known, country })
}

/**
 * What a row without a number says of those below: "Unsubscribed:" speaks of all of them, and other headings may mean
 * that the columns stand in another order from here on.
 */
function noteBelow(context: Context, row: number): void {
  const cells = context.columns.map((column) => column[row] ?? '').filter((cell) => cell !== '')
  if (cells.some((cell) => /\p{Nd}{3}/u.test(cell))) return
  const refusal = cells.length === 1 ? refusalIn(cells[0] ?? '') : null
  if (refusal) context.below = { verdict: 'refusal', about: refusal.words }
  else if (cells.filter(isHeading).length >= 2) context.below = { verdict: 'long-row', about: '' }
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
    return entries.filter(({ verdict }) => verdict === 'ok').map(({ e164 }) => replaceBy([e164], label))
  })
  return { start: 0, end: 0, verdict: 'empty', e164: '', about: '', rule: null, choices: others, name: '' }
}

/** Somebody decides about a person whose row says no, and about a number that may be another one. */
function doubtRow(context: Context, row: number, entry: RowEntry): RowEntry {
  const { columns, place, overhang, witnesses, below } = context
  if (entry.verdict !== 'ok' || place.kept.has(entry.e164)) return entry
  const choices: Choice[] = [keepAs(entry.e164)]
  if (below) return { ...entry, ...below, choices }
  for (const witness of witnesses) {
    const text = columns[witness.column]?.[row] ?? ''
    const doubt = text === '' ? null : doubtOf(context, witness, text, entry)
    if (doubt) return { ...entry, choices, ...doubt }
  }
  const isLonger = overhang.some((column) => (columns[column]?.[row] ?? '') !== '')
  return isLonger ? { ...entry, verdict: 'long-row', about: '', choices } : entry
}

/** The states of Germany, whose codes are those of countries too: BE is Berlin and Belgium. "Land" heads both. */
const STATES = new Set('BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' '))

/** Whether a column holds states and no countries. */
function holdsStates(cells: readonly string[], header: number): boolean {
  return cells.every((cell, row) => row <= header || cell === '' || STATES.has(cell))
}

function mayBeState(heading: string, { country }: LinePlace): boolean {
  return country === 'DE' && /^land$/i.test(heading)
}

type Doubt = Pick<RowEntry, 'verdict' | 'about'> & { choices?: Choice[] }

/** What another cell of the row says against its number, `null` where it says nothing. */
function doubtOf(
  { place, countryColumn }: Context,
  witness: Witness,
  text: string,
  entry: RowEntry,
): Doubt | null {
  const { column, heading, isName, isArea } = witness
  const isNational = !/^\s*(?:\+|00)/.test(entry.raw)
  if (witness.isExtension(text)) return { verdict: 'extension', about: '' }
  if (isFaxCell(text)) return { verdict: 'something-else', about: 'a fax number' }
  if (column === countryColumn && isNational) {
    const isState = witness.mayBeState && STATES.has(text)
    if (isState || countryNamed(text, place.country) === '') return { verdict: 'unclear', about: '' }
  }
  if (isArea && isNational && /\p{Nd}/u.test(text)) return doubtByArea(text, entry, place)
  if (isName && /(?:\p{Nd}[^\p{L}\p{Nd}]{0,3}){7}/u.test(text)) return { verdict: 'several', about: '' }
  if (!witness.refuses(text)) return null
  const words = heading === '' || isName || text.length > 20 ? text : `${heading}: ${text}`
  return { verdict: 'refusal', about: words.slice(0, 60) }
}

/** The area code in a column of its own belongs in front of the number, unless it stands there already. */
function doubtByArea(area: string, { raw, e164 }: RowEntry, place: LinePlace): Doubt | null {
  const digits = area.replaceAll(/\D/g, '').replace(/^0+/, '')
  if (e164.includes(digits) && raw.replaceAll(/\D/g, '').includes(digits)) return null
  const joined = readLine(`${area} ${raw.replace(/^0/, '')}`, { ...place, isCell: true, isLabelled: true })
  const numbers = joined.entries.filter(({ verdict }) => verdict === 'ok').map((one) => replaceBy([one.e164]))
  return { verdict: 'unclear', about: '', choices: [...numbers, keepAs(e164)] }
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
