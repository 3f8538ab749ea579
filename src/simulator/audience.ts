import type { Recipient } from '#/comms/resources'
import { mix } from './hash'
import { CAPACITY, numberOf, type Country } from './scenarios/numbers'

/** The recipients of one send, by index, and the values each of them fills into the text. */
export interface Audience {
  readonly count: number
  at(index: number): Recipient
  variables(index: number): Record<string, string> | null
}

/** One person under one address. */
export function person(address: string, channel: string): Recipient {
  return { addresses: [{ address, channel }], profileId: null, memoryStoreId: null }
}

const NOTHING: Recipient = { addresses: [], profileId: null, memoryStoreId: null }
const MAX_PACKED_DIGITS = 15

/**
 * Recipients as somebody gave them, in a form that can be cloned and stored. Plain phone numbers, which is nearly all of
 * them, are packed into eight bytes each; a million of them as strings would cost more than the rest of the simulator.
 */
export interface GivenRecipients {
  /** By index; 0 for whoever is no plain phone number. */
  numbers: Float64Array
  others: ReadonlyMap<number, Recipient>
  variables: ReadonlyMap<number, Record<string, string>>
}

export function packRecipients(
  recipients: readonly Recipient[],
  variables: ReadonlyMap<number, Record<string, string>>,
): GivenRecipients {
  const numbers = new Float64Array(recipients.length)
  const others = new Map<number, Recipient>()
  recipients.forEach((recipient, index) => {
    const number = packed(recipient)
    if (number === null) others.set(index, recipient)
    else numbers[index] = number
  })
  return { numbers, others, variables }
}

export function givenAudience({ numbers, others, variables }: GivenRecipients): Audience {
  return {
    count: numbers.length,
    at: (index) => others.get(index) ?? (numbers[index] ? person(`+${numbers[index]}`, 'PHONE') : NOTHING),
    variables: (index) => variables.get(index) ?? null,
  }
}

function packed({ addresses, profileId }: Recipient): number | null {
  const [only] = addresses
  if (!only || addresses.length > 1 || profileId !== null || only.channel !== 'PHONE') return null
  const digits = only.address.slice(1)
  return /^[1-9]\d+$/.test(digits) && digits.length <= MAX_PACKED_DIGITS ? Number(digits) : null
}

export interface GeneratedAudience {
  count: number
  /** Where the people live; a country named twice is twice as likely. */
  countries: readonly [Country, ...Country[]]
  /** Ways to reach one person, in order. */
  channels: readonly string[]
  variables?: (index: number, hash: number) => Record<string, string>
  seed: number
}

/** Recipients that are not stored at all: the number of each is worked out from its index. */
export function generatedAudience({
  count,
  countries,
  channels,
  variables,
  seed,
}: GeneratedAudience): Audience {
  const at = (index: number): Recipient => {
    const turn = index % countries.length
    const home = countries[turn] ?? countries[0]
    // 7919 is prime and divides no range, so nobody is met twice; where a country runs out of numbers, the US has more.
    const country = index < CAPACITY[home] ? home : 'US'
    const address = numberOf(country, (mix(seed, 21) % CAPACITY[country]) + index * 7919)
    return {
      addresses: channels.map((channel) => ({ address, channel })),
      profileId: null,
      memoryStoreId: null,
    }
  }
  return { count, at, variables: (index) => variables?.(index, mix(mix(seed, 22), index)) ?? null }
}
