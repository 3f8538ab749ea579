/**
 * A column's cells as one string: a list of ten thousand rows crosses from the worker to the page, and into the tab's
 * storage, as a handful of strings and not as a hundred thousand objects.
 */
const BETWEEN = '\u001e'

/** Cells as one string. The separator is taken out of the cells; it is a control character that says nothing. */
export function packCells(cells: readonly string[]): string {
  return joinPacked(cells.map((cell) => (cell.includes(BETWEEN) ? cell.replaceAll(BETWEEN, ' ') : cell)))
}

/** Several packed parts of one column, none of them without a row, as one. */
export function joinPacked(parts: readonly string[]): string {
  return parts.join(BETWEEN)
}

/** The cells of `packCells`, one for each row. No rows and one empty row pack alike, so the number of rows is given. */
export function unpackCells(packed: string, rows: number): string[] {
  return rows === 0 ? [] : packed.split(BETWEEN)
}
