import type { Dialect } from '#/comms/dialect'
import type { Fault } from '../faults'
import type { Country } from './numbers'
import type { Story } from './stories'
import type { Wait, Weather } from './weather'

/** Routes that the documentation names in prose only, or that one generation of the API lacks (section 8). */
export type OptionalRoute = 'operations-list' | 'tag-edit' | 'cancel' | 'errors' | 'receipts' | 'search'

export const SCENARIO_NAMES = [
  'calm',
  'busy-day',
  'carrier-outage',
  'landline-list',
  'opt-outs',
  'whatsapp-window',
  'rcs-fallback',
  'late-receipts',
  'odd-stats',
  'cumulative-stats',
  'accepted-without-id',
  'header-only-id',
  'expired-tokens',
  'rate-limited',
  'slow',
  'flaky',
  'scheduled',
  'cancelled',
  'empty',
  'hostile',
  'contract-only',
  'early-v1',
] as const
export type ScenarioName = (typeof SCENARIO_NAMES)[number]

/** A kind of send that a scenario's history is made of. */
export interface Plot {
  /** How often, against the other plots of the history. */
  weight: number
  /** Recipients, from and to; small numbers are likelier. */
  size: readonly [number, number]
  stories: readonly [Story, ...Story[]]
  /** Where the recipients live, instead of where the story's language is spoken. */
  countries?: readonly [Country, ...Country[]]
  /** Ways to reach each recipient, in order; `PHONE` without it. */
  channels?: readonly string[]
  /** Senders by kind, in the order they are tried; the account's usual ones without it. */
  senders?: readonly string[]
  weather?: Weather
  /** Sent this many hours after it was asked for, from and to. */
  scheduledHours?: readonly [number, number]
  /** Cancelled this many milliseconds after it was accepted. */
  canceledAfter?: number
  /** Written by a person to the account. */
  inbound?: true
  /** One message to a conversation of so many people, instead of one to each of them. */
  group?: true
}

export interface History {
  /** Operations in a day, 1 to 250. */
  perDay: number
  /** Whether colleagues go on sending after the simulator has started. */
  goesOn: boolean
  plots: readonly [Plot, ...Plot[]]
  /** The weather of plots without their own, by the hours between the send and the simulator's start. */
  weather?: (hoursBeforeStart: number) => Weather
}

export interface Scenario {
  name: ScenarioName
  title: string
  description: string
  /** What the server speaks unless told otherwise. */
  dialect?: Dialect
  /** What becomes of messages sent while the scenario runs. */
  weather: Weather
  history: History | null
  /** Optional routes that are not there: they answer as an unknown route does. */
  without?: readonly OptionalRoute[]
  /** Whether RCS is tried first for phone recipients. */
  rcsFirst?: true
  /** Exclusive by default (section 8, point 7). */
  stats?: 'cumulative' | 'odd'
  /** What a 202 tells about the operation (section 1.6); body and headers by default. */
  accepted?: 'nothing' | 'header'
  /** Simulated milliseconds for which a page token is good. */
  tokenLifetime?: number
  /** Real milliseconds every answer takes. */
  latency?: Wait
  /** No more requests than this in so many real milliseconds; then 429. */
  rateLimit?: { requests: number; per: number }
  /** Faults that strike requests by chance. */
  faults?: ReadonlyArray<{ share: number; fault: Fault }>
}
