import type { Tone } from '#/ui/tone'
import type { Family, Retry, Turn } from './explanation'

/** How the classes of the dictionary are said on the screen. */
export const RETRY_WORDS: Record<Retry, { label: string; sentence: string; tone: Tone }> = {
  no: { label: 'Do not send again', sentence: 'Sending it again will fail in the same way.', tone: 'red' },
  later: { label: 'Send again later', sentence: 'Sending it again may work after a while.', tone: 'blue' },
  fix: {
    label: 'Put right, then send',
    sentence: 'Sending it again works once this is put right.',
    tone: 'amber',
  },
  ask: {
    label: 'Ask first',
    sentence: 'Sending it again works only after somebody else has acted.',
    tone: 'amber',
  },
  none: { label: 'Nothing to send', sentence: 'There is nothing to send again.', tone: 'neutral' },
}

export const TURN_WORDS: Record<Turn, { label: string; sentence: string }> = {
  recipient: { label: 'Recipient', sentence: 'It is the recipient’s turn.' },
  us: { label: 'Us', sentence: 'It is our turn.' },
  owner: { label: 'Account owner', sentence: 'It is the account owner’s turn.' },
  carrier: { label: 'Carrier', sentence: 'It is the turn of the carrier or the channel’s provider.' },
  twilio: { label: 'Twilio', sentence: 'It is Twilio’s turn.' },
  nobody: { label: 'Nobody: wait', sentence: 'It is nobody’s turn: waiting is all there is to do.' },
}

/** In the order of a message's life, which is the order of the page. */
export const FAMILIES: ReadonlyArray<{ family: Family; title: string; about: string }> = [
  {
    family: 'delivery',
    title: 'Delivery',
    about: 'Left Twilio and did not arrive, or was stopped on the way.',
  },
  {
    family: 'channel',
    title: 'WhatsApp, RCS and other channels',
    about: 'Refused by the channel or its provider.',
  },
  {
    family: 'acceptance',
    title: 'Recipient, sender and content',
    about: 'Found when the message was checked, before it left.',
  },
  { family: 'request', title: 'Request and account', about: 'The request itself was refused.' },
  {
    family: 'events',
    title: 'Reports',
    about: 'The reports that Twilio sends back. The messages are not affected.',
  },
]
