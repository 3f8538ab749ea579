import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from './arbitraries'
import { decodeSuffix, encodeSuffix, findId, isId, makeId, parseId, timeOfId } from './ids'

const KINDS = ['message', 'operation', 'sender', 'senderpool', 'email', 'pushnotification'] as const

describe('ids', () => {
  it('round-trip their 128 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (bits) => {
        expect(decodeSuffix(encodeSuffix(bits))).toBe(bits)
      }),
    )
  })

  it('tell their kind and the millisecond of their creation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.integer({ min: 1e12, max: 2e12 }),
        fc.bigInt({ min: 0n, max: 1n << 74n }),
        (kind, time, random) => {
          expect(parseId(` ${makeId(kind, time, random)}\n`)).toMatchObject({ kind, time })
        },
      ),
    )
  })

  it('sort by creation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 2e12 }), fc.integer({ min: 1, max: 1e9 }), (time, later) => {
        expect(makeId('message', time, 1n << 70n) < makeId('message', time + later, 0n)).toBe(true)
      }),
    )
  })

  it.each([
    ['comms_operation_01k4vge2fxe3ramtcdv1zx1s9s', 'operation', '2025-09-11T04:27:12.253Z'],
    ['comms_message_01k4vge32ce3ar18sy56svjjpb', 'message', '2025-09-11T04:27:12.844Z'],
  ])('%s is documented', (id, kind, time) => {
    expect(parseId(id)).toEqual({ id, kind, time: Date.parse(time) })
  })

  it('of sessions and classic messages carry no time', () => {
    const session = 'comms_session_96c975d029164690a4abcc47afcf4938'
    expect(parseId(session)).toEqual({ id: session, kind: 'session', time: null })
    expect(isId('downstream', `SM${'0'.repeat(32)}`)).toBe(true)
  })

  it.each([
    '',
    'hello',
    'comms_message_',
    'comms_message_01K4VGE32CE3AR18SY56SVJJPB',
    'comms_message_81k4vge32ce3ar18sy56svjjpb',
    `comms_operation_${'0'.repeat(200)}`,
    '../comms_message_01k4vge32ce3ar18sy56svjjpb',
  ])('are not mistaken: %j', (text) => {
    expect(parseId(text)).toBeNull()
  })

  it('are found in a link or a log line', () => {
    fc.assert(
      fc.property(idOf('operation'), (id) => {
        expect(findId(`GET https://comms.twilio.com/v1/Messages/Operations/${id}?x=1 200`)?.id).toBe(id)
      }),
    )
    expect(findId('nothing here, comms_message_no')).toBeNull()
  })

  const BODY = '01k4vge32ce3ar18sy56svjjpb'
  const HEX = '0123456789abcdef0123456789abcdef'

  it.each([
    [`comms_pushnotificationuser_${BODY}`, 'pushnotificationuser'],
    [`comms_credential_${BODY}`, 'credential'],
    [`comms_device_registration_${BODY}`, 'device_registration'],
    [`conv_conversation_${BODY}`, 'conversation'],
    [`mem_profile_${BODY}`, 'profile'],
    [`SK${HEX}`, 'key'],
    [`AC${HEX}`, 'account'],
    [`DG${HEX}`, 'sink'],
    [`DF${HEX}`, 'subscription'],
    [`HX${HEX.slice(0, 26)}`, 'content'],
    [`HX${HEX}`, 'content'],
    [`HX${HEX}01`, 'content'],
    [`MM${HEX}`, 'downstream'],
  ])('%s is one, alone and in any text', (id, kind) => {
    expect(parseId(id)).toMatchObject({ id, kind })
    expect(findId(`${'x'.repeat(25_000)} ${id} end`)).toMatchObject({ id, kind })
    expect(findId(`https%3A%2F%2Fx%2F${id}%3Fx%3D1`)).toMatchObject({ id, kind })
    expect(findId(`file ${id}_extra`)).toMatchObject({ id, kind })
    expect(findId(String.raw`{\"a\":\"1\\n${id}\\n\"}`)).toMatchObject({ id, kind })
  })

  it.each([`HX${HEX.slice(0, 25)}`, `HX${HEX}012`, `SM${HEX}0`, `SM${HEX}Z`, `comms_message_${BODY}${BODY}`])(
    'of another length are never cut to one: %s',
    (text) => {
      expect(parseId(text)).toBeNull()
      expect(findId(`see ${text}.`)).toBeNull()
    },
  )

  it('are found behind the account whose link or log it is', () => {
    const link = `https://console.twilio.com/us1/account/AC${HEX}/monitor/logs/sms/SM${HEX}`
    expect(findId(link)?.id).toBe(`SM${HEX}`)
    expect(findId(`SK${HEX}:x AC${HEX}`)?.id).toBe(`SK${HEX}`)
  })

  it('do not keep a long text waiting', () => {
    const started = performance.now()
    for (const part of ['conv_', 'comms_message_0', 'conv_a_', 'HX0123', 'comms_device_registration_0a'])
      findId(part.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('never make parsing throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        parseId(text)
        findId(text)
        timeOfId(text)
      }),
    )
  })
})
