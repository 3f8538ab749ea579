import type { Attempt, Message, MessageMetadata } from '#/comms'
import { nameOfChannel } from './channel'
import { channelOf, partyFrom, partyTo } from './party'
import { describeStatus } from './status'

/** What a colleague or Twilio's support needs of a message, as plain text. Without its words: they may be private. */
export function ticketText(message: Message): string {
  const channel = channelOf(message)
  const lines = [
    `Message ${message.id}`,
    `Status: ${describeStatus(message.status).label}`,
    `To: ${everybody(message) || 'not reported'}`,
    `From: ${partyFrom(message.from)?.name ?? 'not reported'}`,
    channel && `Channel: ${nameOfChannel(channel)}`,
    message.createdAt && `Created: ${message.createdAt}`,
    message.updatedAt && `Last change: ${message.updatedAt}`,
    ...message.related.map(({ kind, id }) => `${kind}: ${id}`),
    tagsLine(message),
    ...message.attempts.map(attemptLine),
  ]
  return lines.filter(Boolean).join('\n')
}

/** Everybody of a group, each under the address that is tried first. */
function everybody({ to }: MessageMetadata): string {
  return to.map((recipient) => partyTo({ to: [recipient] })?.name ?? 'not reported').join(', ')
}

function tagsLine({ tags }: MessageMetadata): string | null {
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? null : `Tags: ${pairs.join(', ')}`
}

function attemptLine({ from, status, attemptedAt, error }: Attempt, index: number): string {
  const channel = from?.channel ? ` over ${nameOfChannel(from.channel)}` : ''
  const when = attemptedAt ? ` at ${attemptedAt}` : ''
  const why = error ? `: ${[error.code, error.message].filter(Boolean).join(' ')}` : ''
  return `Attempt ${index + 1}${channel}${when}: ${describeStatus(status).label}${why}`
}
