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
export const OPEN_MAPS = new Set(['tags', 'variables'])

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

/** Respells what this program has written in either dialect. */
export function respell(json: Json, dialect: Dialect): Json {
  return RESPELL[dialect](json)
}

const lowerCase = caser((word) => word.toLowerCase())
const RESPELL = {
  early: respeller(snakeCase, lowerCase),
  preview: respeller((name) => name, lowerCase),
  current: respeller(
    camelCase,
    caser((word) => word.toUpperCase()),
  ),
}

function respeller(
  spellName: (name: string) => string,
  spellEnum: (value: Json) => Json,
): (json: Json) => Json {
  const plans = new Map<string, { name: string; spellValue: (value: Json) => Json }>()

  const planOf = (name: string) => {
    const known = plans.get(name)
    if (known) return known
    const plan = OPEN_MAPS.has(name)
      ? { name, spellValue: (value: Json) => value }
      : { name: spellName(name), spellValue: ENUM_FIELDS.has(camelCase(name)) ? spellEnum : respellAll }
    plans.set(name, plan)
    return plan
  }

  const respellAll = (json: Json): Json => {
    if (typeof json !== 'object' || json === null) return json
    if (Array.isArray(json)) return json.map(respellAll)
    const spelled: JsonObject = {}
    for (const written of Object.keys(json)) {
      const value = json[written]
      // What a caller left undefined is left unsaid, as in JSON.
      if (value === undefined) continue
      const { name, spellValue } = planOf(written)
      spelled[name] = spellValue(value)
    }
    return spelled
  }
  return respellAll
}

/** Changes the case of an enum value, or of each in a list. */
function caser(change: (word: string) => string): (json: Json) => Json {
  const changeAll = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(changeAll)
    return typeof json === 'string' ? change(json) : json
  }
  return changeAll
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
  if (typeof json !== 'object') return false
  return json === null || Object.keys(json).length === 0
}
