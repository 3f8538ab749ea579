import type { Checked } from './checked'
import type { Who } from './list'
import type { ReadResult, WorkerAnswer, WorkerRequest } from './workerMessages'

/** Reads lists and checks numbers, away from the page. */
export interface Reader {
  /** Everybody named, row by row. */
  check(who: Who): Promise<Checked>
  /** The numbers of a file or of a large paste. */
  read(content: File | string, name: string, listId: string): Promise<ReadResult>
}

/** The worker is started at the first question: a page that is only looked at does not load the numbering plans. */
export function createReader(start: () => Worker): Reader {
  let worker: Worker | null = null
  let lastId = 0
  const waiting = new Map<
    number,
    { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }
  >()

  function running(): Worker {
    if (worker) return worker
    const started = start()
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      waiting.get(data.id)?.resolve(data)
      waiting.delete(data.id)
    })
    // It could not be loaded, or broke: everybody who waits is told, and the next question starts another one.
    started.addEventListener('error', () => {
      started.terminate()
      worker = null
      for (const { reject } of waiting.values()) reject(new Error('The number check could not be loaded.'))
      waiting.clear()
    })
    worker = started
    return started
  }

  async function ask(request: WorkerRequest): Promise<WorkerAnswer> {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      waiting.set(request.id, { resolve, reject })
      // A worker is no window: it has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      running().postMessage(request)
    })
    if ('failed' in answer) throw new Error(answer.failed)
    return answer
  }

  return {
    async check(who) {
      const answer = await ask({ id: (lastId += 1), type: 'check', who })
      if ('checked' in answer) return answer.checked
      throw new Error('The number check gave another answer than was asked for.')
    },
    async read(content, name, listId) {
      const answer = await ask({ id: (lastId += 1), type: 'read', content, name, listId })
      if ('read' in answer) return answer.read
      throw new Error('The number check gave another answer than was asked for.')
    },
  }
}
