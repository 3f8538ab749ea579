import type { Json } from '#/comms/resources'
import { jsonAnswer, refusal, type Answer } from './answers'
import type { Journal } from './journal'
import type { JournalEntry } from './journalEntry'
import type { LookUp } from './lookUp'
import type { Sends } from './sends'

export interface JournalSource {
  journal: Journal
  lookUp: LookUp
  /** Only sends over this connection are listed. */
  account: string
  sends: Pick<Sends, 'isUnderWay'>
}

/**
 * `GET /journal/<key>`: one entry; 404 means that nothing with this key ever left.
 * `GET /journal?pageToken=&pageSize=`: this connection's sends, newest first; the token is the key of the last entry.
 */
export async function journalAnswer(
  { journal, lookUp, account, sends }: JournalSource,
  pathname: string,
  query: URLSearchParams,
): Promise<Answer> {
  await journal.refresh()
  const key = pathname.slice('/journal/'.length)
  if (key !== '') {
    const entry = journal.find(key)
    if (sends.isUnderWay(key) && (!entry || entry.state === 'not-sent')) return jsonAnswer(waiting(key))
    if (!entry) return refusal(404, 'Nothing was sent with this key.')
    // Somebody is waiting for this one, so it is worth looking again.
    if (entry.account === account) lookUp.start(entry)
    return jsonAnswer(shown(entry))
  }
  const newestFirst = journal
    .entries()
    .filter((entry) => entry.account === account)
    .toReversed()
  const token = query.get('pageToken')
  const start = token === null ? 0 : newestFirst.findIndex((entry) => entry.key === token) + 1
  if (token !== null && start === 0) return refusal(400, 'This page token is not known.')
  const size = Math.min(Math.max(Number(query.get('pageSize') ?? 50) || 50, 1), 1000)
  const entries = newestFirst.slice(start, start + size)
  const next = start + size < newestFirst.length ? (entries.at(-1)?.key ?? null) : null
  return jsonAnswer({
    entries: entries.map(shown),
    pagination: { next, self: token ?? '' },
    setAside: journal.health().setAside,
  })
}

/** A send that waits for its turn: the journal gets it when it leaves. */
function waiting(key: string): Json {
  const at = new Date().toISOString()
  return { key, state: 'sent', at, updatedAt: at }
}

/** An entry as the app gets it. The fingerprint is the proxy's own business. */
function shown({ fingerprint: _, ...entry }: JournalEntry): Json {
  return { ...entry, errors: entry.errors.map((error) => ({ ...error })) }
}
