import type { ReactNode } from 'react'

/** One column of a VirtualTable. Make the list of columns once (outside of the component or memoised). */
export interface Column<Row> {
  key: string
  header: ReactNode
  /** A CSS grid track: "8rem", "minmax(10rem, 2fr)". */
  width: string
  /** `end` for numbers. */
  align?: 'start' | 'end'
  /** The cell of a row; text that does not fit is cut with an ellipsis. */
  cell: (row: Row) => ReactNode
  /** The column goes where the table is narrower than this many px. */
  hideBelow?: number
}

/** The columns that fit a table of this width; a width of 0 is not known yet, and everything fits. */
export function columnsFor<Row>(
  columns: ReadonlyArray<Column<Row>>,
  width: number,
): ReadonlyArray<Column<Row>> {
  if (width === 0) return columns
  const fitting = columns.filter((column) => width >= (column.hideBelow ?? 0))
  return fitting.length === columns.length ? columns : fitting
}
