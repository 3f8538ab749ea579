export interface RowWindow {
  /** First row to render. */
  start: number
  /** One past the last row to render. */
  end: number
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

/** Rows kept ready above and below the viewport; measured to leave nothing blank at 3,000 px/s on a slow machine. */
const OVERSCAN = 25

/** The window moves in steps of this many rows, so that most scroll events render nothing. */
const STEP = 4

/** Which rows to render: those in sight and, as far as the limit allows, the overscan around them. */
export function rowWindow({ top, viewport, rowHeight, count }: Geometry): RowWindow {
  const inSight = Math.min(MAX_ROWS, Math.ceil(viewport / rowHeight) + 1)
  const spare = Math.max(0, Math.floor((MAX_ROWS - inSight) / 2) - STEP)
  const overscan = Math.min(OVERSCAN, spare)
  const first = clamp(Math.floor(-top / rowHeight), 0, Math.max(0, count - inSight))
  const step = overscan > 0 ? STEP : 1
  const start = Math.max(0, Math.floor((first - overscan) / step) * step)
  const wanted = Math.ceil((first + inSight + overscan) / step) * step
  return { start, end: Math.min(count, wanted, start + MAX_ROWS) }
}

/** The first row that is in sight, wholly or in part. */
export function firstRowInSight({ top, rowHeight, count }: Omit<Geometry, 'viewport'>): number {
  return clamp(Math.ceil(-top / rowHeight), 0, Math.max(0, count - 1))
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
