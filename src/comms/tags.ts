import type { Tags } from './resources'

/** Section 2.1: up to ten pairs, lengths and characters of keys and values. */
export const TAG_LIMITS = { pairs: 10, keyLength: 128, valueLength: 256 } as const

const TAG_TEXT = /^[a-zA-Z0-9._~-]+$/
/** Section 1.1, to the letter: every pair of a filter ends with a semicolon, the last one too. */
export const TAG_FILTER = /^(?:[a-zA-Z0-9._~-]+:[a-zA-Z0-9._~-]+;){1,10}$/
const LIQUID = /\{\{|\{%/

export type TagProblem =
  'empty-key' | 'empty-value' | 'long-key' | 'long-value' | 'key-charset' | 'value-charset'

/** Why one pair would be refused, or `null` when it is fine (section 2.1). */
export function tagProblem(key: string, value: string): TagProblem | null {
  if (key === '') return 'empty-key'
  if (key.length > TAG_LIMITS.keyLength) return 'long-key'
  if (!TAG_TEXT.test(key)) return 'key-charset'
  if (value === '') return 'empty-value'
  if (value.length > TAG_LIMITS.valueLength) return 'long-value'
  // A send may carry a Liquid expression, resolved per recipient before the rule applies (section 2.1).
  if (!TAG_TEXT.test(value) && !LIQUID.test(value)) return 'value-charset'
  return null
}

/**
 * The `tags` filter of a list: `key:value;` for each pair, every pair closed by a semicolon (section 1.1).
 * Returns `null` when a pair cannot be written that way, since the server would answer 400.
 */
export function formatTagFilter(tags: Tags): string | null {
  const pairs = Object.entries(tags)
  if (pairs.length === 0 || pairs.length > TAG_LIMITS.pairs) return null
  if (pairs.some(([key, value]) => !TAG_TEXT.test(key) || !TAG_TEXT.test(value))) return null
  return pairs.map(([key, value]) => `${key}:${value};`).join('')
}

/** The pairs of a `tags` filter, or `null` when the text is not one. A missing last semicolon is forgiven. */
export function parseTagFilter(text: string): Tags | null {
  const closed = text.endsWith(';') ? text : `${text};`
  if (!TAG_FILTER.test(closed)) return null
  const pairs = closed.slice(0, -1).split(';')
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  )
}
