import type { Json } from '#/comms/resources'
import type { Part } from './part'
import { mustBe, notRecognized, shown, type Wording } from './wording'

/**
 * The `channels` of a pool or a resolution (sections 1.2 and 2.1): which are used, each named once, and in what order.
 * @param allowed in upper case
 */
export function checkChannelChoice(owner: Part, allowed: readonly string[]): void {
  const channels = owner.object('channels')
  if (channels === null) return
  const { findings } = channels.checking
  const name = channels.name('filterIn')
  const filtered = new Set<string>()
  for (const [n, channel] of (channels.list('filterIn') ?? []).entries()) {
    const place = `${channels.place('filterIn')}[${n}]`
    const known = knownChannel(channel, allowed)
    if (known === null) findings.add(place, 20422, notRecognized(shown(channel), name))
    else if (filtered.has(known)) findings.add(place, 20422, twice(shown(channel), name))
    else filtered.add(known)
  }
  const ranked = new Set<string>()
  for (const entry of channels.parts('priority', channels.list('priority') ?? [], 'A priority')) {
    entry.oneOf('channel', allowed, 'needed')
    const known = knownChannel(entry.value('channel'), allowed)
    if (known !== null && ranked.has(known)) entry.refuse('channel', 20422, twice)
    if (known !== null) ranked.add(known)
    if (typeof entry.value('priority') !== 'number') entry.refuse('priority', 20422, mustBe('a number'))
  }
}

const twice: Wording = (value, name) =>
  `The value '${value}' is given more than once for the field '${name}'.`

function knownChannel(channel: Json, allowed: readonly string[]): string | null {
  return typeof channel === 'string' ? (allowed.find((one) => one === channel.toUpperCase()) ?? null) : null
}
