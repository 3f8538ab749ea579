import { generatedAudience } from '../audience'
import { between, mix, pick, share } from '../hash'
import { operationId, scramble } from '../names'
import type { Plot, Scenario } from './scenario'
import type { Send } from '../send'
import { defaultSenders, type Inventory, type Sender } from '../senders'
import { variablesOf } from './stories'
import { FAIR } from './weather'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Ordinals of generated sends: 15 bits of day, 8 bits within the day. The others belong to sends that were asked for. */
const PER_DAY = 256
export const FIRST_OWN_ORDINAL = 2 ** 23

export interface HistorySource {
  world: number
  scenario: Scenario
  inventory: Inventory
  /** When the simulator started, in epoch milliseconds. */
  startAt: number
}

export const dayOf = (time: number): number => Math.floor(time / DAY)

/** The day a generated ordinal belongs to; `null` for a send that somebody asked for. */
export function dayOfOrdinal(ordinal: number): number | null {
  return ordinal < FIRST_OWN_ORDINAL ? Math.floor(ordinal / PER_DAY) : null
}

/**
 * The operations that a scenario's colleagues started on one day (days since 1970, UTC), oldest first. Nothing is
 * remembered: the same seed gives the same day again, also after a restart.
 */
export function sendsOfDay(source: HistorySource, day: number): Send[] {
  const { history } = source.scenario
  if (!history) return []
  const sends: Send[] = []
  for (let n = 0; n < history.perDay; n += 1) {
    const send = sendOfDay(source, day, n)
    if (history.goesOn || send.acceptedAt < source.startAt) sends.push(send)
  }
  return sends.toSorted((a, b) => compareSends(source.world, a, b))
}

/** Oldest first, in the order of the ids. */
export function compareSends(world: number, a: Send, b: Send): number {
  return a.acceptedAt - b.acceptedAt || scramble(world, a.ordinal) - scramble(world, b.ordinal)
}

function sendOfDay({ world, scenario, inventory, startAt }: HistorySource, day: number, n: number): Send {
  const ordinal = (day % 2 ** 15) * PER_DAY + n
  const hash = mix(mix(world, 81), ordinal)
  const history = scenario.history
  if (!history) throw new Error('a scenario without history has no sends of a day')
  const plot = choosePlot(history.plots, share(mix(hash, 1)))
  const story = pick(plot.stories, mix(hash, 2))
  // Two rolls make midday busier than midnight.
  const acceptedAt = day * DAY + Math.floor(((share(mix(hash, 3)) + share(mix(hash, 4))) / 2) * DAY)
  const ticket = `T-${between(10_000, 99_999, mix(hash, 5))}`
  const hours = plot.scheduledHours
  const people = generatedAudience({
    count: sizeOf(plot, mix(hash, 6)),
    countries: plot.countries ?? story.countries,
    channels: plot.channels ?? ['PHONE'],
    variables: (_, roll) => variablesOf(story, ticket, roll),
    seed: mix(hash, 7),
  })
  return {
    ordinal,
    id: operationId(world, ordinal, acceptedAt),
    acceptedAt,
    audience: plot.group ? { ...people, count: 1 } : people,
    senders: plot.senders
      ? sendersOf(inventory, plot.senders)
      : defaultSenders(inventory, scenario.rcsFirst === true),
    senderPoolId: null,
    content: { text: story.text, media: [], contentId: null },
    modules: [],
    tags: story.ticket ? { ...story.tags, ticket } : story.tags,
    tagsAt: null,
    scheduledAt: hours ? acceptedAt + between(hours[0] * HOUR, hours[1] * HOUR, mix(hash, 8)) : null,
    canceledAt: plot.canceledAfter === undefined ? null : acceptedAt + plot.canceledAfter,
    inbound: plot.inbound === true,
    group: plot.group ? people : null,
    weather: plot.weather ?? history.weather?.((startAt - acceptedAt) / HOUR) ?? FAIR,
  }
}

function choosePlot(plots: readonly [Plot, ...Plot[]], roll: number): Plot {
  let rest = roll * plots.reduce((sum, { weight }) => sum + weight, 0)
  for (const plot of plots) {
    rest -= plot.weight
    if (rest < 0) return plot
  }
  return plots[0]
}

/** Even on a logarithmic scale: many small sends, few large ones. */
function sizeOf({ size: [low, high] }: Plot, hash: number): number {
  return Math.min(high, Math.floor(low * ((high + 1) / low) ** share(hash)))
}

function sendersOf({ senders }: Inventory, channels: readonly string[]): Sender[] {
  return channels.flatMap((channel) =>
    senders.filter((sender) => sender.status === 'ACTIVATED' && sender.channel === channel),
  )
}
