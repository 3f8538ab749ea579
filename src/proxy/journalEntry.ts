import type { Tags } from '#/comms/resources'

/**
 * Where a send stands.
 *
 * - `sent`: on its way, no answer yet
 * - `accepted`: the API took it
 * - `refused`: the API answered that it will not do it
 * - `not-sent`: no connection could be made, nothing left; the same key may be used again
 * - `unknown`: it may have been done; being looked up by its tag where `traceable`
 * - `not-found`: looked up for ten minutes and not there
 */
export type SendState = 'sent' | 'accepted' | 'refused' | 'not-sent' | 'unknown' | 'not-found'

/** What the journal knows of one send: never its text, never a number. */
export interface JournalEntry {
  key: string
  state: SendState
  /** When it was sent and when the state last changed, RFC 3339. */
  at: string
  updatedAt: string
  /** Who sent it: the name given with the access token, or the user of this machine. */
  by: string | null
  /** `simulator`, or the account with its middle masked. */
  account: string
  recipients: number
  tags: Tags
  /** SHA-256 of the canonical body, in hex. */
  fingerprint: string
  /** False when all ten tags were taken, so that the key could not be sent along and the send cannot be looked up. */
  traceable: boolean
  operationId: string | null
  /** HTTP status of the API's answer, `null` when there was none. */
  status: number | null
  /** The API's reasons, without their wording, which may quote a number or the text. */
  errors: SendError[]
}

export interface SendError {
  code: number | null
  context: string | null
}

/** What changes when a send's fate becomes known. */
export interface Outcome {
  state: Exclude<SendState, 'sent'>
  operationId?: string | null
  status?: number | null
  errors?: SendError[]
}

/** One line of the journal file. */
export type JournalLine =
  | { type: 'sent'; id: string; entry: JournalEntry }
  /** `id` is that of the `sent` line that it is about: a key with which nothing had left may be used again. */
  | { type: 'outcome'; key: string; id?: string; at: string; outcome: Outcome }

/** The entries by key, oldest first, with the id of the `sent` line that made each. */
export type JournalIndex = Map<string, { id: string; entry: JournalEntry }>

/** How sure a state is. */
const SURENESS: Readonly<Record<SendState, number>> = {
  sent: 0,
  unknown: 1,
  'not-found': 2,
  refused: 3,
  'not-sent': 3,
  accepted: 4,
}

/**
 * Takes a line into the index. The first `sent` line of a key stands, unless nothing had left with it. What the API
 * answered stands against any later doubt, such as that of a process that started while another one was sending.
 */
export function applyLine(index: JournalIndex, line: JournalLine): void {
  if (line.type === 'sent') {
    const known = index.get(line.entry.key)
    if (known && known.entry.state !== 'not-sent') return
    index.delete(line.entry.key)
    index.set(line.entry.key, { id: line.id, entry: line.entry })
    return
  }
  const known = index.get(line.key)
  if (!known || (line.id !== undefined && line.id !== known.id)) return
  if (SURENESS[line.outcome.state] < SURENESS[known.entry.state]) return
  known.entry = { ...known.entry, ...line.outcome, updatedAt: line.at }
}

/** The line in a text, or `null` when it is not one: cut short, or written by something else. */
export function parseLine(text: string): JournalLine | null {
  try {
    const line: unknown = JSON.parse(text)
    return isLine(line) ? line : null
  } catch {
    return null
  }
}

function isLine(line: unknown): line is JournalLine {
  if (!isRecord(line)) return false
  if (line['type'] === 'sent') {
    const entry = line['entry']
    return (
      typeof line['id'] === 'string' &&
      isRecord(entry) &&
      typeof entry['key'] === 'string' &&
      typeof entry['fingerprint'] === 'string'
    )
  }
  return line['type'] === 'outcome' && typeof line['key'] === 'string' && isRecord(line['outcome'])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
