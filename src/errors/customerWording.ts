import type { Entry, Family } from './explanation'
import { TOPICS } from './topics'

/**
 * A sentence an agent can say or paste to the person the message was meant for, or `null` where there is nothing to
 * tell them. It never blames them, never names Twilio or a code, and promises only what the retry class allows.
 */
export function customerWording(code: number, family: Family, entry: Entry): string | null {
  if (entry.customer !== undefined) return entry.customer
  // Trouble between two computers, or a warning, is no business of the person outside.
  if (family === 'events' || entry.retry === 'none') return null
  if (family === 'request' && entry.retry === 'no') return null
  const topic = TOPICS.find((each) => each.customer !== null && each.codes.some((other) => other === code))
  if (topic?.customer) return topic.customer
  if (entry.turn === 'recipient') {
    return 'Our message could not be delivered to you. Is there another number or another way to reach you?'
  }
  return BY_RETRY[entry.retry]
}

const BY_RETRY = {
  later: 'Our message has not reached you yet because of a problem on the way. We will send it again later.',
  fix: 'Our message did not reach you because of a problem on our side. We are putting it right and will send it again.',
  ask: 'Our message did not reach you. We are sorting this out with our provider and will come back to you.',
  no: 'Our message could not be delivered in this way. We will find another way to reach you.',
}
