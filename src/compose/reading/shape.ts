import { clean } from './characters'
import { eachRow, rowsOf, type Format, type Row } from './grid'
import { headerIn } from './headings'
import { labelOf } from './words/labels'

/** Enough of a text to see how it is built. */
const SAMPLE_ROWS = 200
const SAMPLE_LENGTH = 100_000

/** In the order of how seldom they stand in a text for another reason. */
const DELIMITERS = ['\t', ';', '|', ',']

/** How a text is cut into columns, and where its first row begins; `null` for lines that people wrote. */
export interface Shape {
  format: Format
  /** Where the table begins: behind a line that only names the delimiter. */
  start: number
}

/** Whether a text has columns, and how they are told apart, whatever its size and however it came. */
export function shapeOf(text: string): Shape | null {
  // Excel writes and reads a first line that names the delimiter.
  const named = /^\ufeff?sep=(.)(?:\r\n|\r|\n)/i.exec(text)
  if (named) return { format: { kind: 'delimited', delimiter: named[1] ?? ',' }, start: named[0].length }
  const sample = sampleOf(text)
  const format = delimitedFormat(sample) ?? fixedFormat(sample) ?? singleFormat(sample)
  return format && { format, start: 0 }
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE_LENGTH) return text
  const end = text.lastIndexOf('\n', SAMPLE_LENGTH)
  return text.slice(0, end < 0 ? SAMPLE_LENGTH : end)
}

function filledRows(text: string, format: Format): string[][] {
  const rows: string[][] = []
  eachRow(text, format, ({ cells }: Row) => {
    const texts = cells.map((cell) => cell.text.trim())
    if (texts.some((cell) => cell !== '')) rows.push(texts)
    return rows.length < SAMPLE_ROWS
  })
  return rows
}

function delimitedFormat(text: string): Format | null {
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(filledRows(text, { kind: 'delimited', delimiter }), delimiter)
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best && { kind: 'delimited', delimiter: best.delimiter }
}

/** How surely rows are those of a table, 0 when they are not. Headings say so; else rows of one length. */
function scoreOf(rows: readonly string[][], delimiter: string): number {
  const width = (row: readonly string[]) => row.findLastIndex((cell) => cell !== '') + 1
  const header = headerIn(rows)
  const headings = rows[header] ?? []
  if (header >= 0 && width(headings) >= 2) {
    const data = rows.slice(header + 1)
    // Rows may lack their last cells. Only rows longer than the headings speak against a table.
    const fitting = data.filter((row) => width(row) <= headings.length)
    const isTable = data.some((row) => row.length >= 2) && fitting.length >= data.length / 2
    return isTable ? 10 + width(headings) : 0
  }
  const wide = rows.filter((row) => row.length >= 2)
  if (wide.length === 0 || isListOfNumbers(rows)) return 0
  if (delimiter === '\t') return wide.length >= rows.length / 2 ? 5 : 0
  const lengths = new Map<number, number>()
  for (const row of wide) lengths.set(row.length, (lengths.get(row.length) ?? 0) + 1)
  const alike = Math.max(...lengths.values())
  return alike >= 2 && alike >= rows.length * 0.8 ? alike / rows.length : 0
}

/** Numbers with their plus and nothing else are a list of people, however many stand on a line. */
function isListOfNumbers(rows: readonly string[][]): boolean {
  return rows.every((row) => row.every((cell) => cell === '' || /^\+[\d\s().\-/]+$/.test(clean(cell).text)))
}

/** Columns that line up: at least two blanks stand between them, at the same place in every line. */
function fixedFormat(text: string): Format | null {
  const lines = rowsOf(text, { kind: 'single' })
    .map(({ cells }) => cells[0]?.text.trimEnd() ?? '')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_ROWS)
  if (lines.length < 2 || !lines.every((line) => /\S {2,}\S/.test(line))) return null
  const length = Math.max(...lines.map((line) => line.length))
  const isFilled = Array.from({ length }, (_, at) => lines.some((line) => (line[at] ?? ' ') !== ' '))
  const starts = isFilled.flatMap((filled, at) => {
    const isGap = at === 0 || (!isFilled[at - 1] && (at === 1 || !isFilled[at - 2]))
    return filled && isGap ? [at] : []
  })
  if (starts[0] !== 0) starts.unshift(0)
  const format: Format = { kind: 'fixed', starts }
  // Without headings, two columns of aligned text are as well read as lines: a name and a number.
  const isTable = starts.length >= 2 && (starts.length >= 3 || headerIn(filledRows(text, format)) >= 0)
  return isTable ? format : null
}

/** One column under a heading that says what it holds. */
function singleFormat(text: string): Format | null {
  const rows = filledRows(text, { kind: 'single' })
  const heading = rows[0]?.[0] ?? ''
  const isHeaded = rows.length >= 2 && headerIn(rows.slice(0, 1)) === 0 && isPhoneHeading(heading)
  return isHeaded ? { kind: 'single' } : null
}

function isPhoneHeading(heading: string): boolean {
  const label = labelOf(heading)
  return (label === 'mobile' || label === 'phone' || label === 'number') && heading.split(/\s+/).length <= 4
}
