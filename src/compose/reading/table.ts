import { joinPacked, packCells, unpackCells } from './cells'

/** Rows and columns as they were read, before anything is known of what they mean. */
export interface Table {
  rows: number
  /** Each column's cells, packed. A column holds a cell for each row, empty where the row was shorter. */
  columns: string[]
  /** Row in the spreadsheet or line in the text, from 1, of each row: blank rows are not kept. Packed. */
  lines: string
}

/** What the columns of a table are for. Columns are named by their index; what is in no list is left out. */
export interface Matching {
  /** Index of the row with the headings, -1 where there is none. Rows above it are left out with it. */
  header: number
  /** Where the numbers stand, first choice first. */
  numbers: number[]
  /** Whether a row's numbers are all sent to. Otherwise the first that is there is. */
  every: boolean
  names: number[]
  /** Shown beside the number, for use in the text. */
  variables: number[]
}

/** So many rows are packed at a time, so that a large file is never held as a million small strings. */
const CHUNK = 5000

/** Takes rows one by one, so that a large file is never held as rows and as columns at once. */
export class TableBuilder {
  readonly #columns: { packed: string[]; cells: string[] }[] = []
  readonly #lines = { packed: [] as string[], cells: [] as string[] }
  #rows = 0

  /** How many rows with anything in them there are so far. */
  get rows(): number {
    return this.#rows
  }

  /** @param line row in the spreadsheet or line in the text, from 1 */
  add(line: number, cells: readonly string[]): void {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (width === 0) return
    while (this.#columns.length < width) this.#columns.push(this.#emptyColumn())
    this.#columns.forEach((column, index) => column.cells.push(cells[index]?.trim() ?? ''))
    this.#lines.cells.push(String(line))
    this.#rows += 1
    if (this.#rows % CHUNK === 0) for (const column of [...this.#columns, this.#lines]) pack(column)
  }

  build(): Table {
    return { rows: this.#rows, columns: this.#columns.map(join), lines: join(this.#lines) }
  }

  /** A column that begins later than the others is empty up to there. */
  #emptyColumn(): { packed: string[]; cells: string[] } {
    const packed = this.#lines.packed.map(() => packCells(Array.from({ length: CHUNK }, () => '')))
    return { packed, cells: this.#lines.cells.map(() => '') }
  }
}

function pack(column: { packed: string[]; cells: string[] }): void {
  column.packed.push(compact(packCells(column.cells)))
  column.cells = []
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const ASCII = /^[\0-\x7f]*$/

/**
 * A part of a text keeps two bytes a letter when one letter anywhere in the text needs them; written anew, plain letters
 * take one.
 */
function compact(text: string): string {
  return ASCII.test(text) ? decoder.decode(encoder.encode(text)) : text
}

function join({ packed, cells }: { packed: string[]; cells: string[] }): string {
  return joinPacked(cells.length > 0 ? [...packed, packCells(cells)] : packed)
}

/** The columns of a table as cells. Splitting a large one takes a moment, so it is done once for each table. */
export function cellsOf(table: Table): { columns: string[][]; lines: number[] } {
  let known = unpacked.get(table)
  if (!known) {
    known = {
      columns: table.columns.map((column) => unpackCells(column, table.rows)),
      lines: unpackCells(table.lines, table.rows).map(Number),
    }
    unpacked.set(table, known)
  }
  return known
}

const unpacked = new WeakMap<Table, { columns: string[][]; lines: number[] }>()
