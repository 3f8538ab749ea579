import type { Spelling } from '../dialect'
import type { Attempt, Content, Json, Message, MessageMetadata } from '../resources'
import {
  decodeAddress,
  decodeOrigin,
  decodeRecipients,
  decodeRelated,
  encodeAddress,
  encodeOrigin,
  encodeRecipient,
  encodeRelated,
} from './party'
import { decodeProblem, encodeProblem, httpUrl } from './problem'
import { compact, enumeration, field, isObject, list, spell, stringMap, text } from './spelling'
import { Unreadable } from './unreadable'

/** A list item (section 2.2). Only the id is demanded; sparse items have been reported. */
export function decodeMessageMetadata(json: Json): MessageMetadata {
  const id = text(json, 'id')
  if (id === null) throw new Unreadable('a message without an id')
  return {
    id,
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    from: decodeOrigin(field(json, 'from')),
    to: decodeRecipients(json),
    related: list(json, 'related')
      .map(decodeRelated)
      .filter((related) => related !== null),
    tags: stringMap(json, 'tags'),
    scheduledFor: text(json, 'scheduledFor'),
    createdAt: text(json, 'createdAt'),
    updatedAt: text(json, 'updatedAt'),
    deletedAt: text(json, 'deletedAt'),
    raw: json,
  }
}

export function decodeMessage(json: Json): Message {
  return {
    ...decodeMessageMetadata(json),
    content: decodeContent(field(json, 'content')),
    attempts: list(json, 'attempts')
      .map(decodeAttempt)
      .filter((attempt) => attempt !== null),
  }
}

export function decodeContent(json: Json | undefined): Content | null {
  if (!isObject(json)) return null
  const media = list(json, 'media').map((item) => (typeof item === 'string' ? item : text(item, 'url')))
  return {
    text: text(json, 'text') ?? textOfModules(json),
    media: media.filter((url) => url !== null),
    contentId: text(json, 'contentId'),
  }
}

/** Content given per channel (section 2.1): the text that any of the modules carries. */
function textOfModules(json: Json): string | null {
  for (const module of list(json, 'modules')) {
    const found = text(field(module, 'sms'), 'text') ?? text(field(module, 'rcs'), 'text')
    if (found !== null) return found
  }
  return null
}

export function encodeContent({ text: body = null, media = [], contentId = null }: Partial<Content>): Json {
  return compact({ text: body, media: media.map((url) => ({ url })), contentId })
}

function decodeAttempt(json: Json): Attempt | null {
  if (!isObject(json)) return null
  const to = field(json, 'to')
  return {
    from: decodeOrigin(field(json, 'from')),
    to: (Array.isArray(to) ? to : to ? [to] : []).map(decodeAddress).filter((address) => address !== null),
    status: enumeration(json, 'status') ?? 'UNKNOWN',
    attemptedAt: text(json, 'attemptedAt'),
    infoUrl: httpUrl(text(json, 'infoUrl')),
    error: decodeProblem(field(json, 'error')),
  }
}

function encodeAttempt({ from, to, status, attemptedAt, infoUrl, error }: Attempt): Json {
  return compact({
    from: from && encodeOrigin(from),
    to: to.map(encodeAddress),
    status,
    attemptedAt,
    infoUrl,
    error: error && encodeProblem(error),
  })
}

/** A list item as a server of this dialect writes it. */
export function encodeMessageMetadata(message: MessageMetadata, spelling: Spelling): Json {
  return spell(metadataBody(message, spelling), spelling)
}

/** A fetched message as a server of this dialect writes it. */
export function encodeMessage(message: Message, spelling: Spelling): Json {
  const body = {
    ...metadataBody(message, spelling),
    content: message.content && encodeContent(message.content),
    attempts: message.attempts.map(encodeAttempt),
  }
  return spell(body, spelling)
}

function metadataBody(message: MessageMetadata, spelling: Spelling) {
  const nameOf = (kind: string) => (spelling === 'early' ? kind : kind.toUpperCase())
  return {
    id: message.id,
    from: message.from && encodeOrigin(message.from),
    to: message.to.map(encodeRecipient),
    status: message.status,
    related: message.related.map((related) => encodeRelated(related, nameOf)),
    tags: message.tags,
    scheduledFor: message.scheduledFor,
    createdAt: message.createdAt,
    updatedAt: message.updatedAt,
    deletedAt: message.deletedAt,
  }
}
