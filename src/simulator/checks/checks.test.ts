import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '#/comms/dialect'
import type { Json } from '#/comms/resources'
import { decodeProblems, list } from '#/comms/wire'
import { ask, BASE, clientOf, complaintsOf, numbers, sendTo, START, stillSimulator } from '../fixtures'

const TO = [{ address: '+12065551337', channel: 'PHONE' }]
const CONTENT = { text: 'What day is it?' }
const PROFILE = { profileId: 'mem_profile_0123456789', memoryStoreId: 'mem_store_0123456789' }

/** What is wrong with a send: code, place and words of each problem, in order. */
const problemsOf = (body: Json, dialect: Dialect = 'current') =>
  complaintsOf('/Messages', body, { 'x-sim-dialect': dialect })

const places = async (body: Json) => (await problemsOf(body)).map(({ code, context }) => [code, context])

describe('a send', () => {
  it.each<[string, Json, Array<[number, string]>]>([
    ['that is no object', [], [[20422, '$']]],
    [
      'without anything',
      {},
      [
        [21604, '$.to'],
        [21619, '$.content'],
      ],
    ],
    ['without recipients', { to: [], content: CONTENT }, [[21604, '$.to']]],
    [
      'to a sender channel',
      { to: [{ address: '+12065551337', channel: 'SMS' }], content: CONTENT },
      [[20422, '$.to[0].channel']],
    ],
    [
      'to a bad number',
      { to: [...TO, { address: '0171 234', channel: 'PHONE' }], content: CONTENT },
      [[21211, '$.to[1].address']],
    ],
    [
      'to the magic number that is invalid',
      { to: [{ address: '+15005550001', channel: 'PHONE' }], content: CONTENT },
      [[21211, '$.to[0].address']],
    ],
    [
      'to an address list that is empty',
      { to: [{ addresses: [] }], content: CONTENT },
      [[20422, '$.to[0].addresses']],
    ],
    [
      'to a profile without its store',
      { to: [{ profileId: 'mem_profile_0123456789' }], content: CONTENT },
      [[20422, '$.to[0].memoryStoreId']],
    ],
    [
      'with two forms of content',
      { to: TO, content: { text: 'a', contentId: 'HX00000000000000000000000000000000' } },
      [[20422, '$.content']],
    ],
    ['with an empty text', { to: TO, content: { text: '' } }, [[21602, '$.content.text']]],
    [
      'with a text that is too long',
      { to: TO, content: { text: 'x'.repeat(1601) } },
      [[21617, '$.content.text']],
    ],
    ['with a bad template', { to: TO, content: { content_id: 'nope' } }, [[21655, '$.content.content_id']]],
    [
      'with bad media',
      { to: TO, content: { text: 'a', media: [{ url: 'ftp://x' }] } },
      [[21620, '$.content.media[0].url']],
    ],
    [
      'with a variable without default',
      { to: TO, content: { text: 'Hi {{ name }}' } },
      [[21656, '$.content.text']],
    ],
    [
      'from an unknown sender',
      { to: TO, content: CONTENT, from: { senderId: 'x' } },
      [[21212, '$.from.senderId']],
    ],
    [
      'from a bad channel',
      { to: TO, content: CONTENT, from: { address: '+12065550100', channel: 'PHONE' } },
      [[20422, '$.from.channel']],
    ],
    [
      'in the past',
      { to: TO, content: CONTENT, schedule: { sendAt: ['2026-11-24T11:59:59Z'] } },
      [[35114, '$.schedule.sendAt[0]']],
    ],
    [
      'more than a week ahead',
      { to: TO, content: CONTENT, schedule: { send_at: ['2026-12-01T12:00:01Z'] } },
      [[35114, '$.schedule.send_at[0]']],
    ],
    [
      'to eleven addresses of one person',
      {
        to: [{ addresses: numbers(11).map((address) => ({ address, channel: 'PHONE' })) }],
        content: CONTENT,
      },
      [[20422, '$.to[0].addresses']],
    ],
    [
      'to addresses that are no list',
      { to: [{ addresses: '+12065551337' }], content: CONTENT },
      [[20422, '$.to[0].addresses']],
    ],
    [
      'to a bad address of several',
      { to: [{ addresses: [...TO, { address: '12', channel: 'FAX' }, 5] }], content: CONTENT },
      [
        [21211, '$.to[0].addresses[1].address'],
        [20422, '$.to[0].addresses[1].channel'],
        [20422, '$.to[0].addresses[2]'],
      ],
    ],
    [
      'to a recipient in two forms',
      {
        to: [
          { addresses: TO, address: 'bad' },
          { address: '+12065551337', channel: 'PHONE', cohortId: 'x' },
          { ...PROFILE, addresses: TO },
        ],
        content: CONTENT,
      },
      [
        [20422, '$.to[0]'],
        [20422, '$.to[1]'],
        [20422, '$.to[2]'],
      ],
    ],
    ['to a profile and its store', { to: [PROFILE], content: CONTENT }, []],
    [
      'to a profile and a store that are none',
      { to: [{ profile_id: 'x', memory_store_id: 'comms_message_0123456789' }], content: CONTENT },
      [
        [20422, '$.to[0].profile_id'],
        [20422, '$.to[0].memory_store_id'],
      ],
    ],
    [
      'to a store without its profile',
      { to: [{ memoryStoreId: PROFILE.memoryStoreId }], content: CONTENT },
      [[20422, '$.to[0].profileId']],
    ],
    [
      'with variables that are not strings',
      {
        to: [
          { ...TO[0], variables: { name: 5, 'a b': null, ok: 'x' } },
          { ...TO[0], variables: [] },
        ],
        content: CONTENT,
      },
      [
        [21656, '$.to[0].variables.name'],
        [21656, '$.to[0].variables["a b"]'],
        [21656, '$.to[1].variables'],
      ],
    ],
    [
      'with eleven media, one of them bad',
      {
        to: TO,
        content: { media: [...numbers(10).map((n) => ({ url: `https://example.com/${n}` })), { url: 'x' }] },
      },
      [
        [21623, '$.content.media'],
        [21620, '$.content.media[10].url'],
      ],
    ],
    ['with no media', { to: TO, content: { media: [] } }, [[21602, '$.content.text']]],
    [
      'with other forms that are null',
      {
        to: [{ ...TO[0], addresses: null, profileId: null, cohortId: null, variables: null }],
        from: { senderId: null, senderPoolId: null, channels: null, address: '+12065550100', channel: 'SMS' },
        content: { ...CONTENT, contentId: null, modules: null, media: null },
        schedule: null,
        tags: null,
      },
      [],
    ],
    [
      'from a sender in two forms',
      { to: TO, content: CONTENT, from: { senderId: 'x', sender_pool_id: 'y' } },
      [[20422, '$.from']],
    ],
    [
      'from an address and a pool',
      { to: TO, content: CONTENT, from: { address: '+12065550100', channel: 'SMS', senderPoolId: 'y' } },
      [[20422, '$.from']],
    ],
    [
      'from an address with the channels of a pool',
      { to: TO, content: CONTENT, from: { address: '+12065550100', channel: 'SMS', channels: {} } },
      [[20422, '$.from']],
    ],
    [
      'from channels without a pool',
      { to: TO, content: CONTENT, from: { channels: { filterIn: ['SMS'] } } },
      [[21212, '$.from.senderPoolId']],
    ],
    [
      'from channels nobody knows',
      {
        to: TO,
        content: CONTENT,
        from: {
          sender_pool_id: 'x',
          channels: {
            filter_in: ['sms', 'PIGEON', 'SMS', 5],
            priority: [
              { channel: 'rcs', priority: '1' },
              { channel: 'RCS', priority: 2 },
              { channel: 'EMAIL' },
              7,
            ],
          },
        },
      },
      [
        [21212, '$.from.sender_pool_id'],
        [20422, '$.from.channels.filter_in[1]'],
        [20422, '$.from.channels.filter_in[2]'],
        [20422, '$.from.channels.filter_in[3]'],
        [20422, '$.from.channels.priority[0].priority'],
        [20422, '$.from.channels.priority[1].channel'],
        [20422, '$.from.channels.priority[2].channel'],
        [20422, '$.from.channels.priority[2].priority'],
        [20422, '$.from.channels.priority[3]'],
      ],
    ],
    [
      'from something that is no sender',
      { to: TO, content: CONTENT, from: 'Support line' },
      [[21212, '$.from']],
    ],
    [
      'at several times, each with something wrong',
      {
        to: TO,
        content: CONTENT,
        schedule: {
          sendAt: [
            '2026-11-24T11:59:59Z',
            '2026-11-25T09:00:00',
            'soon',
            '2026-12-24T09:00:00Z',
            '2026-11-31T09:00:00Z',
            5,
          ],
        },
      },
      [
        [35114, '$.schedule.sendAt[0]'],
        [20422, '$.schedule.sendAt[2]'],
        [35114, '$.schedule.sendAt[3]'],
        [20422, '$.schedule.sendAt[4]'],
        [20422, '$.schedule.sendAt[5]'],
      ],
    ],
    ['at no time', { to: TO, content: CONTENT, schedule: { sendAt: [] } }, [[35111, '$.schedule.sendAt']]],
    ['at a time not given', { to: TO, content: CONTENT, schedule: {} }, [[35111, '$.schedule.sendAt']]],
    [
      'at a time that is no list',
      { to: TO, content: CONTENT, schedule: { send_at: { at: 5 } } },
      [[20422, '$.schedule.send_at']],
    ],
    ['with a schedule that is no object', { to: TO, content: CONTENT, schedule: 5 }, [[20422, '$.schedule']]],
    [
      'with a bad tag',
      { to: TO, content: CONTENT, tags: { 'a b': 'c', d: 'é' } },
      [
        [20422, '$.tags["a b"]'],
        [20422, '$.tags.d'],
      ],
    ],
    [
      'with eleven tags',
      { to: TO, content: CONTENT, tags: Object.fromEntries(numbers(11).map((n) => [n.slice(1), 'x'])) },
      [[20422, '$.tags']],
    ],
  ])('%s is refused, with the place', async (_, body, expected) => {
    expect(await places(body)).toEqual(expected)
  })

  it('to a cohort is refused, for a reason that depends on the version', async () => {
    const message = async (version: string) => {
      const request = new Request(`${BASE}/${version}/Messages`, {
        method: 'POST',
        body: JSON.stringify({ to: [{ cohortId: 'cmp_cohort_0123456789' }], content: CONTENT }),
      })
      const response = await stillSimulator().fetch(request)
      expect(response.status).toBe(400)
      return decodeProblems(JSON.parse(await response.text())).map(({ context, message: words }) => [
        context,
        words,
      ])
    }
    expect(await message('v1')).toEqual([
      ['$.to[0].cohortId', "The cohort of the field 'cohortId' is available in the preview version only."],
    ])
    expect(await message('preview')).toEqual([
      ['$.to[0].cohortId', "The cohort of the field 'cohortId' is not known."],
    ])
  })

  it('is refused in the documented words, with the names its sender used', async () => {
    const words = async (body: Json) => (await problemsOf(body)).map(({ message }) => message)
    const from = { sender_pool_id: 'x', channels: { filter_in: ['PIGEON'] } }
    expect(await words({ to: [{ ...TO[0], addresses: TO }], content: CONTENT, from })).toEqual([
      "The recipient has more than one form: 'address' and 'addresses'.",
      "The value 'x' is not valid for the field 'sender_pool_id'.",
      "The value 'PIGEON' is not recognized for the field 'filter_in'.",
    ])
    expect(await words({ to: TO, content: CONTENT, from: { senderId: 'a', address: 'b' } })).toEqual([
      "The sender has more than one form: 'address' and 'senderId'.",
    ])
    expect(await words({ to: TO, content: CONTENT, schedule: { sendAt: ['soon'] } })).toEqual([
      "The value 'soon' is not valid for the field 'sendAt'.",
    ])
  })

  it('goes out at the latest of its times', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const sendAt = ['2026-11-24T13:00:00', '2026-11-24T16:00:00+01:00', '2026-11-24T14:00:00Z']
    await ask(simulator, '/Messages', { body: { to: TO, content: CONTENT, schedule: { sendAt } } })
    simulator.clock.jump(5_000)
    const [message] = (await clientOf(simulator).listMessages({}, {})).items
    expect([message?.status, message?.scheduledFor]).toEqual(['SCHEDULED', '2026-11-24T15:00:00Z'])
  })

  it('is told everything that is wrong with it at once, and nothing of it is sent', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const to = [{ address: 'a', channel: 'phonee' }, ...TO, { address: 'b', channel: 'PHONE' }]
    const reply = await ask(simulator, '/Messages', {
      body: { to, content: { text: '' }, tags: { '': 'x' } },
    })
    expect(reply.status).toBe(400)
    expect(reply.body).toMatchObject({
      errors: [
        { context: '$.to[0].address' },
        {
          context: '$.to[0].channel',
          message: "The value 'phonee' is not recognized for the field 'channel'.",
        },
        { context: '$.to[2].address' },
        { context: '$.content.text' },
        { context: '$.tags[""]' },
      ],
    })
    simulator.clock.jump(5_000)
    expect((await clientOf(simulator).listMessages({}, {})).items).toEqual([])
  })

  it('takes 10,000 recipients and not one more', async () => {
    const to = (count: number) => numbers(count).map((address) => ({ address, channel: 'PHONE' }))
    expect(await places({ to: to(10_000), content: CONTENT })).toEqual([])
    expect(await places({ to: to(10_001), content: CONTENT })).toEqual([[20422, '$.to']])
  })

  it('is taken in the documented early form and in capitals alike', async () => {
    expect(
      await problemsOf({ to: [{ address: '+12065551337', channel: 'phone' }], content: CONTENT }, 'early'),
    ).toEqual([])
    expect(
      await problemsOf(
        { to: [{ address: '+12065551337', channel: 'Phone' }], content: { text: 'Hi {{ name }}' } },
        'early',
      ),
    ).toEqual([])
  })

  it('over 10 MB is refused with 413, and broken JSON with 400', async () => {
    const post = (body: string) =>
      stillSimulator().fetch(new Request('https://comms.twilio.com/v1/Messages', { method: 'POST', body }))
    expect((await post('x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await post('{"to":')).status).toBe(400)
  })

  it('that is nested as deep as it can be is refused like any other', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const to = JSON.stringify(TO)
    for (const body of [
      deep,
      `{"to":[${deep}]}`,
      `{"to":${to},"content":{"text":${deep}},"from":{"channels":${deep}}}`,
    ]) {
      const request = new Request(`${BASE}/v1/Messages`, { method: 'POST', body })
      expect((await stillSimulator().fetch(request)).status).toBe(400)
    }
  })

  it("of any shape is accepted or refused in the API's own form, never anything else", async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const nearly = fc.record(
      {
        to: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.oneof(
              fc.jsonValue(),
              fc.record({ address: fc.string(), channel: fc.string(), variables: fc.jsonValue() }),
            ),
          ),
        ),
        from: fc.jsonValue(),
        content: fc.oneof(
          fc.jsonValue(),
          fc.record({ text: fc.jsonValue(), media: fc.jsonValue(), modules: fc.jsonValue() }),
        ),
        tags: fc.jsonValue(),
        schedule: fc.oneof(fc.jsonValue(), fc.record({ sendAt: fc.jsonValue() })),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), nearly), async (body) => {
        // A value that fast-check calls JSON is JSON.
        const reply = await ask(simulator, '/Messages', { body: body as Json })
        expect([202, 400]).toContain(reply.status)
        if (reply.status === 202) return
        const problems = decodeProblems(reply.body)
        expect(problems.length).toBeGreaterThan(0)
        for (const { code, message, context } of problems) {
          expect(code).toBeGreaterThan(20_000)
          expect(message).not.toBe('')
          expect(context).toMatch(/^\$/)
        }
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('a list request', () => {
  const refusals = async (path: string, dialect: Dialect = 'current') => {
    const reply = await ask(stillSimulator(), path, { headers: { 'x-sim-dialect': dialect } })
    return [reply.status, reply.body]
  }

  it('with an unknown channel gets the documented answer of the early dialect', async () => {
    expect(await refusals('/Messages?channel=phonee', 'early')).toEqual([
      400,
      {
        errors: [{ code: 400, message: "The value 'phonee' is not recognized for the field 'channel'." }],
        status: 400,
      },
    ])
  })

  it.each([
    ['/Messages?foo=1', 20001],
    ['/Messages?pageSize=1001', 20007],
    ['/Messages?pageSize=0', 20422],
    ['/Messages?page_size=ten', 20422],
    ['/Messages?status=LOST', 20422],
    ['/Messages?startDate=yesterday', 20422],
    ['/Messages?startDate=2026-11-20T00:00:00Z&endDate=2026-11-19T00:00:00Z', 20422],
    ['/Messages?startDate=2026-11-20T00:00:00', 20422],
    ['/Messages?endDate=2026-02-30T00:00:00Z', 20422],
    ['/Messages?tags=desk', 20422],
    ['/Messages?tags=desk:support', 20422],
    ['/Messages?tags=desk:support;;', 20422],
    ['/Messages?tags=', 20422],
    [`/Messages?tags=${'a:b;'.repeat(11)}`, 20422],
    ['/Messages?operationId=comms_message_01k4vge32ce3ar18sy56svjjpb', 20422],
    ['/Messages/Operations?channel=SMS', 20001],
    ['/Senders?status=GONE', 20422],
  ])('%s is refused with %i', async (path, code) => {
    expect(await refusals(path)).toMatchObject([400, { errors: [{ code }] }])
  })

  it('finds what has all tags asked for, and nothing by two values of one tag', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    await clientOf(simulator).sendMessages(sendTo(numbers(2), { tags: { desk: 'support', floor: '2' } }), {
      key: 'k',
    })
    simulator.clock.jump(5_000)
    const found = async (tags: string) => {
      const { status, body } = await ask(simulator, `/Messages?tags=${encodeURIComponent(tags)}`)
      return [status, list(body, 'messages').length]
    }
    expect(await found('desk:support;')).toEqual([200, 2])
    expect(await found('desk:support;floor:2;desk:support;')).toEqual([200, 2])
    expect(await found('desk:support;floor:3;')).toEqual([200, 0])
    expect(await found('desk:nope;desk:support;')).toEqual([200, 0])
    expect(await found('desk:support;desk:nope;')).toEqual([200, 0])
  })

  it('is told everything that is wrong with it at once', async () => {
    const [, body] = await refusals('/Messages?channel=phonee&foo=1&page_size=0')
    expect(body).toMatchObject({ errors: [{ code: 20422 }, { code: 20001 }, { code: 20422 }] })
  })

  it('filters by everything it offers, in both spellings', async () => {
    const simulator = stillSimulator({ scenario: 'busy-day' })
    const client = clientOf(simulator)
    const { items } = await client.listMessages({}, { pageSize: 1000 })
    const sample = items.find(({ status, tags }) => status === 'UNDELIVERED' && tags['campaign'])
    if (!sample) throw new Error('the busy day has no undelivered campaign message among its newest thousand')
    const session = sample.related.find(({ kind }) => kind === 'session')?.id ?? ''
    const operation = sample.related.find(({ kind }) => kind === 'operation')?.id ?? ''
    const campaign = sample.tags['campaign'] ?? ''

    const bySession = (await client.listMessages({ sessionId: session }, {})).items
    expect(bySession.map(({ id }) => id)).toContain(sample.id)
    expect(new Set(bySession.map(({ to }) => to[0]?.addresses[0]?.address)).size).toBe(1)

    const combined = await client.listMessages(
      { operationId: operation, status: 'UNDELIVERED', tags: { campaign } },
      { pageSize: 1000 },
    )
    expect(combined.items.map(({ id }) => id)).toContain(sample.id)
    expect(
      combined.items.every(({ status, tags }) => status === 'UNDELIVERED' && tags['campaign'] === campaign),
    ).toBe(true)

    const whatsapp = (await client.listMessages({ channel: 'WHATSAPP' }, {})).items
    expect(whatsapp.length).toBeGreaterThan(0)
    expect(whatsapp.every(({ from }) => from?.channel === 'WHATSAPP')).toBe(true)

    const startDate = new Date(START - 5 * 3_600_000).toISOString()
    const endDate = new Date(START - 4 * 3_600_000).toISOString()
    const early = clientOf(simulator, 'early')
    const within = (await early.listMessages({ startDate, endDate }, { pageSize: 1000 })).items
    expect(within.length).toBeGreaterThan(0)
    for (const { createdAt } of within) {
      expect(Date.parse(createdAt ?? '')).toBeGreaterThanOrEqual(Date.parse(startDate))
      expect(Date.parse(createdAt ?? '')).toBeLessThan(Date.parse(endDate))
    }
  })
})
