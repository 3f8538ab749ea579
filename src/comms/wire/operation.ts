import type { Spelling } from '../dialect'
import { OPERATION_STATS, type Json, type Operation } from '../resources'
import { compact, count, enumeration, field, spell, text } from './spelling'
import { Unreadable } from './unreadable'

/** Section 2.3. */
export function decodeOperation(json: Json): Operation {
  return readOperation(json, OPERATION_STATS)
}

/**
 * An operation of any resource: they differ in what they count. A stat the server leaves out is `null`, which is not
 * the same as none.
 */
export function readOperation<Stat extends string>(json: Json, counted: readonly Stat[]) {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('an operation without an id')
  const stats = field(json, 'stats')
  return {
    id,
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    // The names come from `counted`, which fromEntries forgets.
    stats: Object.fromEntries(counted.map((stat) => [stat, count(stats, stat)])) as Record<
      Stat,
      number | null
    >,
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    raw: json,
  }
}

/** An operation of any resource as a server of this dialect writes it. */
export function encodeOperation(
  {
    id,
    status,
    stats,
    createdAt,
    updatedAt,
  }: Omit<Operation, 'stats'> & { stats: Record<string, number | null> },
  spelling: Spelling,
): Json {
  return spell({ id, status, stats: compact(stats), createdAt, updatedAt }, spelling)
}
