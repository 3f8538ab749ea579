import { createChecker } from './check'
import { packChecked } from './checkedWire'
import type { List } from './list'
import { readFile } from './readFile'
import type { Table } from './table'
import type { WhoOnWire, WorkerAnswer, WorkerRequest } from './workerMessages'

/** Everything that reads files and numbering plans runs here, so that the page never stands still for it. */
const check = createChecker()
/** The tables of the lists that were read or sent here, so that each crosses only once. */
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
      for (const gone of request.forget) tables.delete(gone)
      const who = { ...request.who, lists: listsOf(request.who) }
      return { id, checked: packChecked(check(who, request.remembered, onProgress)) }
    }
    const read = await readFile(request, onProgress)
    if ('list' in read) tables.set(read.list.id, read.list.table)
    return { id, read }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** The lists with their tables. */
function listsOf({ lists }: WhoOnWire): List[] {
  return lists.map((list) => {
    const table = list.table ?? tables.get(list.id)
    if (!table) throw new Error('A list has no rows.')
    tables.set(list.id, table)
    return { ...list, table }
  })
}
