import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection } from '#/comms'
import type { Contract } from './contract'
import { harmless } from './contractWords'
import { ticketText } from './ticketText'

const connection: Connection = {
  mode: 'account',
  account: 'AC…12ab',
  baseUrl: 'https://comms.twilio.com',
  version: 'v1',
  dialect: 'auto',
  problem: null,
  simulator: null,
}
const contract: Contract = {
  version: 'v1',
  spoken: 'early',
  seen: 'early',
  routes: [
    { capability: 'receipts', route: 'GET /Messages/{id}/Receipts', state: 'untried', refusal: null },
    {
      capability: 'messageTags',
      route: 'PATCH /Messages/{id}',
      state: 'not-offered',
      refusal: { method: 'PATCH', path: '/Messages/comms_message_x', status: 405 },
    },
  ],
  novelties: [{ place: 'message.status = teleported', example: '"teleported"', count: 12 }],
}

describe('the contract as text for a ticket', () => {
  it('says all that the page says', () => {
    expect(ticketText(connection, contract, new Date('2026-11-24T12:03:11Z'))).toBe(
      [
        'Switchboard: the API’s contract as seen by 2026-11-24T12:03:11.000Z',
        'Connected to: Account AC…12ab',
        'Address: https://comms.twilio.com',
        'Version: v1',
        'Dialect: set auto, seen early, requests in early',
        '',
        'Optional routes:',
        '- Receipts of a message (GET /Messages/{id}/Receipts): Not tried yet',
        '- Changing tags of a message (PATCH /Messages/{id}): Not offered by this API, 405 for PATCH /v1/Messages/comms_message_x',
        '',
        'Never seen before:',
        '- message.status = teleported: "teleported" (seen 12 times)',
      ].join('\n'),
    )
  })

  it('says that nothing unknown was seen', () => {
    expect(ticketText(connection, { ...contract, novelties: [] }, new Date(0))).toMatch(/before:\n- nothing$/)
  })
})

describe('harmless', () => {
  it('spells out what turns the writing direction or cannot be seen', () => {
    expect(harmless('safe\u202Egpj\u200B')).toBe('safe\\u{202e}gpj\\u{200b}')
    expect(harmless('Größe 10 €, 日本')).toBe('Größe 10 €, 日本')
  })

  it('leaves nothing invisible and nothing long of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = harmless(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(shown.length).toBeLessThan(2_100)
      }),
    )
  })
})
