import { SENDER_CHANNELS } from '#/comms/resources'
import type { Inventory } from '../senders'
import { checkChannelChoice } from './checkChannelChoice'
import { E164 } from './checkRecipient'
import type { Part } from './part'
import { named, notValid } from './wording'

/** A short code, an alphanumeric sender id, or an agent's address. */
const NAMED_SENDER = /^(?:\d{3,8}|(?=.*[a-zA-Z])[a-zA-Z0-9 ._&+-]{1,11}|rcs:[\w.-]+)$/

/** Section 2.1: an address and its channel, a sender, or a pool and how its channels are used; exactly one of them. */
export function checkFrom(send: Part, inventory: Inventory): void {
  const from = send.object('from', 'optional', 21212)
  if (from === null) return
  const ofPool = from.given(['senderPoolId', 'channels'])
  const given = [...from.given(['address', 'senderId']), ...ofPool]
  if (given.length > 1 && given.length > ofPool.length) {
    return from.complain(20422, `The sender has more than one form: ${named(given)}.`)
  }
  if (ofPool.length > 0) {
    checkKnown(
      from,
      'senderPoolId',
      inventory.pools.some(({ id }) => id === from.value('senderPoolId')),
    )
    return checkChannelChoice(from, SENDER_CHANNELS)
  }
  if (!from.has('senderId')) return checkSenderAddress(from)
  const sender = inventory.senders.find(({ id }) => id === from.value('senderId'))
  checkKnown(from, 'senderId', sender?.status === 'ACTIVATED')
}

/** Complains about an id that is missing, or that stands for nothing the account can use. */
export function checkKnown(part: Part, name: string, isKnown: boolean): void {
  if (part.text(name, 'needed', 21212) !== null && !isKnown) part.refuse(name, 21212, notValid)
}

/** The address of a sender and the channel it sends over. */
export function checkSenderAddress(part: Part): void {
  const address = part.text('address', 'needed', 21603)
  if (address !== null && !E164.test(address) && !NAMED_SENDER.test(address)) {
    part.refuse('address', 21212, notValid)
  }
  part.oneOf('channel', SENDER_CHANNELS, 'needed')
}
