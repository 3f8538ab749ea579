import type { Json } from '#/comms/resources'
import { enumeration, field, list } from '#/comms/wire'
import type { Sender } from './senders'

/**
 * The senders that are used, in the order they are tried: `channels` may narrow them to some channels and put those in
 * another order, the lower priority first (section 1.2). A channel without a priority comes after those that have one.
 * @param owner the object with `channels`: the `from` of a send (section 2.1), or a resolution (section 1.2)
 */
export function chosenSenders(senders: readonly Sender[], owner: Json): Sender[] {
  const channels = field(owner, 'channels')
  const only = list(channels, 'filterIn').map((channel) =>
    typeof channel === 'string' ? channel.toUpperCase() : '',
  )
  const priorities = new Map(
    list(channels, 'priority').map((entry) => [
      enumeration(entry, 'channel'),
      Number(field(entry, 'priority')),
    ]),
  )
  const priority = ({ channel }: Sender) => priorities.get(channel) ?? Number.MAX_VALUE
  return senders
    .filter(({ channel }) => only.length === 0 || only.includes(channel))
    .toSorted((a, b) => priority(a) - priority(b))
}

/** Whether an order of channels was asked for. */
export function hasPriorities(owner: Json): boolean {
  return list(field(owner, 'channels'), 'priority').length > 0
}
