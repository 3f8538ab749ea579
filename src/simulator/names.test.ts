import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeSuffix, isId, makeId, timeOfId } from '#/comms/ids'
import {
  downstreamSid,
  messageId,
  nameOfDownstream,
  nameOfMessage,
  operationId,
  ordinalOfOperation,
  sessionId,
} from './names'

const world = fc.nat(2 ** 32 - 1)
const ordinal = fc.nat(2 ** 24 - 1)
const index = fc.nat(9_999)
const time = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) })

it('writes ids as the contract does: TypeIDs over UUIDv7 with the time of creation', () => {
  fc.assert(
    fc.property(world, ordinal, index, time, (seed, n, i, at) => {
      const id = messageId(seed, n, i, at)
      expect(isId('message', id)).toBe(true)
      expect(timeOfId(id)).toBe(at)
      const bits = decodeSuffix(id.slice('comms_message_'.length)) ?? 0n
      const random = (((bits >> 64n) & 0xfffn) << 62n) | (bits & ((1n << 62n) - 1n))
      expect(makeId('message', at, random)).toBe(id)
      expect(isId('operation', operationId(seed, n, at))).toBe(true)
      expect(isId('session', sessionId(seed, n))).toBe(true)
    }),
  )
})

it('finds what an id names without a table', () => {
  fc.assert(
    fc.property(world, ordinal, index, fc.nat(7), time, (seed, n, i, attempt, at) => {
      expect(nameOfMessage(seed, messageId(seed, n, i, at))).toEqual({ ordinal: n, index: i })
      expect(ordinalOfOperation(seed, operationId(seed, n, at))).toBe(n)
      const sid = downstreamSid(seed, { ordinal: n, index: i }, attempt, i % 2 === 0)
      expect(isId('downstream', sid)).toBe(true)
      expect(nameOfDownstream(seed, sid)).toEqual({ ordinal: n, index: i })
    }),
  )
})

it('knows no downstream SID that it did not give', () => {
  fc.assert(
    fc.property(
      world,
      fc.stringMatching(/^SM[0-9a-f]{32}$/),
      (seed, sid) => nameOfDownstream(seed, sid) === null,
    ),
  )
})

it('orders the messages of one operation by their index, also within a millisecond', () => {
  fc.assert(
    fc.property(world, ordinal, index, time, (seed, n, i, at) => {
      expect(messageId(seed, n, i + 1, at) > messageId(seed, n, i, at)).toBe(true)
    }),
  )
})
