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

/** `$.to[3].address`, `$['to'][3]['address']` and `/to/3/address` as their steps. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(/\[\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*\]|([^.[\]/$]+)/g)].map(
    ([, single, double, index, plain]) => single ?? double ?? index ?? plain ?? '',
  )
}

function placeOf([first, second, third]: string[]): Place | null {
  switch (first) {
    case 'to': {
      const index = second !== undefined && /^\d+$/.test(second) ? Number(second) : null
      return { field: third === 'channel' ? 'reach' : 'to', recipient: index }
    }
    case 'from':
      return { field: 'from' }
    case 'content':
    case 'text':
      return { field: 'text' }
    case 'tags':
      return { field: 'tags', tag: second ?? null }
    default:
      return null
  }
}

const WORDS: ReadonlyArray<readonly [FieldName, RegExp]> = [
  ['from', /^(?:from|sender|senderid|sender_id|senderpoolid|sender_pool_id)$/i],
  ['text', /^(?:text|content|body|content\.text)$/i],
  ['tags', /^(?:tags?|tags\..+)$/i],
  ['reach', /^(?:channel)$/i],
  ['to', /^(?:to|address|addresses|recipients?)$/i],
]

function guess(message: string): Place {
  const quoted = [...message.matchAll(/['"`\u2018\u2019\u201c\u201d]([\w.]+)['"`\u2018\u2019\u201c\u201d]/g)]
  // "The value 'x' is not recognized for the field 'y'": the field is named last.
  for (const [, word = ''] of quoted.toReversed()) {
    const field = WORDS.find(([, pattern]) => pattern.test(word))?.[0]
    if (field) return { field }
  }
  return {}
}
