export interface RowWindow {
  /** First row to render. */
  start: number
  /** One past the last row to render. */
  end: number
  /** The row at the top of the viewport, rounded down to a step. */
  first: number
}

interface Geometry {
  /** Distance of the first row from the top of the viewport, in px; negative when scrolled past. */
  top: number
  /** Height of the viewport in px. */
  viewport: number
  rowHeight: number
  count: number
}

/** The most rows that are in the document at any time, less one that is kept because it holds the focus. */
export const MAX_ROWS = 99

/** The window moves in steps of this many rows, so that most scroll events render nothing. */
const STEP = 4

/** Rows kept ready above and below the viewport; measured to leave nothing blank at 3,000 px/s on a slow machine. */
const OVERSCAN = 6 * STEP

/** Which rows to render: those in sight and, as far as the limit allows, the overscan around them. */
export function rowWindow({ top, viewport, rowHeight, count }: Geometry): RowWindow {
  const inSight = Math.min(MAX_ROWS, Math.ceil(viewport / rowHeight) + 1)
  const overscan = Math.min(OVERSCAN, Math.max(0, Math.floor((MAX_ROWS - inSight - STEP) / 2)))
  const step = overscan > 0 ? STEP : 1
  const wanted = clamp(Math.floor(-top / rowHeight), 0, Math.max(0, count - inSight))
  const first = Math.floor(wanted / step) * step
  const end = first + step + inSight + overscan
  return { start: Math.max(0, first - overscan), end: Math.min(count, end), first }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
