import type { Channel, MessageMetadata, Origin, Recipient } from '#/comms'

/** Somebody at one end of a message: what to show for them, in the API's own characters. */
export interface Party {
  /** The number as the API gives it, or the id that stands for the person. */
  name: string
  channel: Channel | null
  /** Further addresses of the same person, to fall back on (section 2.1). */
  others: number
}

/** Who a message is to. `null` where the list did not say; sparse items have been reported (section 2.2). */
export function partyTo(message: Pick<MessageMetadata, 'to'>): Party | null {
  const [first, ...rest] = message.to
  if (!first) return null
  const party = partyOfRecipient(first)
  return party && { ...party, others: party.others + rest.length }
}

function partyOfRecipient({ addresses, profileId }: Recipient): Party | null {
  const [address, ...others] = addresses
  if (address) return { name: address.address, channel: address.channel, others: others.length }
  return profileId === null ? null : { name: profileId, channel: null, others: 0 }
}

/** Who a message is from: a number, or the id of the sender, pool or person (section 2.2). */
export function partyFrom(origin: Origin | null): Party | null {
  if (origin === null) return null
  const name = origin.address ?? origin.senderId ?? origin.senderPoolId ?? origin.profileId
  return name === null ? null : { name, channel: origin.channel, others: 0 }
}

/** The one at the other end, whom a message is named after: who wrote it, or else who it went to. */
export function correspondent(message: MessageMetadata): { word: 'from' | 'to'; party: Party | null } {
  if (message.status === 'INBOUND') return { word: 'from', party: partyFrom(message.from) }
  const [first] = message.to
  const person = first ? partyOfRecipient(first) : null
  return { word: 'to', party: person && { ...person, others: message.to.length - 1 } }
}

/** The channel a message went over: the sender's, which tells SMS from RCS, else the recipient's (section 2.1). */
export function channelOf(message: Pick<MessageMetadata, 'from' | 'to'>): Channel | null {
  return message.from?.channel ?? partyTo(message)?.channel ?? null
}
