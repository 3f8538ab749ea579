import { givenAudience } from './audience'
import type { Asked, Deed, SendPatch, TagEdit } from './deeds'
import { hashText, mix } from './hash'
import {
  compareSends,
  dayOf,
  dayOfOrdinal,
  FIRST_OWN_ORDINAL,
  sendsOfDay,
  type HistorySource,
} from './scenarios/days'
import { nameOfMessage, operationId, ordinalOfOperation, messageId } from './names'
import { createPools, type Pools } from './pools'
import type { Scenario } from './scenarios/scenario'
import { createdUpTo, isOperation, messageCreatedAt, type Send } from './send'
import { inventoryOf, type Inventory } from './senders'
import { tallyOf, type Tally } from './tally'

/** Section 0: records can be fetched and listed for seven days after their creation. */
export const RETENTION = 7 * 86_400_000

/** A message that exists: recipient `index` of a send. */
export interface Found {
  send: Send
  index: number
}

/** The account behind one scenario and one seed: its past, which is computed, and what was done to it, which is kept. */
export interface World {
  /** A hash of seed and scenario; everything in this world is rolled from it. */
  readonly hash: number
  readonly scenario: Scenario
  /** What the account began with; senders stay as they are. */
  readonly inventory: Inventory
  readonly pools: Pools
  /** The sends that can be seen at a time, newest first; received messages are among them. */
  sendsAt(time: number): Send[]
  /** A send by the id of its operation, `null` when it is unknown or too old at that time. */
  send(id: string, time: number): Send | null
  /** A message by its id, `null` when it is unknown or too old at that time. */
  message(id: string, time: number): Found | null
  byName(ordinal: number, index: number, time: number): Found | null
  tally(send: Send): Tally
  accept(asked: Asked): Send
  /** Records a cancellation or new tags; gives the send as it is from then on. */
  change(send: Send, patch: SendPatch): Send
  tagEdit(messageId: string): TagEdit | null
  editTags(messageId: string, edit: TagEdit): void
  /** Whether any single message was given tags of its own. */
  hasTagEdits(): boolean
}

export interface WorldOptions {
  /** What was done to this world before, in another process. */
  deeds?: readonly Deed[]
  /** Told what is done to it now. */
  onDeed?: (deed: Deed) => void
}

export function createWorld(
  seed: number,
  scenario: Scenario,
  startAt: number,
  { deeds = [], onDeed }: WorldOptions = {},
): World {
  const hash = mix(hashText(scenario.name), seed)
  const inventory = inventoryOf(hash)
  const pools = createPools({
    world: hash,
    inventory,
    retention: RETENTION,
    onAct: (act) => onDeed?.({ type: 'pool', act }),
  })
  const source: HistorySource = { world: hash, scenario, inventory, startAt }
  const days = new Map<number, Send[]>()
  const own: Send[] = []
  const edits = new Map<string, TagEdit>()
  const tallies = new Map<number, Tally>()
  let nextOrdinal = FIRST_OWN_ORDINAL

  const sendsOf = (day: number): Send[] => {
    const known = days.get(day)
    if (known) return known
    const sends = sendsOfDay(source, day)
    days.set(day, sends)
    return sends
  }

  const isVisible = (send: Send, time: number) =>
    send.acceptedAt <= time && send.acceptedAt > time - RETENTION

  const byOrdinal = (ordinal: number, time: number): Send | null => {
    const day = dayOfOrdinal(ordinal)
    const candidates = day === null ? own : sendsOf(day)
    const send = candidates.find((candidate) => candidate.ordinal === ordinal)
    return send && isVisible(send, time) ? send : null
  }

  const byName = (ordinal: number, index: number, time: number): Found | null => {
    const send = byOrdinal(ordinal, time)
    return send && index >= 0 && index < createdUpTo(send, time) ? { send, index } : null
  }

  const accept = ({ recipients, modules = [], ...asked }: Asked): Send => {
    const ordinal = nextOrdinal
    nextOrdinal += 1
    const send: Send = {
      ...asked,
      modules,
      audience: givenAudience(recipients),
      ordinal,
      id: operationId(hash, ordinal, asked.acceptedAt),
      tagsAt: null,
      canceledAt: null,
      inbound: false,
      group: null,
      weather: scenario.weather,
    }
    own.push(send)
    return send
  }

  const change = (ordinal: number, patch: SendPatch) => {
    const day = dayOfOrdinal(ordinal)
    const sends = day === null ? own : sendsOf(day)
    const place = sends.findIndex((send) => send.ordinal === ordinal)
    const send = sends[place]
    if (!send) return
    sends[place] = { ...send, ...patch }
    if (patch.canceledAt !== undefined) tallies.delete(ordinal)
  }

  for (const deed of deeds) {
    if (deed.type === 'accepted') accept(deed.asked)
    else if (deed.type === 'changed') change(deed.ordinal, deed.patch)
    else if (deed.type === 'tagged') edits.set(deed.messageId, deed.edit)
    else if (deed.type === 'pool') pools.redo(deed.act)
  }

  return {
    hash,
    scenario,
    inventory,
    pools,
    byName,
    sendsAt(time) {
      const sends = [...own]
      for (let day = dayOf(time - RETENTION); day <= dayOf(time); day += 1) sends.push(...sendsOf(day))
      return sends.filter((send) => isVisible(send, time)).toSorted((a, b) => compareSends(hash, b, a))
    },
    send(id, time) {
      const ordinal = ordinalOfOperation(hash, id)
      const send = ordinal === null ? null : byOrdinal(ordinal, time)
      return send?.id === id && isOperation(send) ? send : null
    },
    message(id, time) {
      const name = nameOfMessage(hash, id)
      const found = name && byName(name.ordinal, name.index, time)
      if (!found) return null
      const { send, index } = found
      return messageId(hash, send.ordinal, index, messageCreatedAt(send, index)) === id ? found : null
    },
    tally(send) {
      const known = tallies.get(send.ordinal)
      if (known) return known
      const tally = tallyOf(hash, send)
      tallies.set(send.ordinal, tally)
      return tally
    },
    accept(asked) {
      onDeed?.({ type: 'accepted', asked })
      return accept(asked)
    },
    change(send, patch) {
      onDeed?.({ type: 'changed', ordinal: send.ordinal, patch })
      change(send.ordinal, patch)
      return { ...send, ...patch }
    },
    tagEdit: (id) => (edits.size > 0 ? (edits.get(id) ?? null) : null),
    editTags(id, edit) {
      onDeed?.({ type: 'tagged', messageId: id, edit })
      edits.set(id, edit)
    },
    hasTagEdits: () => edits.size > 0,
  }
}
