import type { Dialect, Spelling } from '../dialect'
import type { Json } from '../resources'

/**
 * Reading and writing the two spellings. Encoders build a body as the current dialect has it and pass it through
 * {@link spell}; decoders ask for a field by its camelCase name and get it however the server spelled it. No other
 * place in the program compares or converts a wire name.
 */

type JsonObject = { [key: string]: Json }

/** Fields whose value is an enum: upper case in the current dialect, lower case in the early one (section 3). */
const ENUM_FIELDS = new Set([
  'status',
  'channel',
  'filterIn',
  'height',
  'cardOrientation',
  'thumbnailImageAlignment',
])
/** Maps whose keys belong to the person who sent them, so they are never respelled. */
const OPEN_MAPS = new Set(['tags', 'variables'])

/** A page of messages asks for the same few dozen names thousands of times. */
const SNAKE_NAMES = new Map<string, string>()

/** @param name one of this program's own field names */
export function snakeCase(name: string): string {
  const known = SNAKE_NAMES.get(name)
  if (known !== undefined) return known
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  SNAKE_NAMES.set(name, snake)
  return snake
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** Respells a body written in the current dialect. */
export function spell(json: Json, spelling: Spelling): Json {
  return spelling === 'current' ? json : RESPELL[spelling](json)
}

const RESPELL = { early: respeller(snakeCase), preview: respeller((name) => name) }

function respeller(spellName: (name: string) => string): (json: Json) => Json {
  const plans = new Map<string, { name: string; spellValue: (value: Json) => Json }>()

  const planOf = (camel: string) => {
    const known = plans.get(camel)
    if (known) return known
    const plan = OPEN_MAPS.has(camel)
      ? { name: camel, spellValue: (value: Json) => value }
      : { name: spellName(camel), spellValue: ENUM_FIELDS.has(camel) ? lowerCase : respell }
    plans.set(camel, plan)
    return plan
  }

  const respell = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(respell)
    if (!isObject(json)) return json
    const spelled: JsonObject = {}
    for (const camel of Object.keys(json)) {
      const value = json[camel]
      // What a caller left undefined is left unsaid, as in JSON.
      if (value === undefined) continue
      const { name, spellValue } = planOf(camel)
      spelled[name] = spellValue(value)
    }
    return spelled
  }
  return respell
}

function lowerCase(json: Json): Json {
  if (Array.isArray(json)) return json.map(lowerCase)
  return typeof json === 'string' ? json.toLowerCase() : json
}

/** The field called `name` in camelCase, in whichever spelling it is there. Own fields only. */
export function field(json: Json | undefined, name: string): Json | undefined {
  if (!isObject(json)) return undefined
  if (Object.hasOwn(json, name)) return json[name]
  const early = snakeCase(name)
  return Object.hasOwn(json, early) ? json[early] : undefined
}

/** A string field; numbers are taken as their digits. `null` for anything else and for the empty string. */
export function text(json: Json | undefined, name: string): string | null {
  const value = field(json, name)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** An enum field in the domain's upper case. */
export function enumeration(json: Json | undefined, name: string): string | null {
  return text(json, name)?.toUpperCase() ?? null
}

/** A count: a finite number, or a string of digits as some gateways write it. */
export function count(json: Json | undefined, name: string): number | null {
  const value = field(json, name)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null
}

export function list(json: Json | undefined, name: string): Json[] {
  const value = field(json, name)
  return Array.isArray(value) ? value : []
}

/** A map of strings; other scalar values are kept as text so that nothing a person wrote disappears. */
export function stringMap(json: Json | undefined, name: string): Record<string, string> {
  const value = field(json, name)
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const scalar = typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean'
      return scalar ? [[key, String(entry)]] : []
    }),
  )
}

/** A copy without the fields that are `null`, empty lists or empty maps: what a request leaves unsaid. */
export function compact(object: JsonObject): JsonObject {
  const said: JsonObject = {}
  for (const name of Object.keys(object)) {
    const value = object[name]
    if (value !== undefined && !isEmpty(value)) said[name] = value
  }
  return said
}

function isEmpty(json: Json): boolean {
  if (json === null) return true
  if (Array.isArray(json)) return json.length === 0
  return isObject(json) && Object.keys(json).length === 0
}

/**
 * Which dialect a resource or list body is written in, `null` when nothing in it tells (section 3). A field of two
 * words decides; failing that, the case of a status, or the form of `pagination.self`.
 */
export function dialectOf(body: Json): Dialect | null {
  return dialectOfNames(body, 0) ?? dialectOfPagination(body)
}

function dialectOfNames(json: Json, depth: number): Dialect | null {
  if (depth > 4) return null
  if (Array.isArray(json)) return firstOf(json.slice(0, 3), (item) => dialectOfNames(item, depth + 1))
  if (!isObject(json)) return null
  const entries = Object.entries(json).filter(([name]) => !OPEN_MAPS.has(name))
  return (
    firstOf(entries, ([name]) => dialectOfName(name)) ??
    firstOf(entries, ([, value]) => dialectOfNames(value, depth + 1)) ??
    dialectOfStatus(json['status'])
  )
}

function dialectOfName(name: string): Dialect | null {
  if (/^[a-z]+(?:_[a-z]+)+$/.test(name)) return 'early'
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name) ? 'current' : null
}

function dialectOfStatus(status: Json | undefined): Dialect | null {
  if (typeof status !== 'string') return null
  if (/^[a-z]+$/.test(status)) return 'early'
  return /^[A-Z]+$/.test(status) ? 'current' : null
}

function dialectOfPagination(body: Json): Dialect | null {
  const self = text(field(body, 'pagination'), 'self')
  if (self === null) return null
  if (self.includes('page_size=') || self.includes('page_token=')) return 'early'
  return 'current'
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Dialect | null): Dialect | null {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return null
}
