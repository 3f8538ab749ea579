import type { RECIPIENT_CHANNELS, SENDER_CHANNELS, Open, Sender, Tags } from './resources'

/**
 * What is asked of the API, as exactly as it is documented (sections 1.2 and 2.1). What is left out stays out of the
 * body. The parts are type aliases, since those are JSON as they stand and interfaces are not.
 */

type SomeOf<Item> = [Item, ...Item[]]
type RecipientChannel = (typeof RECIPIENT_CHANNELS)[number]
type MessageChannel = (typeof SENDER_CHANNELS)[number]

/** Section 2.1: the body of `POST /Messages`. */
export interface SendRequest {
  /** 1 to 10,000. */
  to: SendRecipient[]
  /** `null` leaves the choice to Twilio. */
  from: SendFrom | null
  content: SendContent
  schedule?: Schedule
  tags: Tags
}

/** Values for the placeholders of one person's text: names in Liquid, `"1"`, `"2"` in a template. */
export type Variables = Record<string, string>

/** One person: up to ten addresses to try in order, or a profile of Conversation Memory; or a stored group. */
export type SendRecipient =
  | {
      addresses: { address: string; channel: RecipientChannel }[]
      profileId?: null
      memoryStoreId?: null
      variables?: Variables
    }
  | { addresses?: []; profileId: string; memoryStoreId: string; variables?: Variables }
  /** In the preview version only. */
  | { addresses?: []; cohortId: string }

export type SendFrom =
  | { address: string; channel: MessageChannel }
  | { senderId: string }
  | { senderPoolId: string; channels?: ChannelChoice<MessageChannel> }

/** Which channels of a pool are used, each once, and in what order: the lower priority is tried first. */
export type ChannelChoice<Channel extends string> = {
  filterIn?: Channel[]
  priority?: { channel: Channel; priority: number }[]
}

/** A text with up to ten media, a template, or a module for each channel. */
export type SendContent = Words | { contentId: string; text?: null; media?: [] } | { modules: Modules }

/** Media are public web addresses. */
export type Words =
  | { text: string; media?: string[]; contentId?: null }
  | { text?: null; media: SomeOf<string>; contentId?: null }

/** One for each channel, and at least one. */
export type Modules = { sms: Words; rcs?: RcsModule } | { sms?: Words; rcs: RcsModule }

/** Up to 11 suggestions below it. */
export type RcsModule = ({ text: string } | { media: RcsMedia } | { richCard: RichCard }) & {
  suggestions?: Suggestion[]
}

export type RcsMedia = {
  contentInfo: { fileUrl: string; thumbnailUrl?: string; forceRefresh?: boolean }
  height: 'TALL' | 'MEDIUM' | 'SHORT'
}

export type RichCard = {
  standaloneCard: {
    cardOrientation?: 'HORIZONTAL' | 'VERTICAL'
    thumbnailImageAlignment?: 'LEFT' | 'RIGHT'
    /** Up to 4 suggestions. */
    cardContent: { title?: string; description?: string; media?: RcsMedia; suggestions?: Suggestion[] }
  }
}

export type Suggestion =
  | { reply: { text: string; postbackData: string } }
  | { action: { text: string; postbackData: string } & SuggestedAction }

export type SuggestedAction =
  | { openUrlAction: { url: string } }
  | { dialAction: { phoneNumber: string } }
  | { viewLocationAction: Place & { label?: string } }
  /** Times in RFC 3339. */
  | { createCalendarEventAction: { startTime: string; endTime: string; title: string; description?: string } }
  | { shareLocationAction: Record<string, never> }

type Place = { latLong: { latitude: number; longitude: number } } | { query: string }

/**
 * Expressions in RFC 3339, all of which must fit; one without an offset is in the recipient's own time. At most seven
 * days ahead.
 */
export type Schedule = { sendAt: SomeOf<string> }

type InventoryChannel = MessageChannel | 'EMAIL' | 'PUSH'

/** Section 1.2: the senders with one address on one channel. */
export type SenderSearch = { address: string; channel: InventoryChannel; status?: Sender['status'] }

/** Section 1.2: whom a resolution asks about. Email is sampled; how a device is named is not documented. */
export type ResolveTo = { address: string; channel: Open<RecipientChannel | 'EMAIL'> }

/** Section 1.2: what a resolution may start from: a pool, or 1 to 100 senders. */
export type ResolveFrom = ({ senderPoolId: string } | { senderAddresses: SomeOf<ResolveSender> }) & {
  channels?: ChannelChoice<InventoryChannel>
}

/** The sender of a message, of an email, or of a push notification by the ids of its credentials. */
export type ResolveSender =
  | { address: string; channel: MessageChannel }
  | { address: string; name: string }
  | { fcm: string; apn?: string }
  | { fcm?: string; apn: string }
