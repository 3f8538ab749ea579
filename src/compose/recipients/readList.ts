import Papa from 'papaparse'
import { looksLikeNumber } from './cleanNumber'
import { entriesOf } from './entries'
import type { Column, List } from './list'

const DELIMITERS = [',', ';', '\t', '|']
const MOST_COLUMNS = 4

/** Names people give to a column of phone numbers. */
const PHONE_WORDS =
  /phone|mobile|cell|tel|number|msisdn|whatsapp|sms|handy|nummer|numero|número|numéro|portable|móvil|celular|電話|号码|手机|هاتف|جوال|телефон/i

/** The numbers of a file or of a large paste; `null` when nothing in it looks like a phone number. */
export function readList(text: string, name: string, id: string): List | null {
  const table = readTable(text.replace(/^\ufeff/, ''))
  if (table) return { id, name, rows: 'row', columns: table, chosen: 0 }
  const entries = entriesOf(text)
  if (!entries.some(({ raw }) => looksLikeNumber(raw))) return null
  const column = { label: '', raw: entries.map(({ raw }) => raw), line: entries.map(({ line }) => line) }
  return { id, name, rows: 'line', columns: [column], chosen: 0 }
}

/** The likely phone columns of a table, best first; `null` when the text is not a table with such a column. */
function readTable(text: string): Column[] | null {
  // Excel writes and reads a first line that names the delimiter.
  const separator = text.match(/^sep=(.)\r?\n/i)
  const body = separator ? text.slice(separator[0].length) : text
  const firstLine = separator ? 2 : 1
  const rows = parse(body, separator?.[1] ?? delimiterOf(body))
  if (!isEven(rows)) return null
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, index) => rate(rows, index)).filter(
    ({ share }) => share >= 0.5,
  )
  if (columns.length === 0) return null
  columns.sort((one, other) => other.score - one.score)
  const header = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const headed = !rows[header]?.some(looksLikeNumber)
  return columns
    .slice(0, MOST_COLUMNS)
    .map(({ index }) => columnAt(rows, index, headed ? header : -1, firstLine))
}

function parse(text: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  // A quote that is never closed swallows the rest of the file: read such a file as if quotes were plain characters.
  if (!errors.some(({ type }) => type === 'Quotes')) return data
  return Papa.parse<string[]>(text, { delimiter, quoteChar: '\u0000' }).data
}

/** The delimiter that most of the first lines have equally often. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
  let best = { delimiter: ',', lines: 0 }
  for (const delimiter of DELIMITERS) {
    const times = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
    }
    const alike = Math.max(0, ...times.values())
    if (alike > best.lines) best = { delimiter, lines: alike }
  }
  return best.delimiter
}

/** A table has rows of one length. Numbers strewn over lines of different lengths are a text. */
function isEven(rows: string[][]): boolean {
  const lengths = new Map<number, number>()
  let filled = 0
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue
    filled += 1
    lengths.set(row.length, (lengths.get(row.length) ?? 0) + 1)
  }
  return filled >= 2 && Math.max(...lengths.values()) >= filled * 0.9
}

/** How much the cells of a column look like phone numbers. A plus sign or a telling header beats an order number. */
function rate(rows: string[][], index: number): { index: number; share: number; score: number } {
  let filled = 0
  let alike = 0
  let plus = 0
  for (const row of rows) {
    const cell = row[index]?.trim() ?? ''
    if (cell === '') continue
    filled += 1
    if (!looksLikeNumber(cell)) continue
    alike += 1
    if (/^['"=]*(?:\+|0|\()/.test(cell)) plus += 1
  }
  const named = PHONE_WORDS.test(rows.find((row) => row.some((cell) => cell.trim() !== ''))?.[index] ?? '')
  const share = filled < 2 ? alike : alike / (filled - 1)
  return {
    index,
    share,
    score: share + (named ? 2 : 0) + (alike > 0 ? plus / alike : 0) + filled / rows.length / 10,
  }
}

function columnAt(rows: string[][], index: number, header: number, firstLine: number): Column {
  const label = rows[header]?.[index]?.trim() ?? ''
  const column: Column = { label: label || `Column ${index + 1}`, raw: [], line: [] }
  rows.forEach((row, at) => {
    if (at === header || row.every((cell) => cell.trim() === '')) return
    column.raw.push(row[index]?.trim() ?? '')
    column.line.push(at + firstLine)
  })
  return column
}
