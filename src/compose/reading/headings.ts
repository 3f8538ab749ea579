import { clean } from './characters'
import { isHeading } from './words'

/** How many of the first rows may stand above the headings: a title, a date of export. */
const SEARCHED = 8

/** Days and times, which stand in the titles above a table. */
const MOMENTS = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?/g

/** Whether a cell has so many digits that it is no heading. "Phone 2" and "2024" may be. */
function isFigure(cell: string): boolean {
  return clean(cell).text.replaceAll(MOMENTS, '').replaceAll(/\D/g, '').length > 4
}

/**
 * Which row holds the headings, -1 where none does: the first one with words that lists of people have above their
 * columns, as long as no number stands in it or above it.
 */
export function headerIn(rows: readonly (readonly string[])[]): number {
  for (const [at, cells] of rows.slice(0, SEARCHED).entries()) {
    if (cells.some(isFigure)) return -1
    const filled = cells.filter((cell) => cell.trim() !== '')
    const isHeaded = filled.some((cell) => cell.length <= LONGEST && isHeading(cell))
    if (isHeaded && filled.length >= cells.length / 2) return at
  }
  return -1
}

/** A longer text is a sentence that happens to speak of phones. */
const LONGEST = 60
