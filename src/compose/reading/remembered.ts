import type { Matching } from './table'

/** How the columns under some headings were matched by somebody. */
export interface Remembered {
  headings: string[]
  matching: Matching
}

/** How a table with these headings was matched before, `null` where none was. */
export function matchingFor(headings: readonly string[], remembered: readonly Remembered[]): Matching | null {
  if (headings.length === 0) return null
  const known = remembered.find((one) => isSame(one.headings, headings))
  return known?.matching ?? null
}

/** With this matching in the place of an older one for the same headings, newest first. */
export function remember(
  remembered: readonly Remembered[],
  headings: readonly string[],
  matching: Matching,
): Remembered[] {
  const others = remembered.filter((one) => !isSame(one.headings, headings))
  return [{ headings: [...headings], matching }, ...others].slice(0, MOST)
}

const MOST = 30

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length &&
    one.every((heading, at) => heading.trim().toLowerCase() === other[at]?.trim().toLowerCase())
  )
}
