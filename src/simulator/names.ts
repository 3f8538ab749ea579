import { parseId, decodeSuffix } from '#/comms/ids'
import { mix } from './hash'

/**
 * Ids of the simulator. They are TypeIDs over UUIDv7 as the real ones (section 7), and their 74 free bits name the
 * operation and the recipient, so that any id is found again without a table:
 *
 *     24 bits  ordinal of the operation, scrambled
 *     15 bits  recipient index plus an offset of the operation, so that ids of one operation sort by index
 *     35 bits  check: a hash of the rest, so that an id of another seed or scenario is unknown here
 */

export const MAX_ORDINAL = 2 ** 24

export interface MessageName {
  ordinal: number
  index: number
}

/** Two base32 characters for every value of ten bits. */
const PAIRS = (() => {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from({ length: 1024 }, (_, bits) => alphabet.charAt(bits >> 5) + alphabet.charAt(bits & 31))
})()

const pair = (bits: number): string => PAIRS[bits & 1023] ?? ''

/** An odd multiplier and its inverse modulo 2^24: neighbours in time do not look like neighbours. */
const SCRAMBLE = 0x5bd1e9
const UNSCRAMBLE = inverseOf(SCRAMBLE)

function inverseOf(odd: number): number {
  let inverse = odd
  for (let i = 0; i < 5; i += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse))
  return inverse & 0xffffff
}

/** The ordinal as ids carry it. Two operations of the same millisecond are ordered by this number. */
export function scramble(world: number, ordinal: number): number {
  return (Math.imul(ordinal, SCRAMBLE) ^ mix(world, 1)) & 0xffffff
}

function unscramble(world: number, scrambled: number): number {
  return Math.imul((scrambled ^ mix(world, 1)) & 0xffffff, UNSCRAMBLE) & 0xffffff
}

function indexOffset(world: number, ordinal: number): number {
  return mix(mix(world, 2), ordinal) & 0x3fff
}

export function operationId(world: number, ordinal: number, time: number): string {
  return write('comms_operation_', world, ordinal, mix(world, ordinal) & 0x7fff, time, 3)
}

export function messageId(world: number, ordinal: number, index: number, time: number): string {
  return write('comms_message_', world, ordinal, index + indexOffset(world, ordinal), time, 4)
}

/** Other resources: senders, pools, e-mails. They are few and looked up by id in a list. */
export function resourceId(kind: string, world: number, ordinal: number, time: number): string {
  return write(`comms_${kind}_`, world, ordinal, mix(world, ordinal + 7) & 0x7fff, time, 5)
}

/**
 * Number arithmetic on four words instead of big integers: a page of 1000 messages needs 1000 of these. The layout is
 * that of `makeId` in the ids of the contract, which the tests compare it with.
 */
function write(prefix: string, world: number, ordinal: number, slot: number, time: number, salt: number) {
  const scrambled = scramble(world, ordinal)
  const seconds = Math.floor(time / 65536)
  const check = mix(mix(mix(world, salt), ordinal), mix(slot, seconds))
  const word1 = ((time % 65536) << 16) | (7 << 12) | (scrambled >>> 12)
  const word2 = (2 << 30) | ((scrambled & 0xfff) << 18) | (slot << 3) | (mix(check, salt) & 7)
  return prefix + base32(seconds >>> 0, word1 >>> 0, word2 >>> 0, check)
}

/** 128 bits as 3 + 5 + 12 × 10. */
function base32(a: number, b: number, c: number, d: number): string {
  return (
    pair(a >>> 24) +
    pair(a >>> 14) +
    pair(a >>> 4) +
    pair((a << 6) | (b >>> 26)) +
    pair(b >>> 16) +
    pair(b >>> 6) +
    pair((b << 4) | (c >>> 28)) +
    pair(c >>> 18) +
    pair(c >>> 8) +
    pair((c << 2) | (d >>> 30)) +
    pair(d >>> 20) +
    pair(d >>> 10) +
    pair(d)
  )
}

/** The bits of an id of this kind, or `null` when it is no such id. Whether it exists here is not decided by this. */
function bitsOf(kind: 'message' | 'operation', id: string): bigint | null {
  if (parseId(id)?.kind !== kind) return null
  return decodeSuffix(id.slice(id.lastIndexOf('_') + 1))
}

const scrambledOf = (bits: bigint): number =>
  (Number((bits >> 64n) & 0xfffn) << 12) | Number((bits >> 50n) & 0xfffn)

/** The ordinal an operation id carries, or `null` when it is not one. */
export function ordinalOfOperation(world: number, id: string): number | null {
  const bits = bitsOf('operation', id)
  return bits === null ? null : unscramble(world, scrambledOf(bits))
}

/** Which recipient of which operation a message id names, or `null` when it is not one. */
export function nameOfMessage(world: number, id: string): MessageName | null {
  const bits = bitsOf('message', id)
  if (bits === null) return null
  const ordinal = unscramble(world, scrambledOf(bits))
  return { ordinal, index: Number((bits >> 35n) & 0x7fffn) - indexOffset(world, ordinal) }
}

/** Where an id stands in the order of its list: time, then the rest of its bits. */
export function timeOf(id: string): number {
  return parseId(id)?.time ?? 0
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const byte = (bits: number): string => BYTES[bits & 255] ?? ''
const hex = (word: number): string => byte(word >>> 24) + byte(word >>> 16) + byte(word >>> 8) + byte(word)

/** One conversation with one person, in the 32 hex characters of the documented example. */
export function sessionId(world: number, person: number): string {
  const a = mix(mix(world, 8), person)
  const b = mix(a, 1)
  return `comms_session_${hex(a)}${hex(b)}${hex(mix(b, 2))}${hex(mix(a, 3))}`
}

/** The downstream SID of one attempt (section 2.2); carries the message's name so that Seek can find it. */
export function downstreamSid(world: number, name: MessageName, attempt: number, media: boolean): string {
  const check = mix(mix(mix(world, 9), name.ordinal), name.index * 16 + attempt)
  const tail = mix(check, 4)
  const place = ((name.index << 4) | attempt) ^ mix(tail, 5)
  const ordinal = name.ordinal ^ mix(check, 6)
  return `${media ? 'MM' : 'SM'}${hex(ordinal)}${hex(place)}${hex(check)}${hex(tail)}`
}

/** The message a downstream SID belongs to, or `null` when no attempt of this world has it. */
export function nameOfDownstream(world: number, sid: string): MessageName | null {
  if (!/^(?:SM|MM)[0-9a-f]{32}$/.test(sid)) return null
  const word = (n: number) => Number.parseInt(sid.slice(2 + n * 8, 10 + n * 8), 16)
  const place = (word(1) ^ mix(word(3), 5)) >>> 0
  const name = { ordinal: (word(0) ^ mix(word(2), 6)) >>> 0, index: place >>> 4 }
  if (name.ordinal >= MAX_ORDINAL || name.index > 0x7fff) return null
  const expected = downstreamSid(world, name, place & 15, false)
  return expected.slice(2) === sid.slice(2) ? name : null
}

/** The account the simulator plays. */
export function accountSid(world: number): string {
  const a = mix(world, 10)
  return `AC${hex(a)}${hex(mix(a, 1))}${hex(mix(a, 2))}${hex(mix(a, 3))}`
}
