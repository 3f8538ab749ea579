import { describe, expect, it, vi } from 'vitest'
import { createChecker } from './check'
import { packChecked } from './checkedWire'
import { emptyWho, type List } from './list'
import { Cancelled, createReader } from './reader'
import { TableBuilder, type Table } from './table'
import type { WorkerAnswer, WorkerRequest } from './workerMessages'

/** A worker in the same thread, that answers when it is told to and keeps what it was sent. */
class FakeWorker extends EventTarget {
  readonly requests: WorkerRequest[] = []
  readonly tables = new Map<string, Table>()
  ended = false

  postMessage(request: WorkerRequest): void {
    this.requests.push(request)
  }

  terminate(): void {
    this.ended = true
  }

  answer(answered: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answered }))
  }

  /** Checks the last request as the real worker does. */
  check(): void {
    const request = this.requests.at(-1)
    if (request?.type !== 'check') throw new Error('nothing to check')
    for (const id of request.forget) this.tables.delete(id)
    const lists = request.who.lists.map((list) => {
      const table = list.table ?? this.tables.get(list.id)
      if (!table) throw new Error('A list has no rows.')
      this.tables.set(list.id, table)
      return { ...list, table }
    })
    this.answer({ id: request.id, checked: packChecked(createChecker()({ ...request.who, lists })) })
  }
}

function setUp() {
  const workers: FakeWorker[] = []
  const reader = createReader(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
  return { reader, workers, last: () => workers.at(-1) ?? new FakeWorker() }
}

const list = (id: string): List => {
  const builder = new TableBuilder()
  builder.add(1, ['+12065550100'])
  return { id, name: id, form: 'lines', table: builder.build(), matching: null, edits: {}, origin: null }
}

describe('the reader', () => {
  it('sends the rows of a list once, and again to another worker', async () => {
    const { reader, last } = setUp()
    const who = { ...emptyWho('US'), lists: [list('a')] }
    const tablesSent = () => {
      const request = last().requests.at(-1)
      return request?.type === 'check' ? request.who.lists.filter(({ table }) => table !== null).length : -1
    }
    const ask = async (asked = who) => {
      const answer = reader.check(asked, [])
      const sent = tablesSent()
      last().check()
      return { sent, people: (await answer).people }
    }
    expect(await ask()).toEqual({ sent: 1, people: 1 })
    expect(await ask()).toEqual({ sent: 0, people: 1 })
    // A list that is gone is forgotten, and sent again when it comes back.
    expect(await ask({ ...who, lists: [] })).toEqual({ sent: 0, people: 0 })
    expect(last().tables.size).toBe(0)
    expect(await ask()).toEqual({ sent: 1, people: 1 })
    reader.cancel()
    expect(await ask()).toEqual({ sent: 1, people: 1 })
  })

  it('tells whoever waits when it is stopped, and ends the worker', async () => {
    const { reader, workers } = setUp()
    const waiting = reader.read({ content: 'x', name: 'x', listId: 'x' })
    reader.cancel()
    await expect(waiting).rejects.toBeInstanceOf(Cancelled)
    expect(workers[0]?.ended).toBe(true)
  })

  it('tells whoever waits when the worker cannot be loaded, and starts another one', async () => {
    const { reader, workers, last } = setUp()
    const waiting = reader.check(emptyWho('US'), [])
    last().dispatchEvent(new Event('error'))
    await expect(waiting).rejects.toThrow('could not be loaded')
    const again = reader.check(emptyWho('US'), [])
    last().check()
    expect((await again).people).toBe(0)
    expect(workers).toHaveLength(2)
  })

  it('passes on how much is done', async () => {
    const { reader, last } = setUp()
    const onProgress = vi.fn()
    const waiting = reader.check(emptyWho('US'), [], onProgress)
    last().answer({ id: 1, progress: 0.5 })
    last().check()
    await waiting
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(0.5)
  })
})
