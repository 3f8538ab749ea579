import type { Problem } from '#/comms'

/** The part of the form that a problem belongs to. */
export type FieldName = 'to' | 'reach' | 'from' | 'text' | 'tags' | 'form'

export interface FieldProblem {
  field: FieldName
  /** Index into the recipients that were sent, where the problem is about one of them. */
  recipient: number | null
  /** Key of the tag, where the problem is about one. */
  tag: string | null
  problem: Problem
}

/**
 * Where a problem of a refused send belongs. Today's API names the place as a JSON path (section 5.1); the early one
 * only writes the field in quotes in its sentence.
 */
export function fieldOf(problem: Problem): FieldProblem {
  const placed = problem.context === null ? null : placeOf(stepsOf(problem.context))
  return { field: 'form', recipient: null, tag: null, ...(placed ?? guess(problem.message)), problem }
}

type Place = Partial<Omit<FieldProblem, 'problem'>>

/**
 * A path as its steps: `$.to[3].address`, `$['to'][3]['address']`, and the JSON pointers `/to/3/address` and
 * `#/to/3/address`. Whatever is none of these has the steps that can be made out in it.
 */
export function stepsOf(path: string): string[] {
  const known = path.slice(0, LONGEST_PATH)
  if (/^#?\//.test(known)) return stepsOfPointer(known)
  const steps = known.matchAll(
    /\[\s*(?:'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)"|(\d+))\s*\]|([^.[\]/$]+)/g,
  )
  return [...steps].map(
    ([, single, double, index, plain]) =>
      (single ?? double)?.replace(/\\([^])/g, '$1') ?? index ?? plain ?? '',
  )
}

/** No place in a send has a longer name. */
const LONGEST_PATH = 1000

/** RFC 6901; behind a `#` it is part of an address and so percent-encoded. */
function stepsOfPointer(pointer: string): string[] {
  return pointer
    .slice(pointer.indexOf('/') + 1)
    .split('/')
    .map((step) => (pointer.startsWith('#') ? percentDecoded(step) : step))
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function percentDecoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** The first step that names a field says which; those before it are wrappers such as `$.body`. */
function placeOf(steps: string[]): Place | null {
  const isWrapper = (step: string, next: string | undefined) => step === 'body' && next !== undefined
  const start = steps.findIndex((step, at) => fieldNamed(step) !== null && !isWrapper(step, steps[at + 1]))
  const [root = '', next, ...rest] = steps.slice(Math.max(start, 0))
  const field = fieldNamed(root)
  if (field === 'tags') return { field, tag: next ?? null }
  if (field !== 'to') return field && { field }
  const isIndex = /^(?:to|recipients?)$/i.test(root) && /^\d{1,9}$/.test(next ?? '')
  // A person's own variable may have any name.
  const isChannel = rest.at(-1)?.toLowerCase() === 'channel' && !rest.includes('variables')
  return { field: isChannel ? 'reach' : 'to', recipient: isIndex ? Number(next) : null }
}

const WORDS: ReadonlyArray<readonly [FieldName, RegExp]> = [
  ['from', /^(?:from|sender|senderid|sender_id|senderpoolid|sender_pool_id)$/i],
  ['text', /^(?:text|content|body|content\.text)$/i],
  ['tags', /^(?:tags?|tags\..+)$/i],
  ['reach', /^(?:channel)$/i],
  ['to', /^(?:to|address|addresses|recipients?)$/i],
]

function fieldNamed(word: string): FieldName | null {
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** "The value 'x' is not recognized for the field 'y'": the field is named last. */
function guess(message: string): Place {
  const field = quotedIn(message)
    .toReversed()
    .map(fieldNamed)
    .find((name) => name !== null)
  return field ? { field } : {}
}

/** What stands between two quotation marks of any kind; an apostrophe may be one, so each ends and begins. */
export function quotedIn(message: string): string[] {
  return [
    ...message.matchAll(
      /['"`\u2018\u2019\u201c\u201d]([^'"`\u2018\u2019\u201c\u201d]+)(?=['"`\u2018\u2019\u201c\u201d])/g,
    ),
  ].map(([, words = '']) => words)
}
