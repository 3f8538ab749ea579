import { parseId, type Json } from '#/comms'

/** Looked into no deeper, and not beyond this many: the JSON is somebody else's. */
const MAX_DEPTH = 20
const MAX_IDS = 50

/** The ids that stand as values anywhere in a resource's JSON, each once, in the order they are met. */
export function idsIn(json: Json, except?: string): string[] {
  const found = new Set<string>()
  collect(json, found, 0)
  if (except !== undefined) found.delete(except)
  return [...found].slice(0, MAX_IDS)
}

function collect(json: Json, found: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || found.size > MAX_IDS) return
  if (typeof json === 'string') {
    const parsed = parseId(json)
    if (parsed) found.add(parsed.id)
  } else if (Array.isArray(json)) {
    for (const item of json) collect(item, found, depth + 1)
  } else if (typeof json === 'object' && json !== null) {
    for (const value of Object.values(json)) collect(value, found, depth + 1)
  }
}
