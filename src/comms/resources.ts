/**
 * The Communications API's resources in the one form this program uses: camelCase names, upper-case enum values,
 * RFC 3339 strings for times. Whatever a dialect spells differently is gone by the time a value has one of these types.
 *
 * Everything the server may leave out is `null` (or an empty list), never `undefined`, so that a value survives JSON
 * and React Query can keep the identity of what did not change. `raw` is the JSON as it came, for people who need to
 * see a field this program does not know.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** An enum the server may extend: known values complete in the editor, unknown ones pass through and are shown. */
export type Open<Known extends string> = Known | (string & {})

/** Section 2.2. Order is the order of a life, see section 4.2. */
export const MESSAGE_STATUSES = [
  'SCHEDULED',
  'QUEUED',
  'SENT',
  'DELIVERED',
  'READ',
  'UNDELIVERED',
  'FAILED',
  'CANCELED',
  'GROUP',
  'INBOUND',
] as const
export type MessageStatus = Open<(typeof MESSAGE_STATUSES)[number]>

/** Section 2.3. COMPLETED and CANCELED are terminal for the operation; its stats may move on after COMPLETED. */
export const OPERATION_STATUSES = ['SCHEDULED', 'PROCESSING', 'COMPLETED', 'CANCELED'] as const
export type OperationStatus = Open<(typeof OPERATION_STATUSES)[number]>

/** How a person is addressed: PHONE stands for SMS, MMS and RCS (section 2.1). */
export const RECIPIENT_CHANNELS = ['PHONE', 'WHATSAPP'] as const

/** What a sender sends over (section 2.1), and the `channel` filter of the message list (section 1.1). */
export const SENDER_CHANNELS = ['SMS', 'RCS', 'WHATSAPP'] as const
export type SenderChannel = Open<(typeof SENDER_CHANNELS)[number]>

export type Channel = Open<(typeof RECIPIENT_CHANNELS)[number] | (typeof SENDER_CHANNELS)[number]>

export type Tags = Record<string, string>

export interface Address {
  address: string
  channel: Channel | null
}

/** One person: the addresses to try in order, or a profile of Conversation Memory (section 2.1). */
export interface Recipient {
  addresses: Address[]
  profileId: string | null
  memoryStoreId: string | null
}

/** Who a message came from. For a received message it is a person, so the profile fields are filled (section 2.2). */
export interface Origin {
  address: string | null
  channel: Channel | null
  senderId: string | null
  senderPoolId: string | null
  profileId: string | null
  memoryStoreId: string | null
}

/** A resource this one belongs with; `kind` is the lower-case last word of what the server calls it. */
export interface Related {
  kind: string
  id: string
  uri: string | null
}

/** A message as lists carry it: no content, no attempts, and so no error code (section 5.3). */
export interface MessageMetadata {
  id: string
  status: MessageStatus
  from: Origin | null
  to: Recipient[]
  related: Related[]
  tags: Tags
  scheduledFor: string | null
  createdAt: string | null
  updatedAt: string | null
  deletedAt: string | null
  raw: Json
}

export interface Message extends MessageMetadata {
  content: Content | null
  attempts: Attempt[]
}

/** Content as resolved by the server. Forms this program has no fields for stay readable in the message's `raw`. */
export interface Content {
  text: string | null
  media: string[]
  contentId: string | null
}

export interface Attempt {
  from: Origin | null
  to: Address[]
  status: MessageStatus
  attemptedAt: string | null
  infoUrl: string | null
  error: Problem | null
}

/** One entry of an error body (section 5.1), or the error of an attempt (section 5.3). */
export interface Problem {
  code: number | null
  message: string
  infoUrl: string | null
  /** JSON path into the request, such as `$.to[0].address`. */
  context: string | null
}

/** Section 2.3, in the order the ledger reads them. `null` where the server did not say. */
export const OPERATION_STATS = [
  'total',
  'recipients',
  'attempts',
  'unaddressable',
  'scheduled',
  'queued',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
] as const
export type OperationStat = (typeof OPERATION_STATS)[number]
export type OperationStats = Record<OperationStat, number | null>

export interface Operation {
  id: string
  status: OperationStatus
  stats: OperationStats
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}

export interface Page<Item> {
  items: Item[]
  /** How many entries of the page were not readable as what they should be. */
  unreadable: number
  /** Opaque; `null` at the end of the list. Send it back untouched, with the same filters. */
  nextToken: string | null
}

/** A 202 (section 1.6). Without an `operationId` the work was accepted and cannot be followed: never a failure. */
export interface Accepted {
  operationId: string | null
  operationLocation: string | null
  resourceId: string | null
  resourceLocation: string | null
}

/** Section 1.1: the filters the message list understands. */
export interface MessageFilter {
  operationId?: string
  sessionId?: string
  /** Of the person, in Conversation Memory. */
  profile?: string
  channel?: SenderChannel
  status?: MessageStatus
  tags?: Tags
  startDate?: string
  endDate?: string
}

/** Section 1.1: the filters of the search, those of the list among them. */
export interface MessageSearch extends MessageFilter {
  /** The address of the person written to, or of the one who wrote. */
  address?: string
}

export interface OperationFilter {
  status?: OperationStatus
  startDate?: string
  endDate?: string
}

export interface PageRequest {
  pageToken?: string
  /** 1 to 1000 (section 1.1). */
  pageSize?: number
}

/** A recipient of a group message and what became of it (section 8, point 2). */
export interface Receipt {
  to: Address
  status: MessageStatus
  updatedAt: string | null
}

/** One failure within an operation (section 8, point 2). */
export interface OperationError {
  problem: Problem
  messageId: string | null
  to: Address | null
}

/** Section 2.4. */
export interface Sender {
  id: string
  displayName: string | null
  address: string | null
  channel: Open<'SMS' | 'RCS' | 'WHATSAPP' | 'EMAIL' | 'PUSH'> | null
  status: Open<'ACTIVATED' | 'DEACTIVATED'>
  tags: Tags
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}

/** Section 2.4. Members are listed separately. */
export interface SenderPool {
  id: string
  name: string | null
  tags: Tags
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}

/** Section 1.3: a pool to be made. What is left out is left to the server. */
export interface SenderPoolDraft {
  name?: string
  tags?: Tags
  /** Up to 10,000; those the account does not have are counted as failed by the operation. */
  senderIds?: string[]
}

/** Section 1.3: what of a pool can be written. Tags are the whole new set. */
export type SenderPoolEdit = Pick<SenderPoolDraft, 'name' | 'tags'>

/** Section 1.3. */
export interface SenderPoolFilter {
  /** The pools that this operation made or added senders to. */
  operationId?: string
  startDate?: string
  endDate?: string
}

/** Section 2.4. */
export const SENDER_POOL_STATS = ['total', 'queued', 'created', 'failed'] as const
export type SenderPoolStats = Record<(typeof SENDER_POOL_STATS)[number], number | null>

/** Section 2.4: the making of a pool, or the adding of senders to one; the stats count senders. */
export interface SenderPoolOperation {
  id: string
  status: OperationStatus
  stats: SenderPoolStats
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}

/** Section 1.2. */
export interface SenderFilter {
  channel?: Sender['channel'] & string
  status?: Sender['status']
  startDate?: string
  endDate?: string
}

/** Section 1.2: a sender that would reach an address; the lower priority is tried first. */
export interface ResolvedRoute {
  /** A sender of push notifications has no address. */
  from: {
    address: string | null
    channel: Channel | null
    senderId: string | null
    displayName: string | null
  }
  to: Address
  priority: number
}

/** Sections 1.4 and 2.4, the part that is read. */
export interface Email {
  id: string
  status: Open<
    'SCHEDULED' | 'QUEUED' | 'SENT' | 'DELIVERED' | 'UNDELIVERED' | 'OPENED' | 'FAILED' | 'CANCELED'
  >
  from: string | null
  to: string[]
  subject: string | null
  text: string | null
  related: Related[]
  tags: Tags
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}

export interface EmailFilter {
  operationId?: string
  status?: string
  tags?: Tags
  startDate?: string
  endDate?: string
}

/** Section 1.4. */
export const EMAIL_STATS = [
  'total',
  'queued',
  'sent',
  'scheduled',
  'delivered',
  'opened',
  'undelivered',
  'failed',
  'canceled',
] as const
export type EmailStats = Record<(typeof EMAIL_STATS)[number], number | null>

export interface EmailOperation {
  id: string
  status: OperationStatus
  stats: EmailStats
  createdAt: string | null
  updatedAt: string | null
  raw: Json
}
