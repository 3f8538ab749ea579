import { clean } from './characters'
import { isHeading } from './words/columnHeadings'

/** How many of the first rows may stand above the headings: a title, a date of export. */
const SEARCHED = 8

/** Days and times, which stand in the titles above a table. */
const MOMENTS = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?/g

/** An example that a heading gives: "Phone (e.g. 206-555-0199)". */
const EXAMPLE = /\([^)]*\)|(?:e\.\s?g\.|z\.\s?b\.|ex\.|ej\.|np\.|bijv\.).*$/iu

/** Whether a cell has so many digits that it is no heading. "Phone 2" and "2024" may be. */
function isFigure(cell: string): boolean {
  // No heading is longer, and the pattern takes its time on brackets that never close.
  return (
    clean(cell.slice(0, 200)).text.replace(EXAMPLE, '').replaceAll(MOMENTS, '').replaceAll(/\D/g, '').length >
    4
  )
}

/**
 * Which row holds the headings, -1 where none does: the first of the top rows with words that lists of people have above
 * their columns. Two such words are sure; only a title, in one cell, may stand above them. With one word, no number
 * may stand in the row or above it.
 */
export function headerIn(rows: readonly (readonly string[])[]): number {
  const top = rows.slice(0, SEARCHED)
  const sure = top.findIndex((cells) => headingsIn(cells) >= 2)
  if (sure >= 0 && top.slice(0, sure).every((cells) => filledIn(cells) <= 1)) return sure
  for (const [at, cells] of top.entries()) {
    if (cells.some(isFigure)) return -1
    if (headingsIn(cells) > 0 && filledIn(cells) >= cells.length / 2) return at
  }
  return -1
}

function headingsIn(cells: readonly string[]): number {
  if (cells.some(isFigure)) return 0
  return cells.filter((cell) => cell.trim() !== '' && cell.length <= LONGEST && isHeading(cell)).length
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** A longer text is a sentence that happens to speak of phones. */
const LONGEST = 60
