import type { Dialect, Spelling } from '../dialect'
import type { ResolveFrom, ResolveTo } from '../requests'
import type { Json, ResolvedRoute } from '../resources'
import { decodeAddress, encodeAddress } from './party'
import { compact, count, enumeration, field, list, spell, text } from './spelling'
import { Unreadable } from './unreadable'

/** The body of `POST /Senders/Resolve` (section 1.2). Its senders are addresses or a pool; a sender id is not taken. */
export function encodeResolve(to: ResolveTo[], from: ResolveFrom, dialect: Dialect): Json {
  return spell({ recipientAddresses: to, ...from }, dialect)
}

/** The routes found, in the order they are tried: lower priority first (section 1.2). */
export function decodeResolved(body: Json): ResolvedRoute[] {
  if (!Array.isArray(field(body, 'results'))) throw new Unreadable('a resolution without results')
  return list(body, 'results')
    .map(decodeRoute)
    .filter((route) => route !== null)
    .toSorted((a, b) => a.priority - b.priority)
}

function decodeRoute(json: Json): ResolvedRoute | null {
  const from = field(json, 'from')
  const to = decodeAddress(field(json, 'to') ?? null)
  const address = text(from, 'address')
  const senderId = text(from, 'senderId')
  if (to === null || (address === null && senderId === null)) return null
  return {
    from: {
      address,
      channel: enumeration(from, 'channel'),
      senderId,
      displayName: text(from, 'displayName'),
    },
    to,
    priority: count(json, 'priority') ?? 0,
  }
}

export function encodeResolved(routes: ResolvedRoute[], spelling: Spelling): Json {
  const results = routes.map(({ from, to, priority }) => {
    return { from: compact({ ...from }), to: encodeAddress(to), priority }
  })
  return spell({ results }, spelling)
}
