import { textOfEntry, zipEntries } from './zip'

/** One sheet of a workbook as rows of texts, and the names of all its sheets. */
export interface WorkbookRows {
  rows: string[][]
  sheets: string[]
  sheet: string
}

/** The most that a workbook may unpack to. A file that was made to fill the memory has far more. */
const MOST_UNPACKED = 400 * 1024 * 1024

/** The library fills every row up to the widest one, so one cell far to the right may need more memory than there is. */
const MOST_CELLS = 100_000_000

/** What Excel shows for a date that it cannot show, often a phone number in a cell that is formatted as a date. */
const NO_DATE = '########'

/**
 * The rows of a sheet: of the named one, else of the first that has any cells. Each cell is the text that a person would
 * see. Cells keep their column and rows their place; nothing after the last filled cell of a row is kept.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet?: string,
): Promise<WorkbookRows | { refused: 'damaged' | 'no-sheet' | 'too-many-cells' }> {
  // Outside the try: that the library could not be fetched does not mean that the file is damaged.
  const { default: readXlsxFile } = await import('read-excel-file/universal')
  try {
    if (await isTooMuch(bytes)) return { refused: 'too-many-cells' }
    const all = await readXlsxFile(new Uint8Array(bytes).buffer, { parseNumber: numberText })
    // A sheet that is only a chart has no data.
    const read = all.map(({ sheet: name, data }) => ({ name, rows: (data ?? []).map(rowOf) }))
    const chosen =
      sheet === undefined
        ? read.find(({ rows }) => rows.some((row) => row.length > 0))
        : read.find(({ name }) => name === sheet)
    if (!chosen) return { refused: 'no-sheet' }
    return { rows: chosen.rows, sheets: read.map(({ name }) => name), sheet: chosen.name }
  } catch {
    return { refused: 'damaged' }
  }
}

async function isTooMuch(bytes: Uint8Array): Promise<boolean> {
  const entries = zipEntries(bytes)
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) return true
  for (const entry of entries) {
    if (!/sheet[^/]*\.xml$/i.test(entry.name)) continue
    let rows = 0
    let columns = 26
    let rest = ''
    for await (const piece of textOfEntry(bytes, entry)) {
      const xml = rest + piece
      // Rows, and filled cells right of column Z.
      for (const [, letters = '', row] of xml.matchAll(/ r="([A-Z]{2,3})?(\d+)"[^>]*(?<!\/)>/g)) {
        rows = Math.max(rows, Number(row))
        columns = Math.max(columns, columnOf(letters))
      }
      rest = xml.slice(xml.lastIndexOf('<'))
    }
    if (rows * columns > MOST_CELLS) return true
  }
  return false
}

/** The number of a column: 1 for A, 27 for AA. */
function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

function rowOf(cells: readonly unknown[]): string[] {
  const row = cells.map(cellText)
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell)
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : ''
}

/** A number as it stands in the file, without exponent. Digits that stand there as they are stay as they are. */
function numberText(stored: string): string {
  const number = Number(stored)
  if (/^-?\d+$/.test(stored) || !Number.isFinite(number)) return stored
  if (Number.isInteger(number)) return String(BigInt(number))
  // Excel stores up to 17 digits and shows 15 at the most.
  const shown = String(Number(number.toPrecision(15)))
  return shown.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : shown
}

function dateText(date: Date): string {
  const time = Math.round(date.getTime() / 1000) * 1000
  if (!(time < Date.UTC(10_000, 0))) return NO_DATE
  const [day = '', clock = ''] = new Date(time).toISOString().slice(0, 16).split('T')
  // A time without a date counts from this day.
  if (day === '1899-12-30') return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
