import { CommsError } from '#/comms'

/** The proxy's record of sends, as its two routes give it (`GET /journal`, `GET /journal/<key>`). */
export interface JournalEntry {
  key: string
  state: (typeof STATES)[number]
  /** RFC 3339. */
  at: string
  updatedAt: string
  by: string | null
  recipients: number
  tags: Record<string, string>
  /** False when the send carries no key of ours, so that it cannot be looked up. */
  traceable: boolean
  operationId: string | null
  status: number | null
  errors: { code: number | null; context: string | null }[]
}

export interface JournalPage {
  entries: JournalEntry[]
  nextToken: string | null
  /** How many lines of the journal file could not be read. */
  setAside: number
}

const STATES = ['sent', 'accepted', 'refused', 'not-sent', 'unknown', 'not-found'] as const

/** One send; `null` when nothing with this key ever left. Throws a CommsError. */
export async function fetchJournalEntry(key: string, signal?: AbortSignal): Promise<JournalEntry | null> {
  const { status, body } = await read(`/journal/${encodeURIComponent(key)}`, signal)
  // A server that has no journal answers 404 too; only an answer in our form means "never left".
  if (status === 404 && isRefusal(body)) return null
  const entry = status === 200 ? readEntry(body) : null
  if (entry?.key !== key) throw trouble(status)
  return entry
}

/** One page of sends, newest first. Throws a CommsError. */
export async function fetchJournalPage(
  pageToken: string | null,
  pageSize: number,
  signal?: AbortSignal,
): Promise<JournalPage> {
  const query = new URLSearchParams({
    pageSize: String(pageSize),
    ...(pageToken === null ? {} : { pageToken }),
  })
  const { status, body } = await read(`/journal?${query}`, signal)
  const entries = body['entries']
  if (status !== 200 || !Array.isArray(entries)) throw trouble(status)
  return {
    entries: entries.map(readEntry).filter((entry) => entry !== null),
    nextToken: text(record(body['pagination'])['next']),
    setAside: number(body['setAside']) ?? 0,
  }
}

async function read(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ status: number; body: Record<string, unknown> }> {
  try {
    const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
    const body: unknown = await response.json()
    return { status: response.status, body: record(body) }
  } catch (cause) {
    const kind = signal?.aborted ? 'aborted' : 'network'
    const message = 'Switchboard’s own server does not answer.'
    throw new CommsError({ kind, message, method: 'GET', path: '/journal' }, { cause })
  }
}

/** The journal is Switchboard's own, so its troubles are told apart only by whether the access token is missing. */
function trouble(status: number): CommsError {
  const message = `The send journal answered with status ${status}.`
  const kind = status === 401 ? 'refused' : status === 200 || status >= 500 ? 'server' : 'invalid'
  return new CommsError({ kind, message, method: 'GET', path: '/journal', status })
}

function isRefusal(body: Record<string, unknown>): boolean {
  return Array.isArray(body['errors'])
}

function readEntry(json: unknown): JournalEntry | null {
  const entry = record(json)
  const key = text(entry['key'])
  const state = STATES.find((known) => known === entry['state'])
  const at = text(entry['at'])
  if (key === null || state === undefined || at === null) return null
  const tags = Object.entries(record(entry['tags'])).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  const errors = Array.isArray(entry['errors']) ? entry['errors'].map(record) : []
  return {
    key,
    state,
    at,
    updatedAt: text(entry['updatedAt']) ?? at,
    by: text(entry['by']),
    recipients: number(entry['recipients']) ?? 0,
    tags: Object.fromEntries(tags),
    traceable: entry['traceable'] !== false,
    operationId: text(entry['operationId']),
    status: number(entry['status']),
    errors: errors.map((error) => ({ code: number(error['code']), context: text(error['context']) })),
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
