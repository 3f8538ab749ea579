import { createChecker } from './check'
import { decodeText } from './decodeText'
import { readList } from './readList'
import type { ReadResult, WorkerAnswer, WorkerRequest } from './workerMessages'

/** Everything that reads files and numbering plans runs here, so that the page never stands still for it. */
const check = createChecker()

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // A worker is no window: it has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void answer(data).then((result) => self.postMessage(result satisfies WorkerAnswer))
})

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  const { id } = request
  try {
    if (request.type === 'check') return { id, checked: check(request.who) }
    return { id, read: await read(request) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}

async function read({
  content,
  name,
  listId,
}: Extract<WorkerRequest, { type: 'read' }>): Promise<ReadResult> {
  const decoded =
    typeof content === 'string' ? { text: content } : decodeText(new Uint8Array(await content.arrayBuffer()))
  if ('notText' in decoded) return { refused: decoded.notText }
  const list = readList(decoded.text, name, listId)
  return list === null ? { refused: 'no-numbers' } : { list }
}
