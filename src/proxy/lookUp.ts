import { isId } from '#/comms/ids'
import type { Json, MessageMetadata } from '#/comms/resources'
import { formatTagFilter } from '#/comms/tags'
import { decodeMessageMetadata, decodePage } from '#/comms/wire'
import type { Journal } from './journal'
import type { JournalEntry } from './journalEntry'
import { KEY_TAG } from './keyTag'

/** How long a send is looked for, in milliseconds from when it left. */
const PATIENCE = 10 * 60_000
/** The API forgets messages after 7 days (section 0, retention), in milliseconds. */
const RETENTION = 7 * 86_400_000
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

export interface LookUpOptions {
  journal: Journal
  /** Asks the API for a path such as `/v1/Messages?…` and gives the body of a 200; throws for anything else. */
  read: (path: string) => Promise<Json>
  version: string
  now: () => number
  /** Waits some milliseconds, less when the signal fires. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Finds out in the background what became of sends whose answer was lost. */
export interface LookUp {
  /** Starts looking where there is something to find out, unless it is already being done or cannot be done. */
  start(entry: JournalEntry): void
  /** Stops looking; a look under way has no effect any more. */
  close(): void
}

/**
 * Looks a send up by the tag that carries its key, with growing waits, until it is found or ten minutes have passed
 * since it left. Only a list that was really read and was really filtered counts as "not there": as long as the API does
 * not answer, the send stays unknown.
 */
export function createLookUp({ journal, read, version, now, sleep }: LookUpOptions): LookUp {
  const running = new Set<string>()
  const stop = new AbortController()

  async function follow(entry: JournalEntry): Promise<void> {
    const deadline = Date.parse(entry.at) + PATIENCE
    for (let wait = FIRST_WAIT; !stop.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      const found = await look(entry.key)
      if (stop.signal.aborted) return
      if (found === 'there' || typeof found === 'object') {
        const operationId = typeof found === 'object' ? found.operationId : null
        if (operationId === null && entry.state === 'accepted') return
        return journal.settle(entry.key, { state: 'accepted', operationId })
      }
      if (now() >= deadline) {
        if (found === 'absent' && entry.state !== 'accepted')
          await journal.settle(entry.key, { state: 'not-found' })
        return
      }
      await sleep(wait, stop.signal)
    }
  }

  async function look(key: string): Promise<{ operationId: string } | 'there' | 'absent' | 'unclear'> {
    try {
      const tags = formatTagFilter({ [KEY_TAG]: key }) ?? ''
      const body = await read(`/${version}/Messages?tags=${encodeURIComponent(tags)}`)
      const { items, unreadable } = decodePage(body, 'messages', decodeMessageMetadata)
      // A server that does not know the filter lists other people's messages; that says nothing about this one.
      if (unreadable > 0 || items.some((message) => message.tags[KEY_TAG] !== key)) return 'unclear'
      const [first] = items
      if (!first) return 'absent'
      const operationId = operationOf(first)
      return operationId === null ? 'there' : { operationId }
    } catch {
      return 'unclear'
    }
  }

  return {
    start(entry) {
      const age = now() - Date.parse(entry.at)
      // Section 1.6: some answers name no operation. The tag finds it all the same.
      const isOpen = entry.state === 'unknown' || (entry.state === 'accepted' && entry.operationId === null)
      if (!isOpen || !entry.traceable || age > RETENTION || running.has(entry.key) || stop.signal.aborted)
        return
      running.add(entry.key)
      void follow(entry).finally(() => running.delete(entry.key))
    },
    close: () => stop.abort(),
  }
}

function operationOf({ related }: MessageMetadata): string | null {
  return related.find(({ id }) => isId('operation', id))?.id ?? null
}
