import { CommsError } from '#/comms'

/** What became of asking the API to cancel. `not-offered` is remembered by the client and said elsewhere. */
export type Outcome =
  | { kind: 'none' | 'pending' | 'too-late' | 'not-offered' }
  /** When it was asked for, epoch milliseconds. */
  | { kind: 'accepted'; at: number }
  /** It may have taken effect. */
  | { kind: 'unknown'; error: unknown }
  /** It has not taken effect. */
  | { kind: 'refused'; error: unknown }

/** Section 4.3: a conflict is taken as "too late". What is no answer of the API leaves the question open. */
export function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof CommsError) || error.mayHaveBeenDone) return { kind: 'unknown', error }
  if (error.kind === 'conflict') return { kind: 'too-late' }
  return error.kind === 'not-offered' ? { kind: 'not-offered' } : { kind: 'refused', error }
}
