import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from './arbitraries'
import { DIALECTS } from './dialect'
import { createLens } from './lens'
import type { Json } from './resources'
import {
  encodeEmail,
  encodeMessage,
  encodeMessageMetadata,
  encodeOperation,
  encodeOperationError,
  encodePage,
  encodeReceipt,
  encodeResolved,
  encodeSender,
  encodeSenderPool,
} from './wire'

const dialect = fc.constantFrom(...DIALECTS)

describe('the contract lens', () => {
  it('finds nothing new in what the contract knows, wherever it is read', () => {
    const everything = fc.record({
      messages: fc.array(any.message, { maxLength: 2 }),
      operation: any.operation,
      senders: fc.array(any.sender, { maxLength: 2 }),
      pool: any.senderPool,
      poolOperation: any.senderPoolOperation,
      email: any.email,
      emailOperation: any.emailOperation,
      receipt: any.receipt,
      error: any.operationError,
      routes: any.routes,
    })
    fc.assert(
      fc.property(everything, dialect, (one, spelling) => {
        const lens = createLens()
        const page = (name: string, items: Json[]) =>
          encodePage(name, items, { next: 'x', self: 'y', path: '/x', pageSize: 50 }, spelling)
        for (const message of one.messages) lens.look('/Messages/m', encodeMessage(message, spelling))
        const listed = one.messages.map((message) => encodeMessageMetadata(message, spelling))
        for (const path of ['/Messages', '/Messages/Search']) lens.look(path, page('messages', listed))
        for (const message of one.messages) lens.look('/Messages/Seek/SM1', encodeMessage(message, spelling))
        lens.look('/Messages/Operations/o', encodeOperation(one.operation, spelling))
        lens.look('/Messages/Operations', page('operations', [encodeOperation(one.operation, spelling)]))
        lens.look(
          '/Messages/Operations/o/Errors',
          page('errors', [encodeOperationError(one.error, spelling)]),
        )
        lens.look('/Messages/m/Receipts', page('receipts', [encodeReceipt(one.receipt, spelling)]))
        const senders = page(
          'senders',
          one.senders.map((sender) => encodeSender(sender, spelling)),
        )
        for (const path of ['/Senders', '/Senders/Search', '/SenderPools/p/Senders']) lens.look(path, senders)
        lens.look('/Senders/Resolve', encodeResolved(one.routes, spelling))
        lens.look('/SenderPools', page('senderPools', [encodeSenderPool(one.pool, spelling)]))
        lens.look('/SenderPools/Operations/o', encodeOperation(one.poolOperation, spelling))
        lens.look('/Emails', page('emails', [encodeEmail(one.email, spelling)]))
        lens.look('/Emails/Operations/o', encodeOperation(one.emailOperation, spelling))
        const surprises = lens.novelties().map(({ place }) => place)
        const invented =
          /^(?:message|email)\.status = BRAND_NEW$|^(?:senderPoolO|o)peration\.status = PAUSED$/i
        expect(surprises.filter((place) => !invented.test(place))).toEqual([])
      }),
    )
  })

  it('notes new fields and values with an example and how often, in either spelling', () => {
    const lens = createLens()
    lens.look('/Messages/a', {
      id: 'a',
      status: 'SENT',
      price_tier: { level: 3 },
      from: { carrierName: 'x' },
    })
    lens.look('/Messages', {
      messages: [
        { id: 'b', status: 'teleported', priceTier: 4, to: [{ address: '+1', channel: 'pigeon' }] },
        { id: 'c', to: [{ address: '+1', channel: 'pigeon' }, { addresses: [{ channel: 'FAX' }] }] },
      ],
    })
    expect(lens.novelties()).toEqual([
      { place: 'message.priceTier', example: '{"level":3}', count: 2 },
      { place: 'message.from.carrierName', example: '"x"', count: 1 },
      { place: 'message.status = teleported', example: '"teleported"', count: 1 },
      { place: 'message.to[].channel = pigeon', example: '"pigeon"', count: 2 },
      { place: 'message.to[].addresses[].channel = FAX', example: '"FAX"', count: 1 },
    ])
  })

  it.each<[string, Json, string[]]>([
    ['/Messages/m', { to: [{ carrier: 'x' }] }, ['message.to[].carrier']],
    [
      '/Messages/m',
      { attempts: [{ status: 'ODD', cost: 1, from: { channel: 'PIGEON' }, error: { code: 1, hint: 'x' } }] },
      [
        'message.attempts[].status = ODD',
        'message.attempts[].cost',
        'message.attempts[].from.channel = PIGEON',
        'message.attempts[].error.hint',
      ],
    ],
    ['/Messages/m', { related: [{ id: 'x', weight: 3 }] }, ['message.related[].weight']],
    [
      '/Messages/m',
      { content: { modules: [{ fax: {} }, { sms: { text: 'x', subject: 'y' } }] } },
      ['message.content.modules[].fax', 'message.content.modules[].sms.subject'],
    ],
    [
      '/Messages/m',
      {
        content: { modules: [{ rcs: { rich_card: { standalone_card: { card_orientation: 'diagonal' } } } }] },
      },
      ['message.content.modules[].rcs.richCard.standaloneCard.cardOrientation = diagonal'],
    ],
    [
      '/Messages/m',
      {
        content: {
          modules: [{ rcs: { suggestions: [{ action: { fax: 1, dialAction: { phoneNumber: '+1' } } }] } }],
        },
      },
      ['message.content.modules[].rcs.suggestions[].action.fax'],
    ],
    ['/Messages/Seek/SM1', { mood: 1 }, ['message.mood']],
    [
      '/Messages',
      { messages: [], pagination: { total: 7 }, hint: 1 },
      ['page.pagination.total', 'page.hint'],
    ],
    ['/Messages/Operations/o', { tags: { a: 'b' } }, ['operation.tags']],
    ['/Messages/m/Receipts', { receipts: [{ status: 'ODD', x: 1 }] }, ['receipt.status = ODD', 'receipt.x']],
    ['/Messages/Operations/o/Errors', { errors: [{ severity: 'high' }] }, ['operationError.severity']],
    ['/Senders', { senders: [{ status: 'ASLEEP' }] }, ['sender.status = ASLEEP']],
    ['/SenderPools/p/Senders', { senders: [{ colour: 'red' }] }, ['sender.colour']],
    ['/Senders/Resolve', { results: [{ from: { cost: 1 } }] }, ['resolvedRoute.from.cost']],
    ['/SenderPools', { sender_pools: [{ colour: 'red' }] }, ['senderPool.colour']],
    ['/SenderPools/Operations/o', { stats: { read: 1 } }, ['senderPoolOperation.stats.read']],
    [
      '/Emails',
      { emails: [{ status: 'BOUNCED', to: [{ age: 1 }] }] },
      ['email.status = BOUNCED', 'email.to[].age'],
    ],
    ['/Emails/Operations/o', { stats: { clicked: 1 } }, ['emailOperation.stats.clicked']],
    ['/Nonsense', { a: 1 }, []],
  ])('sees what is new at %s in %j', (path, body, places) => {
    const lens = createLens()
    lens.look(path, body)
    expect(lens.novelties().map(({ place }) => place)).toEqual(places)
  })

  it('keeps its memory small, whatever is sent', () => {
    const lens = createLens()
    for (let n = 0; n < 1000; n += 1) {
      const long = 'y'.repeat(10_000)
      lens.look('/Messages/Operations/o', { id: 'x', status: long, [`field${n}${long}`]: [{ long }, long] })
    }
    expect(lens.novelties().length).toBeLessThanOrEqual(200)
    expect(JSON.stringify(lens.novelties()).length).toBeLessThan(100_000)
  })

  it('is not brought down by depth', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as Json
    const lens = createLens()
    lens.look('/Messages/m', { to: deep, unknown: deep, status: deep, content: { modules: deep } })
    expect(lens.novelties()).toEqual([{ place: 'message.unknown', example: '[[[["…"]]]]', count: 1 }])
  })
})
