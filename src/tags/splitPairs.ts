import type { TagPair } from './pairs'

/** A pair ends at a comma, a semicolon or a line; a Liquid expression may hold such characters and stays whole. */
const PAIR = /(?:\{\{.*?\}\}|\{%.*?%\}|[^,;\r\n])+/g
/** The name of a pair ends at the first equals sign, colon or tab. */
const NAME_END = /[=:\t]/

/**
 * The pairs in a pasted text: "campaign=autumn, desk=4", one a line, as two columns of a spreadsheet, in the API's own
 * filter form "campaign:autumn;", or as a JSON object. `null` when the text is one plain word and should be pasted as
 * it is. Parts without a name sign become a name without a value: nothing of the text is dropped.
 */
export function splitPairs(text: string): TagPair[] | null {
  const object = fromJson(text)
  if (object) return object
  const parts = (text.match(PAIR) ?? []).map((part) => part.trim()).filter((part) => part !== '')
  const first = parts[0]
  if (first === undefined || (parts.length === 1 && nameEnd(first) < 0)) return null
  return parts.map(pairOf)
}

function pairOf(part: string): TagPair {
  const end = nameEnd(part)
  if (end < 0) return { key: part, value: '' }
  return { key: unquote(part.slice(0, end)), value: unquote(part.slice(end + 1)) }
}

/** A text that begins with an expression has no name: its colon belongs to Liquid. */
function nameEnd(part: string): number {
  const end = part.search(NAME_END)
  const liquid = part.indexOf('{{')
  return liquid >= 0 && liquid < end ? -1 : end
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}

function fromJson(text: string): TagPair[] | null {
  if (!text.trim().startsWith('{') || text.trim().startsWith('{{')) return null
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    const pairs = Object.entries(parsed).map(([key, value]) => ({ key, value: String(value) }))
    return pairs.length > 0 ? pairs : null
  } catch {
    return null
  }
}
