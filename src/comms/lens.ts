import { knownAt, type Shape } from './known'
import type { Json } from './resources'
import { camelCase, field, isObject } from './wire/spelling'

/** A field or an enum value that the contract as this program knows it (section 2) does not have. */
export interface Novelty {
  /** Where it was: `message.to[].carrier`, `operation.stats.paused`, `email.status = BOUNCED`. */
  place: string
  /** What it said there first, as JSON, cut to a readable length. */
  example: string
  /** How often it was seen. */
  count: number
}

export interface Lens {
  /** Looks at what was read at a path behind the version: a resource, or a page of them. Never throws. */
  look(path: string, body: Json): void
  novelties(): Novelty[]
}

const LONGEST_EXAMPLE = 200
const LONGEST_NAME = 100
/** An API that invents a name for each resource must not fill the memory. */
const MOST = 200

/** Notes what the API says beyond the contract, so that a change of it is seen before it hurts. */
export function createLens(): Lens {
  const found = new Map<string, Novelty>()

  const note = (place: string, value: Json) => {
    const known = found.get(place)
    if (known) known.count += 1
    else if (found.size < MOST) found.set(place, { place, example: excerpt(value), count: 1 })
  }

  const lookAt = (place: string, shape: Shape, json: Json): void => {
    if (Array.isArray(json)) {
      // The contract has no lists of lists, so there is nothing in them to look at.
      for (const item of json) if (!Array.isArray(item)) lookAt(`${place}[]`, shape, item)
    } else if (shape instanceof Map) {
      if (!isObject(json)) return
      for (const name of Object.keys(json)) {
        const part = shape.get(name)
        if (part === null) continue
        const inside = `${place}.${camelCase(name.slice(0, LONGEST_NAME))}`
        if (part === undefined) note(inside, json[name] ?? null)
        else lookAt(inside, part, json[name] ?? null)
      }
    } else if (typeof json === 'string' && !shape?.has(json.toUpperCase())) {
      note(`${place} = ${json.slice(0, LONGEST_NAME)}`, json)
    }
  }

  return {
    look(path, body) {
      const known = knownAt(path)
      if (!known) return
      const { kind, shape, page } = known
      const items = field(body, known.list)
      if (!Array.isArray(items)) return lookAt(kind, shape, body)
      for (const item of items) lookAt(kind, shape, item)
      lookAt('page', page, body)
    },
    novelties: () => [...found.values()],
  }
}

/** The JSON of a value, which may be of any depth and size. */
function excerpt(value: Json): string {
  const json = JSON.stringify(shallow(value, 4))
  return json.length > LONGEST_EXAMPLE ? `${json.slice(0, LONGEST_EXAMPLE)}…` : json
}

function shallow(json: Json, depth: number): Json {
  if (typeof json === 'string') return json.slice(0, LONGEST_EXAMPLE)
  if (typeof json !== 'object' || json === null) return json
  if (depth === 0) return '…'
  if (Array.isArray(json)) return json.slice(0, 10).map((item) => shallow(item, depth - 1))
  const entries = Object.entries(json).slice(0, 10)
  return Object.fromEntries(entries.map(([name, value]) => [name, shallow(value, depth - 1)]))
}
