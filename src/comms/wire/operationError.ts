import type { Spelling } from '../dialect'
import type { Json, OperationError } from '../resources'
import { decodeAddress, encodeAddress } from './party'
import { decodeProblem, encodeProblem } from './problem'
import { field, isObject, spell, text } from './spelling'
import { Unreadable } from './unreadable'

/** One failure of an operation. No shape is published; this is the one suggested in section 8, point 2. */
export function decodeOperationError(json: Json): OperationError {
  const problem = decodeProblem(json)
  if (problem === null) throw new Unreadable('an error without code or message')
  return { problem, messageId: text(json, 'messageId'), to: decodeAddress(field(json, 'to') ?? null) }
}

export function encodeOperationError({ problem, messageId, to }: OperationError, spelling: Spelling): Json {
  const body = encodeProblem(problem)
  return spell({ ...(isObject(body) ? body : {}), messageId, to: to && encodeAddress(to) }, spelling)
}
