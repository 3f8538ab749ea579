import type { Address, Content, Json, Recipient, Tags } from '#/comms/resources'
import type { Audience } from './audience'
import { hashText, mix } from './hash'
import type { Sender } from './senders'
import type { Weather } from './scenarios/weather'

/**
 * All the simulator keeps of a send: what was asked for and when. Everything that happens afterwards is worked out
 * from this, the seed and the time. Times are epoch milliseconds.
 */
export interface Send {
  readonly ordinal: number
  readonly id: string
  readonly acceptedAt: number
  readonly audience: Audience
  /** Senders in the order they are tried. */
  readonly senders: readonly Sender[]
  readonly senderPoolId: string | null
  readonly content: Content
  /** Content given for each channel apart, as it was written (section 2.1). */
  readonly modules: readonly Json[]
  readonly tags: Tags
  /** When the tags were last written, if they were. */
  readonly tagsAt: number | null
  readonly scheduledAt: number | null
  readonly canceledAt: number | null
  readonly weather: Weather
  /** Written by the person to the first sender, instead of the other way round. It belongs to no operation. */
  readonly inbound: boolean
  /** The people of a conversation of several; the send is then one message to all of them, of no operation either. */
  readonly group: Audience | null
}

/** Whether there is an operation behind it: the documented ones send to each recipient apart (section 4.1, point 4). */
export function isOperation({ inbound, group }: Send): boolean {
  return !inbound && group === null
}

/** Whom a message goes to, or came from: one person, or everybody of a group. */
export function peopleOf({ audience, group }: Send, index: number): Recipient[] {
  if (!group) return [audience.at(index)]
  return Array.from({ length: group.count }, (_, member) => group.at(member))
}

/** Messages come into being a moment after the operation, several in a millisecond (section 4.1, point 6). */
const PER_MILLISECOND = 5

/** When the first message of a send exists: 0.3 to 0.9 s after acceptance. */
export function firstMessageAt({ acceptedAt, ordinal }: Send): number {
  return acceptedAt + 300 + (mix(ordinal, 31) % 601)
}

/** The latest that any message of a send accepted at this time can come into being. */
export function lastPossibleMessage(acceptedAt: number, recipients: number): number {
  return acceptedAt + 901 + Math.ceil(recipients / PER_MILLISECOND)
}

export function messageCreatedAt(send: Send, index: number): number {
  return firstMessageAt(send) + Math.floor(index / PER_MILLISECOND)
}

/** How many recipients' messages were created up to and including this millisecond. */
export function createdUpTo(send: Send, time: number): number {
  const since = time - firstMessageAt(send)
  return since < 0 ? 0 : Math.min(send.audience.count, (since + 1) * PER_MILLISECOND)
}

/** One way to reach one person. */
export interface Route {
  sender: Sender
  to: Address
}

/** The kinds of senders that reach an address of a channel (section 2.1). */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  PHONE: ['RCS', 'SMS'],
  WHATSAPP: ['WHATSAPP'],
}
const NO_CARRIERS: readonly string[] = []

/**
 * The routes to a recipient in the order they are tried (section 2.1): each address with each kind of sender that
 * carries its channel. None means unaddressable (section 2.3).
 */
export function routesTo(senders: readonly Sender[], recipient: Recipient): Route[] {
  const routes: Route[] = []
  for (const to of addressesOf(recipient)) {
    const carriers = CARRIERS[to.channel ?? ''] ?? NO_CARRIERS
    for (const [channel, kind] of kindsOf(senders)) {
      if (carriers.includes(channel)) routes.push({ sender: nearest(kind, to.address), to })
    }
  }
  return routes
}

type Kinds = ReadonlyMap<string, readonly [Sender, ...Sender[]]>

const knownKinds = new WeakMap<readonly Sender[], Kinds>()

/** Senders by channel, in the order of their first; found once for all the messages of a send. */
function kindsOf(senders: readonly Sender[]): Kinds {
  const known = knownKinds.get(senders)
  if (known) return known
  const kinds = new Map<string, [Sender, ...Sender[]]>()
  for (const sender of senders) {
    const kind = kinds.get(sender.channel)
    if (kind) kind.push(sender)
    else kinds.set(sender.channel, [sender])
  }
  knownKinds.set(senders, kinds)
  return kinds
}

/** The one whose number shares most digits with the recipient's. */
function nearest(senders: readonly [Sender, ...Sender[]], address: string): Sender {
  let [best] = senders
  let bestLength = -1
  for (const sender of senders) {
    const length = commonPrefix(sender.address, address)
    if (length > bestLength) {
      best = sender
      bestLength = length
    }
  }
  return best
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  // Three characters tell the country; further digits in common mean nothing.
  while (length < 3 && length < a.length && a[length] === b[length]) length += 1
  return length
}

/** A person known by profile only is reached at the one number on file. */
function addressesOf({ addresses, profileId }: Recipient): Address[] {
  if (addresses.length > 0 || profileId === null) return addresses
  return [{ address: `+12065550${100 + (hashText(profileId) % 100)}`, channel: 'PHONE' }]
}
