import type { Checked } from './checked'
import { unpackChecked } from './checkedWire'
import type { Who } from './list'
import type { OnProgress, ReadRequest, ReadResult } from './readFile'
import type { Remembered } from './remembered'
import type { ListOnWire, WorkerAnswer, WorkerRequest } from './workerMessages'

/** Reads lists and checks numbers, away from the page. */
export interface Reader {
  /** Everybody named, row by row. Rejects when the check could not be done. */
  check(who: Who, remembered: readonly Remembered[], onProgress?: OnProgress): Promise<Checked>
  /** The rows of a file or of a large paste. Rejects with Cancelled when it was stopped. */
  read(request: ReadRequest, onProgress?: OnProgress): Promise<ReadResult>
  /** Stops all that is being read and checked. */
  cancel(): void
}

/** What was asked for was stopped on purpose. */
export class Cancelled extends Error {}

type Finished = Exclude<WorkerAnswer, { progress: number }>

interface Waiting {
  resolve: (answer: Finished) => void
  reject: (error: Error) => void
  onProgress: OnProgress
}

/** The worker is started at the first question: a page that is only looked at does not load the numbering plans. */
export function createReader(start: () => Worker): Reader {
  let worker: Worker | null = null
  let lastId = 0
  const waiting = new Map<number, Waiting>()
  /** The lists whose tables this worker has. */
  const sent = new Set<string>()

  /** Ends the worker: whoever waits is told, and the next question starts another one. */
  function stop(error: Error): void {
    worker?.terminate()
    worker = null
    sent.clear()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function running(): Worker {
    if (worker) return worker
    const started = start()
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const asked = waiting.get(data.id)
      if ('progress' in data) return asked?.onProgress(data.progress)
      asked?.resolve(data)
      waiting.delete(data.id)
    })
    started.addEventListener('error', () => {
      if (worker === started) stop(new Error('The number check could not be loaded.'))
    })
    worker = started
    return started
  }

  async function ask(request: WorkerRequest, onProgress: OnProgress): Promise<Finished> {
    const answer = await new Promise<Finished>((resolve, reject) => {
      waiting.set(request.id, { resolve, reject, onProgress })
      // A worker is no window: it has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      running().postMessage(request)
    })
    if ('failed' in answer) throw new Error(answer.failed)
    return answer
  }

  /** The lists without those tables that the worker has. */
  function onWire({ lists }: Who): ListOnWire[] {
    // An earlier worker may have ended: the one that is asked now knows only what it was given itself.
    running()
    return lists.map((list) => (sent.has(list.id) ? { ...list, table: null } : list))
  }

  /** The tables that the worker has and nobody names any more. */
  function takeUnnamed({ lists }: Who): string[] {
    const unnamed = [...sent].filter((id) => !lists.some((list) => list.id === id))
    for (const id of unnamed) sent.delete(id)
    return unnamed
  }

  return {
    async check(who, remembered, onProgress = () => undefined) {
      const lists = onWire(who)
      const forget = takeUnnamed(who)
      for (const { id } of lists) sent.add(id)
      const id = (lastId += 1)
      const answer = await ask({ id, type: 'check', who: { ...who, lists }, remembered, forget }, onProgress)
      if ('checked' in answer) return unpackChecked(answer.checked)
      throw new Error('The number check gave another answer than was asked for.')
    },
    async read(request, onProgress = () => undefined) {
      const answer = await ask({ id: (lastId += 1), type: 'read', ...request }, onProgress)
      if (!('read' in answer)) throw new Error('The number check gave another answer than was asked for.')
      if ('list' in answer.read) sent.add(answer.read.list.id)
      return answer.read
    },
    cancel() {
      stop(new Cancelled('Stopped.'))
    },
  }
}
