import { originalEnd, originalPlace, type Cleaned } from './characters'
import type { LinePlace, Span } from './entry'

/** A line while it is read. */
export interface Line {
  text: string
  cleaned: Cleaned
  /** The cleaned text without what is no phone number. */
  masked: string
  place: LinePlace
}

/** The place in the line of a place in its cleaned text. */
export function spanOf({ text, cleaned }: Pick<Line, 'text' | 'cleaned'>, from: number, to: number): Span {
  return { start: originalPlace(cleaned, from), end: originalEnd(cleaned, to, text) }
}

/** Whether a part was left out before, and somebody said that it is a number. */
export function isPutBack({ text, place }: Pick<Line, 'text' | 'place'>, { start, end }: Span): boolean {
  return place.putBack.size > 0 && place.putBack.has(text.slice(start, end))
}
