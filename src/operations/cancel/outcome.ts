import type { MutationState } from '@tanstack/react-query'
import { CommsError } from '#/comms'

/** What became of asking the API to cancel. `not-offered` is remembered by the client and said elsewhere. */
export type Outcome =
  | { kind: 'none' | 'pending' | 'too-late' | 'not-offered' }
  | { kind: 'accepted'; at: number }
  /** It may have taken effect. */
  | { kind: 'unknown'; error: Error }
  /** It has not taken effect. */
  | { kind: 'refused'; error: Error }

/** The answer to the last time that it was asked for. */
export function outcomeOf(asked: MutationState<unknown, Error> | null): Outcome {
  if (asked === null || asked.status === 'idle') return { kind: 'none' }
  if (asked.status === 'pending') return { kind: 'pending' }
  if (asked.status === 'success') return { kind: 'accepted', at: asked.submittedAt }
  return outcomeOfError(asked.error ?? new Error('The request failed without a reason.'))
}

/** Section 4.3: a conflict is taken as "too late". What is no answer of the API leaves the question open. */
export function outcomeOfError(error: Error): Outcome {
  if (!(error instanceof CommsError) || error.mayHaveBeenDone) return { kind: 'unknown', error }
  if (error.kind === 'conflict') return { kind: 'too-late' }
  return error.kind === 'not-offered' ? { kind: 'not-offered' } : { kind: 'refused', error }
}
