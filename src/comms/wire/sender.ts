import type { Spelling } from '../dialect'
import type { Json, Sender, SenderPool } from '../resources'
import { enumeration, spell, stringMap, text } from './spelling'
import { Unreadable } from './unreadable'

/** Section 2.4. */
export function decodeSender(json: Json): Sender {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('a sender without an id')
  return {
    id,
    displayName: text(json, 'displayName'),
    address: text(json, 'address'),
    channel: enumeration(json, 'channel'),
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    tags: stringMap(json, 'tags'),
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    raw: json,
  }
}

export function encodeSender(sender: Sender, spelling: Spelling): Json {
  const { raw: _, ...body } = sender
  return spell(body, spelling)
}

/** Section 2.4. The members of a pool are a list of their own. */
export function decodeSenderPool(json: Json): SenderPool {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('a sender pool without an id')
  return {
    id,
    name: text(json, 'name'),
    tags: stringMap(json, 'tags'),
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    raw: json,
  }
}

export function encodeSenderPool(pool: SenderPool, spelling: Spelling): Json {
  const { raw: _, ...body } = pool
  return spell(body, spelling)
}
