import type { Dialect } from '#/comms/dialect'
import type { Json } from '#/comms/resources'
import { field, isObject, nameIn } from '#/comms/wire'
import type { Findings } from './findings'
import { empty, mustBe, notRecognized, required, shown, type Wording } from './wording'

/** What all checks of one request share. */
export interface Checking {
  /** Decides how a field that is missing is called. */
  dialect: Dialect
  findings: Findings
}

/**
 * One object within a request. Its fields are found in either spelling; complaints name them, and the way to them, as
 * their sender did. A field that is `null` counts as absent everywhere, and one that nobody knows is left alone: other
 * generations of the API have fields of their own (section 3, and section 8, point 5).
 */
export class Part {
  readonly json: Json
  /** Such as `$.to[3]`. */
  readonly path: string
  readonly checking: Checking

  constructor(json: Json, path: string, checking: Checking) {
    this.json = json
    this.path = path
    this.checking = checking
  }

  value(name: string): Json {
    return field(this.json, name) ?? null
  }

  has(name: string): boolean {
    return this.value(name) !== null
  }

  /** Those of these fields that are given, under the names their sender gave them. */
  given(names: readonly string[]): string[] {
    return names.filter((name) => this.has(name)).map((name) => this.name(name))
  }

  name(name: string): string {
    return nameIn(this.json, name, this.checking.dialect)
  }

  place(name: string): string {
    return `${this.path}.${this.name(name)}`
  }

  /** Something is wrong with the object as a whole. */
  complain(code: number, message: string): void {
    this.checking.findings.add(this.path, code, message)
  }

  /** Something is wrong with one of its fields. */
  refuse(name: string, code: number, wording: Wording): void {
    this.checking.findings.add(this.place(name), code, wording(shown(this.value(name)), this.name(name)))
  }

  /** A string that is not empty. Complains about anything else, and about its absence where it is `'needed'`. */
  text(name: string, need: 'needed' | 'optional' = 'optional', code = 20422): string | null {
    const value = this.value(name)
    if (typeof value === 'string' && value !== '') return value
    if (value === '') this.refuse(name, code, empty)
    else if (value !== null) this.refuse(name, code, mustBe('a string'))
    else if (need === 'needed') this.refuse(name, code, required)
    return null
  }

  /** Complains about a value that is none of these, in upper or lower case (section 3). */
  oneOf(name: string, allowed: readonly string[], need: 'needed' | 'optional' = 'optional'): void {
    const value = this.value(name)
    if (value === null) {
      if (need === 'needed') this.refuse(name, 20422, required)
    } else if (typeof value !== 'string' || !allowed.includes(value.toUpperCase())) {
      this.refuse(name, 20422, notRecognized)
    }
  }

  /** Complains about a field that is given and is no address on the web. */
  url(name: string, need: 'needed' | 'optional' = 'optional', code = 20422): void {
    const value = this.text(name, need, code)
    if (value === null || (/^https?:\/\//i.test(value) && URL.canParse(value))) return
    this.refuse(name, code, mustBe('a public web address'))
  }

  object(name: string, need: 'needed' | 'optional' = 'optional', code = 20422): Part | null {
    const value = this.value(name)
    if (isObject(value)) return new Part(value, this.place(name), this.checking)
    if (value !== null) this.refuse(name, code, mustBe('an object'))
    else if (need === 'needed') this.refuse(name, code, required)
    return null
  }

  /** The entries of a list, `null` when it is absent; complains when it is something else. */
  list(name: string): readonly Json[] | null {
    const value = this.value(name)
    if (value === null || Array.isArray(value)) return value
    this.refuse(name, 20422, mustBe('a list'))
    return null
  }

  parts(name: string, entries: readonly Json[], what: string): Generator<Part> {
    return partsOf(entries, this.place(name), what, this.checking)
  }
}

/** The objects of a list, one after the other; complains about each entry that is none. */
export function* partsOf(
  entries: readonly Json[],
  path: string,
  what: string,
  checking: Checking,
): Generator<Part> {
  for (const [n, entry] of entries.entries()) {
    const part = new Part(entry, `${path}[${n}]`, checking)
    if (isObject(entry)) yield part
    else part.complain(20422, `${what} must be a JSON object.`)
  }
}

/** The body of a request, which must be an object; `null`, and a complaint, where it is something else. */
export function bodyPart(body: Json, checking: Checking): Part | null {
  const part = new Part(body, '$', checking)
  if (isObject(body)) return part
  part.complain(20422, 'The request body must be a JSON object.')
  return null
}
