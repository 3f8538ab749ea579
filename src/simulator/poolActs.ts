import type { Tags } from '#/comms/resources'

/** Senders as an operation gets them: only the account's own can join. */
export interface Joining {
  /** How many were asked for. */
  count: number
  /** Those of the account, each once, by their place in the list. */
  known: ReadonlyArray<{ place: number; senderId: string }>
  /** The places of the others. */
  unknown: readonly number[]
}

/** What an operation does. Times are epoch milliseconds. */
export type PoolTask =
  | { type: 'made'; at: number; name: string | null; tags: Tags; joining: Joining }
  | { type: 'filled'; at: number; poolId: string; joining: Joining }

/** What is done at once. */
export type PoolChange =
  | { type: 'edited'; at: number; poolId: string; name?: string; tags?: Tags }
  | { type: 'emptied'; at: number; poolId: string; senderId: string }
  | { type: 'deleted'; at: number; poolId: string }

export type PoolAct = PoolTask | PoolChange
