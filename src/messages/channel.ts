import type { Channel } from '#/comms'

const NAMES: Record<string, string> = {
  PHONE: 'Phone',
  SMS: 'SMS',
  RCS: 'RCS',
  WHATSAPP: 'WhatsApp',
}

/** A channel's name; one that this program does not know in the API's own word. */
export function nameOfChannel(channel: Channel): string {
  return Object.hasOwn(NAMES, channel) ? (NAMES[channel] ?? channel) : channel
}
