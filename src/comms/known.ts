import {
  EMAIL_STATS,
  MESSAGE_STATUSES,
  OPERATION_STATS,
  OPERATION_STATUSES,
  RECIPIENT_CHANNELS,
  SENDER_CHANNELS,
  SENDER_POOL_STATS,
} from './resources'
import { snakeCase } from './wire/spelling'

/**
 * What the contract has: the fields of an object, or of each object of a list, in both spellings; the values of an
 * enum in upper case; or `null` where nothing is to be looked into.
 */
export type Shape = ReadonlyMap<string, Shape> | ReadonlySet<string> | null

export interface Known {
  /** What one is called. */
  kind: string
  shape: Shape
  /** The field that holds them in a page, and the page around them. */
  list: string
  page: Shape
}

const objectOf = (names: string, parts: Record<string, Shape> = {}): Shape => {
  const fields = new Map<string, Shape>()
  const put = (name: string, part: Shape) => fields.set(name, part).set(snakeCase(name), part)
  for (const name of names.split(' ').filter(Boolean)) put(name, null)
  for (const [name, part] of Object.entries(parts)) put(name, part)
  return fields
}

const channel = new Set<string>([...RECIPIENT_CHANNELS, ...SENDER_CHANNELS])
const messageStatus = new Set<string>(MESSAGE_STATUSES)
const problem = 'code message infoUrl context'
const address = objectOf('address', { channel })
const origin = objectOf('address senderId senderPoolId agentId agentPoolId profileId memoryStoreId', {
  channel,
})
const mailbox = objectOf('address name')
const media = objectOf('url')

/** Sections 2.2 and 2.4: what a message and an email have in common. */
const letterOf = (status: Shape, from: Shape, to: Shape, content: Shape) => {
  const related = objectOf('id name uri')
  const attempts = objectOf('attemptedAt infoUrl', { from, to, status, error: objectOf(problem) })
  const parts = { from, to, status, related, content, attempts }
  return objectOf('id tags scheduledFor createdAt updatedAt deletedAt', parts)
}

/** Section 2.1. */
const rcsModule = () => {
  const height = new Set(['TALL', 'MEDIUM', 'SHORT'])
  const picture = objectOf('', { contentInfo: objectOf('fileUrl thumbnailUrl forceRefresh'), height })
  const action = objectOf('text postbackData shareLocationAction', {
    openUrlAction: objectOf('url'),
    dialAction: objectOf('phoneNumber'),
    viewLocationAction: objectOf('latLong query label'),
    createCalendarEventAction: objectOf('startTime endTime title description'),
  })
  const suggestions = objectOf('', { reply: objectOf('text postbackData'), action })
  const standaloneCard = objectOf('', {
    cardOrientation: new Set(['HORIZONTAL', 'VERTICAL']),
    thumbnailImageAlignment: new Set(['LEFT', 'RIGHT']),
    cardContent: objectOf('title description', { media: picture, suggestions }),
  })
  return objectOf('text', { media: picture, suggestions, richCard: objectOf('', { standaloneCard }) })
}

const operationOf = (stats: readonly string[]) =>
  objectOf('id createdAt updatedAt', {
    status: new Set<string>(OPERATION_STATUSES),
    stats: objectOf(stats.join(' ')),
  })

const pagination = objectOf('next self')
const entry = (path: string, list: string, kind: string, shape: Shape): [string, Known] => {
  return [path, { kind, shape, list, page: objectOf(list, { pagination }) }]
}

/** By the words of the path they are read at, without those of how they are found (section 1). */
const KNOWN: ReadonlyMap<string, Known> = new Map([
  entry(
    'Messages',
    'messages',
    'message',
    letterOf(
      messageStatus,
      origin,
      objectOf('address profileId memoryStoreId', { channel, addresses: address }),
      objectOf('text contentId', {
        media,
        modules: objectOf('', {
          sms: objectOf('text', { media }),
          rcs: rcsModule(),
        }),
      }),
    ),
  ),
  entry('Messages/Operations', 'operations', 'operation', operationOf(OPERATION_STATS)),
  entry('Errors', 'errors', 'operationError', objectOf(`${problem} messageId`, { to: address })),
  entry('Receipts', 'receipts', 'receipt', objectOf('updatedAt', { to: address, status: messageStatus })),
  entry(
    'Senders',
    'senders',
    'sender',
    objectOf('id displayName address tags createdAt updatedAt', {
      channel: new Set([...SENDER_CHANNELS, 'EMAIL', 'PUSH']),
      status: new Set(['ACTIVATED', 'DEACTIVATED']),
    }),
  ),
  entry(
    'Resolve',
    'results',
    'resolvedRoute',
    objectOf('priority', { from: objectOf('senderId displayName address', { channel }), to: address }),
  ),
  entry('SenderPools', 'senderPools', 'senderPool', objectOf('id name tags createdAt updatedAt')),
  entry('SenderPools/Operations', 'operations', 'senderPoolOperation', operationOf(SENDER_POOL_STATS)),
  entry(
    'Emails',
    'emails',
    'email',
    letterOf(
      new Set('SCHEDULED QUEUED SENT DELIVERED UNDELIVERED OPENED FAILED CANCELED'.split(' ')),
      mailbox,
      mailbox,
      objectOf('subject html text attachments'),
    ),
  ),
  entry('Emails/Operations', 'operations', 'emailOperation', operationOf(EMAIL_STATS)),
])

/** What is read at a path, or `undefined` where it is nothing of the contract's. */
export function knownAt(path: string): Known | undefined {
  const words = path.split('/').filter((word) => /^(?!Search|Seek)[A-Z][a-z]/.test(word))
  const last = words.at(-1) ?? ''
  return KNOWN.get(last === 'Operations' ? words.join('/') : last)
}
