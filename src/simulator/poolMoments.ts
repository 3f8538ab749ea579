import type { PoolChange, PoolTask } from './poolActs'
import type { Sender, SenderPool } from './senders'

/** A pool at one moment. */
export interface PoolThen extends SenderPool {
  updatedAt: number
  /** The operations that made it or added to it. */
  operationIds: readonly string[]
}

/** Section 2.4: an operation at one moment. */
export interface PoolOperation {
  id: string
  status: 'PROCESSING' | 'COMPLETED' | 'CANCELED'
  stats: { total: number; queued: number; created: number; failed: number }
  createdAt: number
  updatedAt: number
}

/** An operation and the times it keeps. */
export interface PoolWork {
  id: string
  poolId: string
  task: PoolTask
  startsAt: number
  endsAt: number
}

/** 10,000 senders take five seconds. */
const PER_MILLISECOND = 2

/** When the last sender of an operation is dealt with, if it starts at this time. */
export function endOf(startsAt: number, senders: number): number {
  return startsAt + Math.max(0, Math.ceil(senders / PER_MILLISECOND) - 1)
}

/** How many senders of an operation were dealt with up to and including this millisecond. */
function doneUpTo({ task, startsAt }: PoolWork, time: number): number {
  return time < startsAt ? 0 : Math.min(task.joining.count, (time - startsAt + 1) * PER_MILLISECOND)
}

export function operationAt(work: PoolWork, poolDeletedAt: number, time: number): PoolOperation {
  const { id, task, startsAt, endsAt } = work
  const { count, unknown } = task.joining
  const isCanceled = poolDeletedAt < endsAt && poolDeletedAt <= time
  const isOver = isCanceled || time >= endsAt
  const done = doneUpTo(work, isCanceled ? poolDeletedAt - 1 : time)
  const refused = unknown.filter((place) => place < done).length
  const changedAt = time < startsAt ? task.at : Math.min(time, endsAt)
  return {
    id,
    status: isCanceled ? 'CANCELED' : isOver ? 'COMPLETED' : 'PROCESSING',
    stats: {
      total: count,
      queued: isOver ? 0 : count - done,
      created: done - refused,
      failed: isOver ? count - done + refused : refused,
    },
    createdAt: task.at,
    updatedAt: isCanceled ? poolDeletedAt : changedAt,
  }
}

/** A pool as everything that happened to it up to a time has left it. */
export function poolAt(
  { id, name, tags, createdAt, members }: SenderPool,
  works: readonly PoolWork[],
  changes: readonly PoolChange[],
  senders: ReadonlyMap<string, Sender>,
  time: number,
): PoolThen {
  const own = works.filter(({ poolId, startsAt }) => poolId === id && startsAt <= time)
  const ids = new Set(members.map((member) => member.id))
  const pool = { id, name, tags, createdAt, updatedAt: createdAt }
  for (const event of eventsOf(id, own, changes, time)) {
    if (event.type === 'joined') ids.add(event.senderId)
    else if (event.type === 'emptied') ids.delete(event.senderId)
    else if (event.type === 'edited') {
      pool.name = event.name ?? pool.name
      pool.tags = event.tags ?? pool.tags
      pool.updatedAt = event.at
    }
  }
  return {
    ...pool,
    operationIds: own.map((work) => work.id),
    members: [...ids].flatMap((senderId) => senders.get(senderId) ?? []),
  }
}

type PoolEvent = PoolChange | { type: 'joined'; at: number; senderId: string }

/** In the order in which they happened. */
function eventsOf(
  id: string,
  works: readonly PoolWork[],
  changes: readonly PoolChange[],
  time: number,
): PoolEvent[] {
  const joined = works.flatMap(({ task, startsAt }): PoolEvent[] =>
    task.joining.known.map(({ place, senderId }) => {
      return { type: 'joined', at: startsAt + Math.floor(place / PER_MILLISECOND), senderId }
    }),
  )
  const own = changes.filter(({ poolId }) => poolId === id)
  return [...joined, ...own].filter((event) => event.at <= time).toSorted((a, b) => a.at - b.at)
}
