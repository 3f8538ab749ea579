import type { JournalStore } from '#/proxy/journal'
import type { JournalLine } from '#/proxy/journalEntry'
import type { Database } from './database'

/** The lines of the proxy's send journal in the browser's database. */
export function createJournalRows(database: Database): JournalStore {
  let end = 0

  async function take(reading: ReturnType<Database['read']>): Promise<JournalLine[]> {
    const rows = await reading
    end = rows.end
    // Only lines are ever put there, a few lines below.
    return rows.values as JournalLine[]
  }

  return {
    read: () => take(database.read('journal', end)),
    append: (line) => take(database.add('journal', [line], end)),
    setAside: () => 0,
    close: () => Promise.resolve(),
  }
}
