/**
 * Ids of the Communications API are TypeIDs: a lower-case prefix and 26 characters of Crockford base32 that hold a
 * UUIDv7, whose first 48 bits are the time of creation in milliseconds (section 7, verified by decoding).
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const VALUE_OF = new Map(Array.from(ALPHABET, (character, value) => [character, BigInt(value)] as const))

export type IdKind =
  | 'message'
  | 'operation'
  | 'session'
  | 'sender'
  | 'senderpool'
  | 'email'
  | 'pushnotification'
  | 'profile'
  | 'store'
  | 'cohort'
  | 'content'
  | 'downstream'
  | 'account'

export interface ParsedId {
  id: string
  kind: IdKind
  /** Epoch milliseconds from the embedded UUIDv7, or `null` for ids that carry no time. */
  time: number | null
}

/** Section 7. The patterns are not anchored at their end in the documentation: 26 to 35 characters of base32. */
const TYPE_ID = '[0-7][a-hjkmnpqrstv-z0-9]{25,34}'
const PATTERNS: ReadonlyArray<readonly [IdKind, RegExp]> = [
  ['message', new RegExp(`^comms_message_${TYPE_ID}$`)],
  ['operation', new RegExp(`^comms_operation_${TYPE_ID}$`)],
  ['session', /^comms_session_[a-hjkmnpqrstv-z0-9]{26,34}$/],
  ['sender', new RegExp(`^comms_sender_${TYPE_ID}$`)],
  ['senderpool', new RegExp(`^comms_senderpool_${TYPE_ID}$`)],
  ['email', new RegExp(`^comms_email_${TYPE_ID}$`)],
  ['pushnotification', new RegExp(`^comms_pushnotification_${TYPE_ID}$`)],
  ['profile', /^mem_profile_[a-z0-9]{10,40}$/],
  ['store', /^mem_store_[a-z0-9]{10,40}$/],
  ['cohort', /^cmp_cohort_[a-z0-9]{10,40}$/],
  ['content', /^HX[0-9a-f]{32}$/],
  ['downstream', /^(?:SM|MM)[0-9a-f]{32}$/],
  ['account', /^AC[0-9a-f]{32}$/],
]

/** Recognises an id of the API or of its neighbours; `null` for anything else. Surrounding blanks are ignored. */
export function parseId(text: string): ParsedId | null {
  const id = text.trim()
  if (id.length > 80) return null
  for (const [kind, pattern] of PATTERNS) {
    if (pattern.test(id)) return { id, kind, time: timeOfId(id) }
  }
  return null
}

/** True when `text` is an id of exactly this kind. */
export function isId(kind: IdKind, text: string): boolean {
  return parseId(text)?.kind === kind
}

/** The first id found anywhere in a text: a link, a log line, a JSON excerpt. `null` when there is none. */
export function findId(text: string): ParsedId | null {
  const candidates = text
    .slice(0, 20_000)
    .matchAll(/(?:comms|mem|cmp)_[a-z]+_[a-z0-9]+|(?:SM|MM|HX)[0-9a-f]{32}/g)
  for (const [candidate] of candidates) {
    const parsed = parseId(candidate)
    if (parsed) return parsed
  }
  return null
}

/** Epoch milliseconds embedded in a TypeID over UUIDv7, or `null` where the suffix is not one. */
export function timeOfId(id: string): number | null {
  const suffix = id.slice(id.lastIndexOf('_') + 1)
  if (suffix.length !== 26) return null
  const uuid = decodeSuffix(suffix)
  if (uuid === null) return null
  const version = (uuid >> 76n) & 0xfn
  return version === 7n ? Number(uuid >> 80n) : null
}

/** The 128 bits a TypeID suffix stands for, or `null` when it is malformed or too large for 128 bits. */
export function decodeSuffix(suffix: string): bigint | null {
  if (!/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(suffix)) return null
  let bits = 0n
  for (const character of suffix) bits = (bits << 5n) | (VALUE_OF.get(character) ?? 0n)
  return bits
}

/** The TypeID suffix of 128 bits; the inverse of {@link decodeSuffix}. */
export function encodeSuffix(bits: bigint): string {
  let suffix = ''
  for (let shift = 125n; shift >= 0n; shift -= 5n) suffix += ALPHABET[Number((bits >> shift) & 31n)]
  return suffix
}

/**
 * A TypeID over a UUIDv7.
 * @param kind the word between `comms_` and the suffix
 * @param time epoch milliseconds, the first 48 bits
 * @param random at least 74 bits; only the low 74 are used
 */
export function makeId(kind: string, time: number, random: bigint): string {
  const high = random >> 62n
  const low = random & ((1n << 62n) - 1n)
  const bits = (BigInt(time) << 80n) | (7n << 76n) | ((high & 0xfffn) << 64n) | (2n << 62n) | low
  return `comms_${kind}_${encodeSuffix(bits)}`
}
