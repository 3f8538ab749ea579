import type { Checked } from './checked'
import type { NotText } from './decodeText'
import type { List, Who } from './list'

/** What the page asks the worker. `id` ties an answer to its question. */
export type WorkerRequest =
  | { id: number; type: 'check'; who: Who }
  | { id: number; type: 'read'; content: File | string; name: string; listId: string }

export type WorkerAnswer =
  { id: number; checked: Checked } | { id: number; read: ReadResult } | { id: number; failed: string }

/** A list, or why there is none. */
export type ReadResult = { list: List } | { refused: NotText | 'no-numbers' }
