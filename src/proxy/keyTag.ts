import type { Json, Tags } from '#/comms/resources'
import { TAG_LIMITS, tagProblem } from '#/comms/tags'
import { isObject, stringMap } from '#/comms/wire'

/** The tag that carries a send's key, so that it can be found again. Spelled the same in both dialects. */
export const KEY_TAG = 'send-key'

type JsonObject = { [name: string]: Json }

/**
 * Adds the key as a tag where there is room; an older key in a copied send is replaced. Of the tags only those are given
 * back that the API can take: what is no tag may be anything, such as the text.
 */
export function mark(send: JsonObject, key: string): { marked: Json; traceable: boolean; tags: Tags } {
  const own = withoutKey(send)
  const pairs = Object.entries(stringMap(own, 'tags')).filter(
    ([name, value]) => tagProblem(name, value) === null,
  )
  const tags = Object.fromEntries(pairs.slice(0, TAG_LIMITS.pairs))
  const given = own['tags'] ?? {}
  const traceable = isObject(given) && Object.keys(given).length < TAG_LIMITS.pairs
  return { marked: traceable ? { ...own, tags: { ...given, [KEY_TAG]: key } } : send, traceable, tags }
}

/** SHA-256 of a send's canonical body, in hex; `null` when it is nested absurdly. */
export async function fingerprintOf(send: JsonObject): Promise<string | null> {
  const text = canonical(withoutKey(send), 0)
  if (text === null) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function withoutKey(send: JsonObject): JsonObject {
  const { tags, ...rest } = send
  if (!isObject(tags)) return send
  const { [KEY_TAG]: _, ...own } = tags
  return { ...rest, tags: own }
}

const DEEPEST = 100

/** JSON with the names in order and no blanks, so that equal bodies have equal fingerprints. */
function canonical(json: Json | undefined, depth: number): string | null {
  if (depth > DEEPEST) return null
  if (Array.isArray(json)) {
    const items = json.map((item) => canonical(item, depth + 1))
    return items.includes(null) ? null : `[${items.join(',')}]`
  }
  if (!isObject(json)) return JSON.stringify(json ?? null)
  const names = Object.keys(json).toSorted()
  const pairs = names.map((name) => {
    const value = canonical(json[name], depth + 1)
    return value && `${JSON.stringify(name)}:${value}`
  })
  return pairs.includes(null) ? null : `{${pairs.join(',')}}`
}
