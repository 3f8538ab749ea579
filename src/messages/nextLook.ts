import { CommsError, type Message } from '#/comms'
import { describeStatus } from './status'

const FIRST = 2_000
const LONGEST = 30_000
/** A person who watches one message for this long has other means; "Refresh" goes on. */
const LOOKS = 20

interface Looked {
  data: Message | undefined
  dataUpdateCount: number
  dataUpdatedAt: number
  error: unknown
  errorUpdateCount: number
  errorUpdatedAt: number
}

/**
 * When to look at a message again, epoch milliseconds; `null` when its status is final, when looking was not worth it
 * for long, or when the answer would be the same. Each pause is half again as long as the one before.
 */
export function nextLook(state: Looked): number | null {
  const { data, error } = state
  const looks = state.dataUpdateCount + state.errorUpdateCount
  if (looks === 0 || looks >= LOOKS) return null
  if (data && describeStatus(data.status).terminal) return null
  if (!data && !(error instanceof CommsError)) return null
  const pause = Math.min(FIRST * 1.5 ** (looks - 1), LONGEST)
  const at = Math.max(state.dataUpdatedAt, state.errorUpdatedAt) + pause
  if (!(error instanceof CommsError)) return at
  if (error.kind === 'refused' || error.kind === 'missing' || error.kind === 'invalid') return null
  return Math.max(at, error.retryAt ?? 0)
}
