import { nameOfMessage, scramble, timeOf } from './names'
import { createdUpTo, firstMessageAt, lastPossibleMessage, messageCreatedAt, type Send } from './send'
import type { World } from './world'

/** A place in the list of all messages: the parts of a message id that order it. */
interface Place {
  time: number
  scrambled: number
  ordinal: number
  index: number
}

/** The place an id stands at, whether or not there is such a message any more. `null` when it is no message id. */
export function placeOf(world: World, id: string): Place | null {
  const name = nameOfMessage(world.hash, id)
  if (!name) return null
  return { time: timeOf(id), scrambled: scramble(world.hash, name.ordinal), ...name }
}

interface Head extends Place {
  send: Send
}

/** How long after its acceptance the messages of a send of the largest size may still come into being. */
const WINDOW = lastPossibleMessage(0, 10_000)

/**
 * The messages of some sends, newest first, in the order of their ids; those of sends that overlap in time are merged.
 * @param sends newest first
 * @param before only messages that stand after this place in the list
 */
export function* messagesNewestFirst(
  world: World,
  sends: readonly Send[],
  time: number,
  before: Place | null,
): Generator<{ send: Send; index: number; createdAt: number }> {
  const heads: Head[] = []
  let next = 0
  for (;;) {
    let best = newestOf(heads)
    for (
      let send = sends[next];
      send && (!best || send.acceptedAt + WINDOW >= best.time);
      send = sends[next]
    ) {
      next += 1
      const index =
        Math.min(createdUpTo(send, time), before ? countBefore(world, send, before) : Infinity) - 1
      if (index < 0) continue
      const { ordinal } = send
      const scrambled = scramble(world.hash, ordinal)
      heads.push({ send, index, ordinal, scrambled, time: messageCreatedAt(send, index) })
      best = newestOf(heads)
    }
    if (!best) return
    yield { send: best.send, index: best.index, createdAt: best.time }
    best.index -= 1
    if (best.index < 0) heads.splice(heads.indexOf(best), 1)
    else best.time = messageCreatedAt(best.send, best.index)
  }
}

function newestOf(heads: readonly Head[]): Head | null {
  let newest: Head | null = null
  for (const head of heads) if (!newest || isNewer(head, newest)) newest = head
  return newest
}

function isNewer(a: Place, b: Place): boolean {
  if (a.time !== b.time) return a.time > b.time
  return a.scrambled !== b.scrambled ? a.scrambled > b.scrambled : a.index > b.index
}

/** How many messages of a send, counted from its first, stand after a place in the list. */
function countBefore(world: World, send: Send, place: Place): number {
  const before = createdUpTo(send, place.time - 1)
  if (place.time < firstMessageAt(send)) return before
  if (place.ordinal === send.ordinal) return Math.min(Math.max(place.index, before), send.audience.count)
  const isOlder = scramble(world.hash, send.ordinal) < place.scrambled
  return isOlder ? createdUpTo(send, place.time) : before
}
