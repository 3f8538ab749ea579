import {
  applyLine,
  type JournalEntry,
  type JournalIndex,
  type JournalLine,
  type Outcome,
} from './journalEntry'

/** The journal cannot be written, so nothing may be sent. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable'
}

/** The record of every send, kept for good before it leaves. */
export interface Journal {
  /**
   * Writes down that a send is about to leave and waits until the store has it. False when the key is already taken, by
   * this process or another one on the same store: then nothing may be sent.
   * @throws JournalUnwritable
   */
  begin(entry: JournalEntry): Promise<boolean>
  /** Writes down what became of a send. Known at once in this process even if the store refuses. */
  settle(key: string, outcome: Outcome): Promise<void>
  find(key: string): JournalEntry | null
  /** All entries, oldest first. */
  entries(): JournalEntry[]
  /** How many unreadable lines were set aside, and why nothing can be written, `null` when it can. */
  health(): { setAside: number; problem: string | null }
  close(): Promise<void>
}

/** Where the lines are kept, in one order for all who write. Nothing is ever changed, only added. */
export interface JournalStore {
  /** The lines that are there. */
  read(): Promise<JournalLine[]>
  /** Keeps a line for good; gives all lines since the last look in their order, this one and those of others. */
  append(line: JournalLine): Promise<JournalLine[]>
  /** How many unreadable lines were met. */
  setAside(): number
  close(): Promise<void>
}

/**
 * The journal in a store. Does not throw when the store cannot be written: that is told by `health` and by `begin`,
 * which tries again each time.
 * @param now epoch milliseconds
 */
export async function openJournal(store: JournalStore, now: () => number): Promise<Journal> {
  const index: JournalIndex = new Map()
  let problem: string | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function take(reading: Promise<JournalLine[]>): Promise<void> {
    try {
      for (const line of await reading) applyLine(index, line)
      problem = null
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
      throw new JournalUnwritable(problem, { cause: error })
    }
  }

  /** One line at a time, so that what is read back after a write is in the order of the store. */
  function write(line: JournalLine): Promise<void> {
    const written = queue.then(() => take(store.append(line)))
    queue = written.catch(() => undefined)
    return written
  }

  await take(store.read()).catch(() => undefined)

  return {
    async begin(entry) {
      const id = crypto.randomUUID()
      await write({ type: 'sent', id, entry })
      return index.get(entry.key)?.id === id
    },
    async settle(key, outcome) {
      const line: JournalLine = { type: 'outcome', key, at: new Date(now()).toISOString(), outcome }
      applyLine(index, line)
      await write(line).catch(() => undefined)
    },
    find: (key) => index.get(key)?.entry ?? null,
    entries: () => [...index.values()].map(({ entry }) => entry),
    health: () => ({ setAside: store.setAside(), problem }),
    async close() {
      await queue
      await store.close()
    },
  }
}
