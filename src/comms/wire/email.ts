import type { Spelling } from '../dialect'
import { EMAIL_STATS, type Email, type EmailOperation, type Json } from '../resources'
import { readOperation } from './operation'
import { decodeRelated, encodeRelated } from './party'
import { compact, enumeration, field, list, spell, stringMap, text } from './spelling'
import { Unreadable } from './unreadable'

/** Sections 1.4 and 2.4: like a message, with a subject, and OPENED where a message has READ. */
export function decodeEmail(json: Json): Email {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('an email without an id')
  const to = field(json, 'to')
  return {
    id,
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    from: text(field(json, 'from'), 'address'),
    to: (Array.isArray(to) ? to : to ? [to] : [])
      .map((one) => text(one, 'address'))
      .filter((one) => one !== null),
    subject: text(field(json, 'content'), 'subject'),
    text: text(field(json, 'content'), 'text'),
    related: list(json, 'related')
      .map(decodeRelated)
      .filter((related) => related !== null),
    tags: stringMap(json, 'tags'),
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    raw: json,
  }
}

export function encodeEmail(email: Email, spelling: Spelling): Json {
  const nameOf = (kind: string) => (spelling === 'early' ? kind : kind.toUpperCase())
  const { id, status, from, to, subject, text: body, related, tags, createdAt, updatedAt } = email
  return spell(
    {
      id,
      from: from === null ? null : { address: from },
      to: to.map((address) => ({ address })),
      status,
      content: compact({ subject, text: body }),
      related: related.map((one) => encodeRelated(one, nameOf)),
      tags,
      createdAt,
      updatedAt,
    },
    spelling,
  )
}

/** Section 1.4. */
export function decodeEmailOperation(json: Json): EmailOperation {
  return readOperation(json, EMAIL_STATS)
}
