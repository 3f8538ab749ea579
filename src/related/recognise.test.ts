import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsIn } from './idsIn'
import { KINDS, titleOfKind } from './kinds'
import { pathOfId } from './paths'
import { recognise } from './recognise'

const BODY = '01k4vge32ce3ar18sy56svjjpb'
const HEX = '0123456789abcdef0123456789abcdef'

/** Typed text, and any code points at all (lone surrogates too). */
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points)),
)

describe('pathOfId', () => {
  it.each([
    [`comms_message_${BODY}`, `/messages/comms_message_${BODY}`],
    [` comms_operation_${BODY}\n`, `/operations/comms_operation_${BODY}`],
    [`comms_session_${HEX}`, `/messages?sessionId=comms_session_${HEX}`],
    [`comms_sender_${BODY}`, `/related/comms_sender_${BODY}`],
    [`SM${HEX}`, `/related/SM${HEX}`],
    [`HX${HEX}`, `/related/HX${HEX}`],
    [`AC${HEX}`, `/related/AC${HEX}`],
    [`comms_device_registration_${BODY}`, `/related/comms_device_registration_${BODY}`],
    ['comms_message_short', null],
    ['', null],
  ])('leads from %j to %j', (id, path) => {
    expect(pathOfId(id)).toBe(path)
  })
})

describe('recognise', () => {
  it('reads the time of creation out of an id', () => {
    expect(recognise(`comms_sender_${BODY}`)).toMatchObject({
      what: 'id',
      kind: 'sender',
      time: Date.parse('2025-09-11T04:27:12.844Z'),
    })
  })

  it('finds an id inside a link', () => {
    const id = `comms_operation_${BODY}`
    expect(recognise(`https://comms.twilio.com/v1/Messages/Operations/${id}?x=1`)).toEqual({
      what: 'within',
      id,
    })
  })

  it.each([
    ['30003', 'code'],
    ['comms_message_01k4', 'almost'],
    ['comms_newkind_01k4vge32ce3ar18sy56svjjpb', 'foreign'],
    [`MG${HEX}`, 'foreign'],
    [`SM${HEX}0`, 'almost'],
    ['comms_message_01k4vge32ce3ar18sy56svjjpi', 'almost'],
    ['SM0123456789', 'almost'],
    ['hello', 'unknown'],
    ['', 'unknown'],
  ])('takes %j for %s', (text, what) => {
    expect(recognise(text).what).toBe(what)
  })

  it('has an answer for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['id', 'within', 'code', 'foreign', 'almost', 'unknown']).toContain(recognise(text).what)
      }),
    )
  })
})

describe('idsIn', () => {
  it('finds ids at any depth, each once, without the resource’s own', () => {
    const own = `comms_email_${BODY}`
    const json = {
      id: own,
      a: [{ b: `comms_operation_${BODY}` }, `comms_operation_${BODY}`],
      c: 'text',
      d: `SM${HEX}`,
    }
    expect(idsIn(json, own)).toEqual([`comms_operation_${BODY}`, `SM${HEX}`])
  })

  it('takes any JSON, however deep', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(idsIn(JSON.parse(JSON.stringify(json))))))
  })
})

describe('titles', () => {
  it('has words for every kind and shows an unknown one as it came', () => {
    for (const kind of Object.keys(KINDS)) expect(titleOfKind(kind)).toMatch(/^[A-Z]/)
    expect(titleOfKind('wormhole')).toBe('wormhole')
  })
})
