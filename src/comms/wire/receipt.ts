import type { Spelling } from '../dialect'
import type { Json, Receipt } from '../resources'
import { decodeAddress, encodeAddress } from './party'
import { enumeration, field, spell, text } from './spelling'
import { Unreadable } from './unreadable'

/** One recipient of a group message. No shape is published; this is the one suggested in section 8, point 2. */
export function decodeReceipt(json: Json): Receipt {
  const to = decodeAddress(field(json, 'to') ?? null)
  const status = enumeration(json, 'status')
  if (to === null || status === null) throw new Unreadable('a receipt without a recipient or a status')
  return { to, status, updatedAt: text(json, 'updatedAt') }
}

export function encodeReceipt({ to, status, updatedAt }: Receipt, spelling: Spelling): Json {
  return spell({ to: encodeAddress(to), status, updatedAt }, spelling)
}
