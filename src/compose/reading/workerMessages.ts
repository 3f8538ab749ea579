import type { CheckedWire } from './checkedWire'
import type { List, Who } from './list'
import type { ReadRequest, ReadResult } from './readFile'
import type { Remembered } from './remembered'
import type { Table } from './table'

/** A list without its table, where the worker has that already. */
export type ListOnWire = Omit<List, 'table'> & { table: Table | null }

export type WhoOnWire = Omit<Who, 'lists'> & { lists: ListOnWire[] }

/** What the page asks the worker. `id` ties an answer to its question. */
export type WorkerRequest =
  | {
      id: number
      type: 'check'
      who: WhoOnWire
      remembered: readonly Remembered[]
      /** Lists that the worker need not keep any longer. */
      forget: string[]
    }
  | ({ id: number; type: 'read' } & ReadRequest)

export type WorkerAnswer =
  | { id: number; checked: CheckedWire }
  | { id: number; read: ReadResult }
  | { id: number; failed: string }
  /** Not the answer yet: how much of the work is done, from 0 to 1. */
  | { id: number; progress: number }
