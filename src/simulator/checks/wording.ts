import type { Json } from '#/comms/resources'

/** How a refusal is worded, given the value and the field as their sender wrote them (section 5.1). */
export type Wording = (value: string, name: string) => string

/** The documented example. */
export const notRecognized: Wording = (value, name) =>
  `The value '${value}' is not recognized for the field '${name}'.`

export const notValid: Wording = (value, name) => `The value '${value}' is not valid for the field '${name}'.`

export const required: Wording = (_, name) => `The field '${name}' is required.`

export const empty: Wording = (_, name) => `The field '${name}' is empty.`

/** @param what such as `a list` */
export function mustBe(what: string): Wording {
  return (_, name) => `The field '${name}' must be ${what}.`
}

/** A value as a message repeats it: short, and never the inside of a list or an object. */
export function shown(value: Json): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const words = String(value)
  return words.length > 80 ? `${words.slice(0, 80)}…` : words
}

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`. */
export function named(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
