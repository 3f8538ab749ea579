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
  /** Writes down what became of a send. Known at once in this process; written later if the store refuses now. */
  settle(key: string, outcome: Outcome): Promise<void>
  /** Takes in what other processes have written since. */
  refresh(): Promise<void>
  find(key: string): JournalEntry | null
  /** All entries, oldest first. */
  entries(): JournalEntry[]
  /** How many unreadable lines were set aside, and why nothing can be written, `null` when it can. */
  health(): { setAside: number; problem: string | null }
  close(): Promise<void>
}

/** Where the lines are kept, in one order for all who write. Nothing is ever changed, only added. */
export interface JournalStore {
  /** All lines since the last look in their order. */
  read(): Promise<JournalLine[]>
  /** Keeps a line for good; gives all lines since the last look, this one and those of others. */
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
  /** Outcomes that the store refused; they go first as soon as it can be written again. */
  const owed: JournalLine[] = []
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

  /** One after the other, so that what is read back is in the order of the store. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    const done = queue.then(task)
    queue = done.catch(() => undefined)
    return done
  }

  async function payOwed(): Promise<void> {
    for (let line = owed[0]; line; line = owed[0]) {
      await take(store.append(line))
      owed.shift()
    }
  }

  const write = (line: JournalLine) =>
    inTurn(async () => {
      await payOwed()
      await take(store.append(line))
    })

  function outcomeLine(key: string, id: string | undefined, outcome: Outcome): JournalLine {
    return { type: 'outcome', key, ...(id && { id }), at: new Date(now()).toISOString(), outcome }
  }

  const refresh = () => inTurn(() => take(store.read())).catch(() => undefined)

  await refresh()

  return {
    async begin(entry) {
      const id = crypto.randomUUID()
      try {
        await write({ type: 'sent', id, entry })
      } catch (error) {
        // The line may stand there all the same, and must not look like a send under way for ever.
        owed.push(outcomeLine(entry.key, id, { state: 'not-sent' }))
        throw error
      }
      const kept = index.get(entry.key)
      if (!kept) throw new JournalUnwritable('what was written cannot be read back; restart Switchboard')
      return kept.id === id
    },
    async settle(key, outcome) {
      const line = outcomeLine(key, index.get(key)?.id, outcome)
      applyLine(index, line)
      await write(line).catch(() => owed.push(line))
    },
    refresh,
    find: (key) => index.get(key)?.entry ?? null,
    entries: () => [...index.values()].map(({ entry }) => entry),
    health: () => ({ setAside: store.setAside(), problem }),
    async close() {
      await inTurn(payOwed).catch(() => undefined)
      await store.close()
    },
  }
}
