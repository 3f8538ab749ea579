import {
  MESSAGE_STATUSES,
  OPERATION_STATS,
  OPERATION_STATUSES,
  RECIPIENT_CHANNELS,
  SENDER_CHANNELS,
  type Json,
} from './resources'
import { camelCase, field, isObject, list, text } from './wire/spelling'

/** A field or an enum value that the contract as this program knows it (section 2) does not have. */
export interface Novelty {
  /** Where it was: `message.status`, `operation.stats.paused`. */
  place: string
  /** What it said there first, as JSON, cut to a readable length. */
  example: string
  /** In how many resources it was seen. */
  count: number
}

export interface Lens {
  /** Looks at a resource of a kind as it came. */
  look(kind: LensKind, json: Json): void
  novelties(): Novelty[]
}

export type LensKind = keyof typeof KNOWN

/** Fields by resource, in camelCase; a name with a dot is a field of a field. */
const KNOWN = {
  message: [
    'id from to status related tags scheduledFor createdAt updatedAt deletedAt content attempts',
    'from.address from.channel from.senderId from.senderPoolId from.profileId from.memoryStoreId',
    'content.text content.media content.contentId content.modules',
  ],
  operation: [
    'id status stats createdAt updatedAt',
    OPERATION_STATS.map((stat) => `stats.${stat}`).join(' '),
  ],
  sender: ['id displayName address channel status tags createdAt updatedAt'],
} as const

const NAMES = new Map(
  Object.entries(KNOWN).map(([kind, lines]) => [kind, new Set(lines.join(' ').split(' '))]),
)

/** Enum fields by kind and the values that are known for them, upper case. */
const VALUES: Record<LensKind, Record<string, readonly string[]>> = {
  message: { status: MESSAGE_STATUSES },
  operation: { status: OPERATION_STATUSES },
  sender: { status: ['ACTIVATED', 'DEACTIVATED'], channel: [...SENDER_CHANNELS, 'EMAIL', 'PUSH'] },
}

const CHANNELS: ReadonlySet<string> = new Set([...RECIPIENT_CHANNELS, ...SENDER_CHANNELS])
const LONGEST_EXAMPLE = 200
/** An API that invents a name for each resource must not fill the memory. */
const MOST = 200

/** Notes what the API says beyond the contract, so that a change of it is seen before it hurts. */
export function createLens(): Lens {
  const found = new Map<string, Novelty>()

  const note = (place: string, value: Json) => {
    const known = found.get(place)
    if (known) known.count += 1
    else if (found.size < MOST) found.set(place, { place, example: excerpt(value), count: 1 })
  }

  const lookAtNames = (kind: LensKind, json: Json, prefix: string) => {
    if (!isObject(json)) return
    for (const [wireName, value] of Object.entries(json)) {
      const name = prefix + camelCase(wireName)
      if (!NAMES.get(kind)?.has(name)) note(`${kind}.${name}`, value)
      else if (hasParts(kind, name)) lookAtNames(kind, value, `${name}.`)
    }
  }

  return {
    look(kind, json) {
      lookAtNames(kind, json, '')
      for (const [name, values] of Object.entries(VALUES[kind])) {
        const value = text(json, name)
        if (value !== null && !values.includes(value.toUpperCase())) note(`${kind}.${name} = ${value}`, value)
      }
      if (kind !== 'message') return
      for (const party of [field(json, 'from'), ...list(json, 'to')]) {
        const channel = text(party, 'channel')
        if (channel !== null && !CHANNELS.has(channel.toUpperCase()))
          note(`message channel = ${channel}`, channel)
      }
    },
    novelties: () => [...found.values()],
  }
}

function hasParts(kind: LensKind, name: string): boolean {
  return KNOWN[kind].some((line) => line.includes(`${name}.`))
}

function excerpt(value: Json): string {
  const json = JSON.stringify(value)
  return json.length > LONGEST_EXAMPLE ? `${json.slice(0, LONGEST_EXAMPLE)}…` : json
}
