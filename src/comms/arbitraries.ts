import fc from 'fast-check'
import { makeId } from './ids'
import type { Modules, RcsModule, SendRecipient, SendRequest, Suggestion, Words } from './requests'
import {
  EMAIL_STATS,
  type Address,
  type Email,
  type EmailOperation,
  type EmailStats,
  MESSAGE_STATUSES,
  OPERATION_STATS,
  OPERATION_STATUSES,
  type Message,
  type MessageMetadata,
  type Operation,
  type OperationStats,
  type OperationError,
  type Problem,
  type Receipt,
  type Recipient,
  type ResolvedRoute,
  type Sender,
  type MessageSearch,
  SENDER_CHANNELS,
  SENDER_POOL_STATS,
  type SenderPool,
  type SenderPoolDraft,
  type SenderPoolOperation,
  type SenderPoolStats,
} from './resources'

/** Random resources in the domain form, for the property tests of this room. */

const time = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

export const idOf = (kind: string) =>
  fc
    .tuple(fc.integer({ min: 1e12, max: 2e12 }), fc.bigInt({ min: 0n, max: (1n << 74n) - 1n }))
    .map(([at, random]) => makeId(kind, at, random))

const phone = fc.integer({ min: 1_200_000_0000, max: 9_999_999_9999 }).map((digits) => `+${digits}`)
const address = fc.record({ address: phone, channel: fc.constantFrom('PHONE', 'WHATSAPP') })
const NO_PROFILE = { profileId: null, memoryStoreId: null }

const recipient: fc.Arbitrary<Recipient> = fc.oneof(
  fc.array(address, { minLength: 1, maxLength: 3 }).map((addresses) => ({ addresses, ...NO_PROFILE })),
  fc.record({
    addresses: fc.constant<Address[]>([]),
    profileId: idOf('profile'),
    memoryStoreId: orNull(idOf('store')),
  }),
)

const origin = fc.record({
  address: phone,
  channel: orNull(fc.constantFrom('SMS', 'RCS', 'WHATSAPP')),
  senderId: orNull(idOf('sender')),
  senderPoolId: orNull(idOf('senderpool')),
  profileId: fc.constant(null),
  memoryStoreId: fc.constant(null),
})

const tagText = fc.stringMatching(/^[a-zA-Z0-9._~-]{1,20}$/)
export const tags = fc.dictionary(tagText, tagText, { maxKeys: 10 })

const related = fc.record({
  kind: fc.constantFrom('operation', 'session', 'sender'),
  id: idOf('operation'),
  uri: orNull(fc.constant('https://comms.twilio.com/v1/x')),
})

export const problem: fc.Arbitrary<Problem> = fc.record({
  code: orNull(fc.integer({ min: 400, max: 99_999 })),
  message: word,
  infoUrl: orNull(fc.constant('https://www.twilio.com/docs/api/errors/30003')),
  context: orNull(fc.constantFrom('$.to[0].address', '$.content')),
})

export const messageMetadata: fc.Arbitrary<MessageMetadata> = fc.record({
  id: idOf('message'),
  status: fc.oneof(fc.constantFrom(...MESSAGE_STATUSES), fc.constant('BRAND_NEW')),
  from: orNull(origin),
  to: fc.array(recipient, { maxLength: 3 }),
  related: fc.array(related, { maxLength: 3 }),
  tags,
  scheduledFor: orNull(time),
  createdAt: orNull(time),
  updatedAt: orNull(time),
  deletedAt: orNull(time),
  raw: fc.constant(null),
})

const attempt = fc.record({
  from: orNull(origin),
  to: fc.array(address, { maxLength: 2 }),
  status: fc.constantFrom(...MESSAGE_STATUSES),
  attemptedAt: orNull(time),
  infoUrl: orNull(fc.constant('https://console.twilio.com/log')),
  error: orNull(problem),
})

export const message: fc.Arbitrary<Message> = fc
  .tuple(
    messageMetadata,
    fc.record({
      content: orNull(
        fc.record({
          text: orNull(word),
          media: fc.array(fc.webUrl(), { maxLength: 2 }),
          contentId: orNull(fc.constant('HX0123456789abcdef0123456789abcdef')),
        }),
      ),
      attempts: fc.array(attempt, { maxLength: 3 }),
    }),
  )
  .map(([metadata, rest]) => ({ ...metadata, ...rest }))

const stats = fc
  .tuple(...OPERATION_STATS.map(() => orNull(fc.nat(10_000))))
  .map(
    (counts) =>
      Object.fromEntries(OPERATION_STATS.map((stat, i) => [stat, counts[i] ?? null])) as OperationStats,
  )

export const operation: fc.Arbitrary<Operation> = fc.record({
  id: idOf('operation'),
  status: fc.oneof(fc.constantFrom(...OPERATION_STATUSES), fc.constant('PAUSED')),
  stats,
  createdAt: orNull(time),
  updatedAt: orNull(time),
  raw: fc.constant(null),
})

const times = { createdAt: orNull(time), updatedAt: orNull(time) }

export const sender: fc.Arbitrary<Sender> = fc.record({
  id: idOf('sender'),
  displayName: orNull(word),
  address: orNull(phone),
  channel: orNull(fc.constantFrom('SMS', 'RCS', 'WHATSAPP', 'EMAIL')),
  status: fc.constantFrom('ACTIVATED', 'DEACTIVATED'),
  tags,
  ...times,
  raw: fc.constant(null),
})

export const senderPool: fc.Arbitrary<SenderPool> = fc.record({
  id: idOf('senderpool'),
  name: orNull(word),
  tags,
  ...times,
  raw: fc.constant(null),
})

export const senderPoolDraft: fc.Arbitrary<SenderPoolDraft> = fc.record(
  { name: word, tags, senderIds: fc.array(idOf('sender'), { maxLength: 5 }) },
  { requiredKeys: [] },
)

export const senderPoolOperation: fc.Arbitrary<SenderPoolOperation> = fc.record({
  id: idOf('operation'),
  status: fc.oneof(fc.constantFrom('PROCESSING', 'COMPLETED', 'CANCELED'), fc.constant('PAUSED')),
  stats: fc
    .tuple(...SENDER_POOL_STATS.map(() => orNull(fc.nat(10_000))))
    .map(
      (counts) =>
        Object.fromEntries(SENDER_POOL_STATS.map((stat, i) => [stat, counts[i] ?? null])) as SenderPoolStats,
    ),
  ...times,
  raw: fc.constant(null),
})

export const messageSearch: fc.Arbitrary<MessageSearch> = fc.record(
  {
    operationId: idOf('operation'),
    sessionId: idOf('session'),
    startDate: time,
    endDate: time,
    profile: idOf('profile'),
    address: phone,
    channel: fc.constantFrom(...SENDER_CHANNELS),
    status: fc.constantFrom(...MESSAGE_STATUSES),
    tags,
  },
  { requiredKeys: [] },
)

export const receipt: fc.Arbitrary<Receipt> = fc.record({
  to: address,
  status: fc.constantFrom(...MESSAGE_STATUSES),
  updatedAt: orNull(time),
})

export const operationError: fc.Arbitrary<OperationError> = fc.record({
  problem,
  messageId: orNull(idOf('message')),
  to: orNull(address),
})

export const routes: fc.Arbitrary<ResolvedRoute[]> = fc
  .array(
    fc.record({
      from: fc.record({
        address: phone,
        channel: fc.constantFrom('SMS', 'RCS', 'WHATSAPP'),
        senderId: orNull(idOf('sender')),
        displayName: orNull(word),
      }),
      to: address,
    }),
    { maxLength: 5 },
  )
  .map((found) => found.map((route, priority) => ({ ...route, priority })))

export const email: fc.Arbitrary<Email> = fc.record({
  id: idOf('email'),
  status: fc.constantFrom('QUEUED', 'OPENED', 'BRAND_NEW'),
  from: orNull(fc.emailAddress()),
  to: fc.array(fc.emailAddress(), { maxLength: 3 }),
  subject: orNull(word),
  text: orNull(word),
  related: fc.array(related, { maxLength: 2 }),
  tags,
  ...times,
  raw: fc.constant(null),
})

export const emailOperation: fc.Arbitrary<EmailOperation> = fc.record({
  id: idOf('operation'),
  status: fc.constantFrom(...OPERATION_STATUSES),
  stats: fc
    .tuple(...EMAIL_STATS.map(() => orNull(fc.nat(10_000))))
    .map(
      (counts) => Object.fromEntries(EMAIL_STATS.map((stat, i) => [stat, counts[i] ?? null])) as EmailStats,
    ),
  ...times,
  raw: fc.constant(null),
})

const plainText = fc.stringMatching(/^[A-Za-z0-9 .,!?äé]{1,40}$/)
const pictures = fc.array(fc.constantFrom('https://example.com/a.png', 'https://example.com/B_c.jpg'), {
  minLength: 1,
  maxLength: 3,
})

const words: fc.Arbitrary<Words> = fc.oneof(
  fc.record({ text: plainText, media: pictures }, { requiredKeys: ['text'] }),
  pictures.map(([first = '', ...rest]): Words => ({ media: [first, ...rest] })),
)

const label = { text: plainText, postbackData: plainText }
const suggestion: fc.Arbitrary<Suggestion> = fc.oneof(
  fc.record({ reply: fc.record(label) }),
  fc.record({ action: fc.record({ ...label, openUrlAction: fc.record({ url: fc.webUrl() }) }) }),
  fc.record({ action: fc.record({ ...label, dialAction: fc.record({ phoneNumber: phone }) }) }),
  fc.record({ action: fc.record({ ...label, shareLocationAction: fc.constant({}) }) }),
  fc.record({
    action: fc.record({
      ...label,
      viewLocationAction: fc.record(
        { latLong: fc.constant({ latitude: 47.6, longitude: -122.3 }), label: plainText },
        { requiredKeys: ['latLong'] },
      ),
    }),
  }),
  fc.record({
    action: fc.record({
      ...label,
      createCalendarEventAction: fc.constant({
        startTime: '2026-12-01T09:00:00Z',
        endTime: '2026-12-01T10:00:00Z',
        title: 'Delivery',
      }),
    }),
  }),
)
const suggestions = fc.array(suggestion, { maxLength: 4 })

const rcsMedia = fc.record({
  contentInfo: fc.record(
    { fileUrl: fc.webUrl(), thumbnailUrl: fc.webUrl(), forceRefresh: fc.boolean() },
    { requiredKeys: ['fileUrl'] },
  ),
  height: fc.constantFrom('TALL', 'MEDIUM', 'SHORT'),
})
const cardContent = fc.record(
  { title: plainText, description: plainText, media: rcsMedia, suggestions },
  { requiredKeys: ['title'] },
)
const rcs: fc.Arbitrary<RcsModule> = fc.oneof(
  fc.record({ text: plainText, suggestions }, { requiredKeys: ['text'] }),
  fc.record({ media: rcsMedia, suggestions }, { requiredKeys: ['media'] }),
  fc.record({
    richCard: fc.record({
      standaloneCard: fc.record(
        {
          cardOrientation: fc.constantFrom('HORIZONTAL', 'VERTICAL'),
          thumbnailImageAlignment: fc.constantFrom('LEFT', 'RIGHT'),
          cardContent,
        },
        { requiredKeys: ['cardContent'] },
      ),
    }),
  }),
)
const modules: fc.Arbitrary<Modules> = fc.oneof(
  fc.record({ sms: words, rcs }, { requiredKeys: ['sms'] }),
  fc.record({ rcs }),
)

const variables = fc.dictionary(fc.stringMatching(/^[a-zA-Z_][a-zA-Z_0-9]{0,8}$|^[1-9]$/), plainText, {
  maxKeys: 3,
  noNullPrototype: true,
})
const sendRecipient: fc.Arbitrary<SendRecipient> = fc.oneof(
  fc.record(
    {
      addresses: fc.array(fc.record({ address: phone, channel: fc.constantFrom('PHONE', 'WHATSAPP') }), {
        minLength: 1,
        maxLength: 3,
      }),
      variables,
    },
    { requiredKeys: ['addresses'] },
  ),
  fc.record(
    {
      profileId: idOf('x').map(ofMemory('profile')),
      memoryStoreId: idOf('x').map(ofMemory('store')),
      variables,
    },
    { requiredKeys: ['profileId', 'memoryStoreId'] },
  ),
)

function ofMemory(kind: string): (id: string) => string {
  return (id) => id.replace('comms_x_', `mem_${kind}_`)
}

const channelChoice = fc.record(
  {
    filterIn: fc.uniqueArray(fc.constantFrom(...SENDER_CHANNELS), { minLength: 1 }),
    priority: fc.uniqueArray(
      fc.record({ channel: fc.constantFrom(...SENDER_CHANNELS), priority: fc.nat(9) }),
      { selector: ({ channel }) => channel, minLength: 1 },
    ),
  },
  { requiredKeys: [] },
)

/** Sends that a server takes which has this sender and this pool, and for which it is `now`, in epoch milliseconds. */
export function sendRequest(senderId: string, senderPoolId: string, now: number): fc.Arbitrary<SendRequest> {
  const moment = fc
    .integer({ min: 1, max: 6 * 24 * 60 })
    .map((minutes) => new Date(now + minutes * 60_000).toISOString())
  const due = fc.oneof(
    moment,
    moment.map((utc) => utc.replace('.000Z', '')),
  )
  return fc.record(
    {
      to: fc.uniqueArray(sendRecipient, {
        selector: (one) => JSON.stringify([one.addresses, 'profileId' in one && one.profileId]),
        minLength: 1,
        maxLength: 5,
      }),
      from: fc.oneof(
        fc.constant(null),
        fc.constant({ address: '+12065550100', channel: 'SMS' as const }),
        fc.constant({ senderId }),
        fc.record(
          { senderPoolId: fc.constant(senderPoolId), channels: channelChoice },
          { requiredKeys: ['senderPoolId'] },
        ),
      ),
      content: fc.oneof(
        words,
        fc.constant({ contentId: 'HX0123456789abcdef0123456789abcdef' }),
        fc.record({ modules }),
      ),
      schedule: fc
        .array(due, { minLength: 1, maxLength: 2 })
        .map(([first = '', ...rest]): SendRequest['schedule'] => ({ sendAt: [first, ...rest] })),
      tags,
    },
    { requiredKeys: ['to', 'from', 'content', 'tags'] },
  )
}
