import { MESSAGE_STATUSES, type MessageStatus } from '#/comms'
import type { Tone } from '#/ui/tone'

type KnownStatus = (typeof MESSAGE_STATUSES)[number]

/** What a status comes down to. `aside`: neither way, a group's or a received message. */
export type StatusGroup = 'waiting' | 'underway' | 'reached' | 'lost' | 'aside'

export interface StatusDescription {
  label: string
  /** For somebody who asks "so did they get it?". */
  sentence: string
  tone: Tone
  group: StatusGroup
  /** Nothing more is expected, but for a read receipt. */
  terminal: boolean
}

/** Section 4.2, every status there is. */
const DESCRIPTIONS: Record<KnownStatus, StatusDescription> = {
  SCHEDULED: {
    label: 'Scheduled',
    sentence: 'Waits for the time it was scheduled for.',
    tone: 'neutral',
    group: 'waiting',
    terminal: false,
  },
  QUEUED: {
    label: 'Queued',
    sentence: 'Waits at Twilio to be sent.',
    tone: 'neutral',
    group: 'waiting',
    terminal: false,
  },
  SENT: {
    label: 'Sent',
    sentence: 'Handed to the carrier. Whether it arrived is not known yet.',
    tone: 'blue',
    group: 'underway',
    terminal: false,
  },
  DELIVERED: {
    label: 'Delivered',
    sentence: 'Arrived on the person’s phone.',
    tone: 'green',
    group: 'reached',
    terminal: true,
  },
  READ: {
    label: 'Read',
    sentence: 'Arrived, and was opened.',
    tone: 'green',
    group: 'reached',
    terminal: true,
  },
  UNDELIVERED: {
    label: 'Undelivered',
    sentence: 'Left Twilio and did not arrive.',
    tone: 'red',
    group: 'lost',
    terminal: true,
  },
  FAILED: {
    label: 'Failed',
    sentence: 'Failed at Twilio and never left.',
    tone: 'red',
    group: 'lost',
    terminal: true,
  },
  CANCELED: {
    label: 'Cancelled',
    sentence: 'Cancelled through the API before it was sent.',
    tone: 'amber',
    group: 'lost',
    terminal: true,
  },
  GROUP: {
    label: 'Group',
    sentence: 'Went to a group; each person in it has a status of their own.',
    tone: 'neutral',
    group: 'aside',
    terminal: true,
  },
  INBOUND: {
    label: 'Received',
    sentence: 'Came in from the person.',
    tone: 'neutral',
    group: 'aside',
    terminal: true,
  },
}

const isKnown = (status: string): status is KnownStatus => Object.hasOwn(DESCRIPTIONS, status)

/** A status that this program does not know is shown in the API's own word, and followed as if it could change. */
export function describeStatus(status: MessageStatus): StatusDescription {
  if (isKnown(status)) return DESCRIPTIONS[status]
  return {
    label: status,
    sentence: `The API calls this message ${status}, a status that Switchboard does not know.`,
    tone: 'amber',
    group: 'underway',
    terminal: false,
  }
}

/** All statuses with their words, for a choice. */
export const STATUS_CHOICES = MESSAGE_STATUSES.map((status) => ({
  value: status,
  label: DESCRIPTIONS[status].label,
}))
