import { mix } from './hash'
import { resourceId } from './names'
import type { PoolAct, PoolChange, PoolTask } from './poolActs'
import { endOf, operationAt, poolAt, type PoolOperation, type PoolThen, type PoolWork } from './poolMoments'
import type { Inventory, SenderPool } from './senders'

/**
 * Sender pools that can be made, filled, edited and deleted (section 1.3). Only what was asked is kept; which pools
 * there are, and who is in them, is worked out from it for any moment.
 *
 * Where the contract is silent: senders join in the order they were given, which is the order they are tried in. One
 * that is in the pool already stays where it is and counts as created, so that asking again does no harm. A deactivated
 * sender may join, and nothing is sent from it. Deleting a pool cancels what is still being added to it; the senders
 * that did not get in count as failed.
 */

export interface Pools {
  /** The pools there are at a time, with the members of then. */
  at(time: number): PoolThen[]
  find(id: string, time: number): PoolThen | null
  /** The operations that can be seen at a time. */
  operations(time: number): PoolOperation[]
  /** Begins an operation; gives its id. */
  start(task: PoolTask): string
  change(change: PoolChange): void
  /** Does again what was done in another process, telling nobody. */
  redo(act: PoolAct): void
}

export interface PoolsSource {
  /** The world's hash. */
  world: number
  inventory: Inventory
  /** Milliseconds for which an operation can be seen. */
  retention: number
  onAct: (act: PoolAct) => void
}

/** Ids of the inventory and of the e-mails' operations are counted from less. */
const FIRST_ORDINAL = 2 ** 23

export function createPools({ world, inventory, retention, onAct }: PoolsSource): Pools {
  const works: PoolWork[] = []
  const changes: PoolChange[] = []
  const senders = new Map(inventory.senders.map((sender) => [sender.id, sender]))

  const start = (task: PoolTask): string => {
    const ordinal = FIRST_ORDINAL + works.length
    const startsAt = task.at + 300 + (mix(ordinal, 31) % 601)
    const endsAt = endOf(startsAt, task.joining.count)
    const id = resourceId('operation', world, ordinal, task.at)
    const poolId = task.type === 'made' ? resourceId('senderpool', world, ordinal, startsAt) : task.poolId
    works.push({ id, poolId, task, startsAt, endsAt })
    return id
  }

  const deletedAt = (poolId: string): number => {
    const deleted = changes.find((change) => change.type === 'deleted' && change.poolId === poolId)
    return deleted?.at ?? Infinity
  }

  const at = (time: number): PoolThen[] => {
    const made = works.flatMap(({ task, poolId, startsAt }): SenderPool[] => {
      if (task.type !== 'made' || startsAt > time) return []
      return [{ id: poolId, name: task.name, tags: task.tags, createdAt: startsAt, members: [] }]
    })
    return [...inventory.pools, ...made]
      .filter(({ id }) => deletedAt(id) > time)
      .map((pool) => poolAt(pool, works, changes, senders, time))
  }

  return {
    at,
    find: (id, time) => at(time).find((pool) => pool.id === id) ?? null,
    operations: (time) =>
      works
        .filter(({ task }) => task.at <= time && task.at > time - retention)
        .map((work) => operationAt(work, deletedAt(work.poolId), time)),
    start(task) {
      onAct(task)
      return start(task)
    },
    change(change) {
      onAct(change)
      changes.push(change)
    },
    redo(act) {
      if (act.type === 'made' || act.type === 'filled') start(act)
      else changes.push(act)
    },
  }
}
