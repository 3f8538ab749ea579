import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#/comms/resources'
import { decodeProblems, field, list, text } from '#/comms/wire'
import { ask, complaintsOf, numbers, stillSimulator, clientOf } from './fixtures'

const TO = [{ address: '+12065551337', channel: 'PHONE' }]
const FROM = { senderAddresses: [{ address: '+12065550100', channel: 'SMS' }] }

/** Code and place of what is wrong with a body. */
const placesOf = async (path: string, body: Json) =>
  (await complaintsOf(path, body)).map(({ code, context }) => [code, context])

async function mixedPool() {
  const { items } = await clientOf(stillSimulator()).listSenderPools({}, {})
  const pool = items.find(({ name }) => name?.startsWith('RCS'))
  if (!pool) throw new Error('the account has no pool of RCS and SMS')
  return pool.id
}

async function routesOf(body: Json) {
  const { status, body: answer } = await ask(stillSimulator(), '/Senders/Resolve', { body })
  expect(status).toBe(200)
  return list(answer, 'results').map((route) => [
    text(field(route, 'from'), 'channel'),
    text(field(route, 'to'), 'channel'),
    field(route, 'priority'),
  ])
}

describe('a resolution', () => {
  it.each<[string, Json, Array<[number, string]>]>([
    ['that is no object', [], [[20422, '$']]],
    ['of nobody', { ...FROM }, [[20422, '$.recipientAddresses']]],
    ['of an empty list', { ...FROM, recipient_addresses: [] }, [[20422, '$.recipient_addresses']]],
    [
      'of 101 addresses',
      { ...FROM, recipientAddresses: numbers(101).map((address) => ({ address, channel: 'PHONE' })) },
      [[20422, '$.recipientAddresses']],
    ],
    [
      'of what is no address',
      {
        ...FROM,
        recipientAddresses: [
          '+12065551337',
          { address: '12', channel: 'SMS' },
          { addresses: TO },
          { address: 'jane', channel: 'EMAIL' },
          { channel: 'push' },
        ],
      },
      [
        [20422, '$.recipientAddresses[0]'],
        [20422, '$.recipientAddresses[1].channel'],
        [21211, '$.recipientAddresses[1].address'],
        [20422, '$.recipientAddresses[2].channel'],
        [21604, '$.recipientAddresses[2].address'],
        [20422, '$.recipientAddresses[3].address'],
        [20422, '$.recipientAddresses[4].address'],
      ],
    ],
    ['from nobody', { recipientAddresses: TO }, [[20422, '$']]],
    ['from a pool and addresses', { ...FROM, recipientAddresses: TO, senderPoolId: 'x' }, [[20422, '$']]],
    [
      'from an unknown pool',
      {
        recipientAddresses: TO,
        sender_pool_id: 'comms_senderpool_01k4vge2fxe3ramtcdv1zx1s9s',
        senderAddresses: null,
      },
      [[21212, '$.sender_pool_id']],
    ],
    [
      'from addresses that are none',
      {
        recipientAddresses: TO,
        senderAddresses: [
          { address: '', channel: 'SMS' },
          { address: '+12065550100', channel: 'PIGEON' },
          { address: 'a@example.com', name: 'A', channel: 'EMAIL' },
          { fcm: 'a', address: '+12065550100', channel: 'SMS' },
          { address: 'x', name: 'A' },
          {},
        ],
      },
      [
        [21603, '$.senderAddresses[0].address'],
        [20422, '$.senderAddresses[1].channel'],
        [20422, '$.senderAddresses[2]'],
        [20422, '$.senderAddresses[3]'],
        [20422, '$.senderAddresses[4].address'],
        [21603, '$.senderAddresses[5].address'],
        [20422, '$.senderAddresses[5].channel'],
      ],
    ],
    [
      'from 101 addresses',
      {
        recipientAddresses: TO,
        senderAddresses: Array.from({ length: 101 }, () => FROM.senderAddresses[0] ?? null),
      },
      [[20422, '$.senderAddresses']],
    ],
    [
      'over channels nobody knows',
      { ...FROM, recipientAddresses: TO, channels: { filterIn: ['email', 'FAX'], priority: {} } },
      [
        [20422, '$.channels.filterIn[1]'],
        [20422, '$.channels.priority'],
      ],
    ],
    [
      'from an email and a push credential, which reach nobody here',
      { recipientAddresses: TO, senderAddresses: [{ address: 'a@example.com', name: 'A' }, { apn: 'x' }] },
      [],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await placesOf('/Senders/Resolve', body)).toEqual(expected)
  })

  it('ranks the addresses of one person together, in the order they are given', async () => {
    const recipientAddresses = [{ address: '+12065551337', channel: 'WHATSAPP' }, ...TO]
    const senderAddresses = [...FROM.senderAddresses, { address: '+12065550111', channel: 'whatsapp' }]
    expect(await routesOf({ recipientAddresses, senderAddresses })).toEqual([
      ['WHATSAPP', 'WHATSAPP', 0],
      ['SMS', 'PHONE', 1],
    ])
    const channels = {
      priority: [
        { channel: 'SMS', priority: 0 },
        { channel: 'WHATSAPP', priority: 1 },
      ],
    }
    expect(await routesOf({ recipientAddresses, senderAddresses, channels })).toEqual([
      ['SMS', 'PHONE', 0],
      ['WHATSAPP', 'WHATSAPP', 1],
    ])
  })

  it('uses the channels of a pool as it is told', async () => {
    const body = { recipientAddresses: TO, senderPoolId: await mixedPool() }
    expect(await routesOf(body)).toEqual([
      ['RCS', 'PHONE', 0],
      ['SMS', 'PHONE', 1],
    ])
    expect(await routesOf({ ...body, channels: { filterIn: ['SMS'] } })).toEqual([['SMS', 'PHONE', 0]])
    const smsFirst = {
      priority: [
        { channel: 'sms', priority: 1 },
        { channel: 'RCS', priority: 2 },
      ],
    }
    expect(await routesOf({ ...body, channels: smsFirst })).toEqual([
      ['SMS', 'PHONE', 0],
      ['RCS', 'PHONE', 1],
    ])
    const onlySms = { priority: [{ channel: 'sms', priority: 1 }] }
    expect(await routesOf({ ...body, channels: onlySms })).toEqual([
      ['SMS', 'PHONE', 0],
      ['RCS', 'PHONE', 1],
    ])
    expect(await routesOf({ ...body, channels: { filterIn: ['EMAIL'] } })).toEqual([])
  })

  it('tells the ten best', async () => {
    const recipientAddresses = numbers(40).map((address) => ({ address, channel: 'PHONE' }))
    const routes = await routesOf({ ...FROM, recipientAddresses })
    expect(routes.map(([, , priority]) => priority)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

describe('a search for senders', () => {
  it.each<[string, Json, Array<[number, string]>]>([
    ['that is no object', 'x', [[20422, '$']]],
    [
      'by nothing',
      {},
      [
        [20422, '$.address'],
        [20422, '$.channel'],
      ],
    ],
    [
      'by what nobody knows',
      { address: 5, channel: 'phonee', status: 'GONE', page_size: 0, page_token: 'x' },
      [
        [20422, '$.address'],
        [20422, '$.channel'],
        [20422, '$.status'],
        [20422, '$.page_token'],
        [20422, '$.page_size'],
      ],
    ],
    [
      'by values of another kind',
      { address: '+12065550100', channel: {}, status: [], pageSize: 1001 },
      [
        [20422, '$.channel'],
        [20422, '$.status'],
        [20007, '$.pageSize'],
      ],
    ],
    [
      'with a field nobody knows',
      { address: '+12065550100', channel: 'sms', status: null, colour: 'blue' },
      [],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await placesOf('/Senders/Search', body)).toEqual(expected)
  })
})

it('answers or refuses any resolution and any search, and never does anything else', async () => {
  const simulator = stillSimulator({ scenario: 'empty' })
  const address = fc.record(
    {
      address: fc.oneof(fc.jsonValue(), fc.constant('+12065551337')),
      channel: fc.constantFrom('PHONE', 'sms', 5),
    },
    { requiredKeys: [] },
  )
  const nearly = fc.record(
    {
      recipientAddresses: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(address, fc.jsonValue()))),
      senderAddresses: fc.oneof(fc.jsonValue(), fc.array(address)),
      sender_pool_id: fc.jsonValue(),
      channels: fc.oneof(
        fc.jsonValue(),
        fc.record({ filterIn: fc.jsonValue(), priority: fc.array(fc.oneof(address, fc.jsonValue())) }),
      ),
      address: fc.jsonValue(),
      channel: fc.constantFrom('SMS', null, {}),
      page_size: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  const path = fc.constantFrom('/Senders/Resolve', '/Senders/Search')
  await fc.assert(
    fc.asyncProperty(path, fc.oneof(fc.jsonValue(), nearly), async (route, body) => {
      // A value that fast-check calls JSON is JSON.
      const reply = await ask(simulator, route, { body: body as Json })
      expect([200, 400]).toContain(reply.status)
      if (reply.status === 200) return
      const problems = decodeProblems(reply.body)
      expect(problems.length).toBeGreaterThan(0)
      for (const { context } of problems) expect(context).toMatch(/^\$/)
    }),
    { numRuns: 200 },
  )
}, 60_000)
