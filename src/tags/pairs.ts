import type { Tags } from '#/comms'

/** A tag while it is being typed: anything may be in it, and two may have the same name. */
export interface TagPair {
  key: string
  value: string
}

/** Tags as rows to edit, in the order they came. */
export function pairsOf(tags: Tags): TagPair[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }))
}

/** The rows in which something was typed. */
export function filledPairs(pairs: readonly TagPair[]): TagPair[] {
  return pairs.filter(({ key, value }) => key !== '' || value !== '')
}

/** The rows as tags. Meant for rows without problems: of two with one name the last would count. */
export function tagsOf(pairs: readonly TagPair[]): Tags {
  return Object.fromEntries(filledPairs(pairs).map(({ key, value }) => [key, value]))
}

/** The rows as text, one a line: what the copy button gives and what pasting reads back. */
export function textOf(pairs: readonly TagPair[]): string {
  return filledPairs(pairs)
    .map(({ key, value }) => `${key}=${value}`)
    .join('\n')
}

/** Whether two sets of tags are the same; the order does not matter. */
export function sameTags(one: Tags, other: Tags): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
