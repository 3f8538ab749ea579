import type { Dialect } from '../dialect'
import { SENDER_POOL_STATS, type Json, type SenderPoolDraft, type SenderPoolOperation } from '../resources'
import { readOperation } from './operation'
import { field, list, spell, stringMap, text } from './spelling'

/** Section 1.3: the body that makes a pool, or, without senders, that changes one. What is not given stays unsaid. */
export function encodePoolDraft({ name, tags, senderIds }: SenderPoolDraft, dialect: Dialect): Json {
  const body: { [field: string]: Json } = {}
  if (name !== undefined) body['name'] = name
  if (tags !== undefined) body['tags'] = tags
  if (senderIds !== undefined) body['senders'] = membersOf(senderIds)
  return spell(body, dialect)
}

export function decodePoolDraft(json: Json): SenderPoolDraft {
  const name = text(json, 'name')
  const isGiven = (part: string) => (field(json, part) ?? null) !== null
  return {
    ...(name !== null && { name }),
    ...(isGiven('tags') && { tags: stringMap(json, 'tags') }),
    ...(isGiven('senders') && { senderIds: decodePoolMembers(list(json, 'senders')) }),
  }
}

/** Section 1.3: senders are added as a bare list. */
export function encodePoolMembers(senderIds: readonly string[], dialect: Dialect): Json {
  return spell(membersOf(senderIds), dialect)
}

/** The sender ids of such a list; entries without one are left out. */
export function decodePoolMembers(json: Json): string[] {
  if (!Array.isArray(json)) return []
  return json.map((member) => text(member, 'senderId')).filter((id) => id !== null)
}

function membersOf(senderIds: readonly string[]): Json[] {
  return senderIds.map((senderId) => ({ senderId }))
}

/** Section 2.4. */
export function decodeSenderPoolOperation(json: Json): SenderPoolOperation {
  return readOperation(json, SENDER_POOL_STATS)
}
