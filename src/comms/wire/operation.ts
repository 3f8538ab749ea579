import type { Dialect } from '../dialect'
import { OPERATION_STATS, type Json, type Operation, type OperationStats } from '../resources'
import { compact, count, enumeration, field, spell, text } from './spelling'
import { Unreadable } from './unreadable'

/** Section 2.3. A stat the server leaves out is `null`, which is not the same as none. */
export function decodeOperation(json: Json): Operation {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('an operation without an id')
  const stats = field(json, 'stats')
  return {
    id,
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    stats: Object.fromEntries(OPERATION_STATS.map((stat) => [stat, count(stats, stat)])) as OperationStats,
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    raw: json,
  }
}

export function encodeOperation(
  { id, status, stats, createdAt, updatedAt }: Operation,
  dialect: Dialect,
): Json {
  return spell({ id, status, stats: compact(stats), createdAt, updatedAt }, dialect)
}
