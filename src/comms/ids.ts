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
  | 'pushnotificationuser'
  | 'credential'
  | 'device_registration'
  | 'profile'
  | 'store'
  | 'cohort'
  | 'conversation'
  | 'content'
  | 'downstream'
  | 'account'
  | 'key'
  | 'sink'
  | 'subscription'

export interface ParsedId {
  id: string
  kind: IdKind
  /** Epoch milliseconds from the embedded UUIDv7, or `null` for ids that carry no time. */
  time: number | null
}

/** Section 7. The patterns are not anchored at their end in the documentation: 26 to 35 characters of base32. */
const SUFFIX = '[a-hjkmnpqrstv-z0-9]'
const TYPE_ID = `[0-7]${SUFFIX}{25,34}`
const SID = '[0-9a-f]{32}'
const PATTERNS: ReadonlyArray<readonly [IdKind, string]> = [
  ['message', `comms_message_${TYPE_ID}`],
  ['operation', `comms_operation_${TYPE_ID}`],
  ['session', `comms_session_${SUFFIX}{26,34}`],
  ['sender', `comms_sender_${TYPE_ID}`],
  ['senderpool', `comms_senderpool_${TYPE_ID}`],
  ['email', `comms_email_${TYPE_ID}`],
  ['pushnotification', `comms_pushnotification_${TYPE_ID}`],
  ['pushnotificationuser', `comms_pushnotificationuser_${TYPE_ID}`],
  ['credential', `comms_credential_${SUFFIX}{26,34}`],
  ['device_registration', `comms_device_registration_${SUFFIX}{26,34}`],
  ['profile', 'mem_profile_[a-z0-9]{10,40}'],
  ['store', 'mem_store_[a-z0-9]{10,40}'],
  ['cohort', 'cmp_cohort_[a-z0-9]{10,40}'],
  // Conversations has several kinds; which they are is not documented here.
  ['conversation', `conv_(?:[a-z]{1,20}_){1,3}${SUFFIX}{26,34}`],
  // 28 to 36 characters (section 2.1), while other SIDs have 34.
  ['content', 'HX[0-9a-f]{26,34}'],
  ['downstream', `(?:SM|MM)${SID}`],
  ['account', `AC${SID}`],
  ['key', `SK${SID}`],
  ['sink', `DG${SID}`],
  ['subscription', `DF${SID}`],
]
const EXACT = PATTERNS.map(([kind, pattern]) => [kind, new RegExp(`^${pattern}$`)] as const)
/** Up to the end of the word: a longer one is another id, or none. */
const WITHIN = new RegExp(`(?:${PATTERNS.map(([, pattern]) => pattern).join('|')})(?![0-9A-Za-z])`, 'g')

/** Recognises an id of the API or of its neighbours; `null` for anything else. Surrounding blanks are ignored. */
export function parseId(text: string): ParsedId | null {
  const id = text.trim()
  if (id.length > 80) return null
  for (const [kind, pattern] of EXACT) {
    if (pattern.test(id)) return { id, kind, time: timeOfId(id) }
  }
  return null
}

/** True when `text` is an id of exactly this kind. */
export function isId(kind: IdKind, text: string): boolean {
  return parseId(text)?.kind === kind
}

/**
 * The first id found anywhere in a text: a link, a log line, a JSON excerpt. `null` when there is none. An account or a
 * key is found only where there is nothing else, since links and logs begin with whose they are.
 */
export function findId(text: string): ParsedId | null {
  let owner: ParsedId | null = null
  for (const [candidate] of text.matchAll(WITHIN)) {
    const found = parseId(candidate)
    if (found && found.kind !== 'account' && found.kind !== 'key') return found
    owner ??= found
  }
  return owner
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
