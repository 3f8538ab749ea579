import { createChecker } from './check'
import { packChecked } from './checkedWire'
import type { List } from './list'
import { readFile } from './readFile'
import type { Table } from './table'
import type { WhoOnWire, WorkerAnswer, WorkerRequest } from './workerMessages'

/** Everything that reads files and numbering plans runs here, so that the page never stands still for it. */
const check = createChecker()
/** The tables of the lists, by list, so that each crosses only once. */
const tables = new Map<string, Table>()

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then(post)
})

function post(answered: WorkerAnswer): void {
  // A worker is no window: it has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(answered)
}

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  const { id } = request
  const onProgress = (progress: number) => post({ id, progress })
  try {
    if (request.type === 'check') {
      const who = { ...request.who, lists: listsOf(request.who) }
      return { id, checked: packChecked(check(who, request.remembered, onProgress)) }
    }
    return { id, read: await readFile(request, onProgress) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** The lists with their tables; the tables of lists that are gone are forgotten. */
function listsOf({ lists }: WhoOnWire): List[] {
  for (const { id, table } of lists) if (table) tables.set(id, table)
  const known = new Set(lists.map(({ id }) => id))
  for (const id of tables.keys()) if (!known.has(id)) tables.delete(id)
  return lists.map((list) => {
    const table = tables.get(list.id)
    if (!table) throw new Error('A list has no rows.')
    return { ...list, table }
  })
}
