import type { SendRecipient } from '../requests'
import type { Address, Json, Origin, Recipient, Related } from '../resources'
import { compact, enumeration, field, isObject, list, text } from './spelling'

/** Who is on either end of a message, and what a resource belongs with (sections 2.1 and 2.2). */

export function decodeAddress(json: Json): Address | null {
  if (typeof json === 'string' && json !== '') return { address: json, channel: null }
  const address = text(json, 'address')
  return address === null ? null : { address, channel: enumeration(json, 'channel') }
}

export function encodeAddress({ address, channel }: Address): Json {
  return compact({ address, channel })
}

/** A recipient in any of its forms: one address, addresses to try in order, or a profile. */
export function decodeRecipient(json: Json): Recipient | null {
  const listed = list(json, 'addresses').map(decodeAddress)
  const single = decodeAddress(json)
  const recipient: Recipient = {
    addresses: [...listed, single].filter((address) => address !== null),
    profileId: text(json, 'profileId'),
    memoryStoreId: text(json, 'memoryStoreId'),
  }
  return recipient.addresses.length === 0 && recipient.profileId === null ? null : recipient
}

/** A recipient as it is sent or was read, in its shortest form: a lone address has no list around it. */
export function encodeRecipient(recipient: Recipient | SendRecipient): Json {
  const { addresses = [] } = recipient
  const lone = addresses.length === 1 ? addresses[0] : undefined
  const { address = null, channel = null } = lone ?? {}
  // Not taken apart into "the rest", which costs more than all else of a page of 1000.
  return compact({ address, channel, ...recipient, addresses: lone ? null : addresses.map(encodeAddress) })
}

/** `to` is a list of recipients; a single object, as seen in sparse list items, counts as a list of one. */
export function decodeRecipients(json: Json | undefined): Recipient[] {
  const to = field(json, 'to')
  const recipients = Array.isArray(to) ? to : to === undefined || to === null ? [] : [to]
  return recipients.map(decodeRecipient).filter((recipient) => recipient !== null)
}

export function decodeOrigin(json: Json | undefined): Origin | null {
  if (typeof json === 'string' && json !== '') return { ...NOBODY, address: json }
  if (!isObject(json)) return null
  const origin: Origin = {
    address: text(json, 'address'),
    channel: enumeration(json, 'channel'),
    senderId: text(json, 'senderId') ?? text(json, 'agentId'),
    senderPoolId: text(json, 'senderPoolId') ?? text(json, 'agentPoolId'),
    profileId: text(json, 'profileId'),
    memoryStoreId: text(json, 'memoryStoreId'),
  }
  return Object.values(origin).every((value) => value === null) ? null : origin
}

const NOBODY: Origin = {
  address: null,
  channel: null,
  senderId: null,
  senderPoolId: null,
  profileId: null,
  memoryStoreId: null,
}

export function encodeOrigin(origin: Origin): Json {
  return compact({ ...origin })
}

export function decodeRelated(json: Json): Related | null {
  const id = text(json, 'id')
  if (id === null) return null
  const kind = text(json, 'name') ?? text(json, 'type') ?? id.split('_').at(-2) ?? 'resource'
  return { kind: kind.toLowerCase(), id, uri: text(json, 'uri') }
}

/** The name is an enum in the current dialect (`OPERATION`) and a word in the early one (`session`), section 3. */
export function encodeRelated({ kind, id, uri }: Related, name: (kind: string) => string): Json {
  return compact({ id, name: name(kind), uri })
}
