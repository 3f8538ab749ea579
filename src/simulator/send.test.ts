import { expect, it } from 'vitest'
import type { Json } from '#/comms/resources'
import { decodeAccepted } from '#/comms/wire'
import { allMessages, ask, BASE, clientOf, numbers, sendTo, START, stillSimulator } from './fixtures'

const EXAMPLE = '+12065551337'

it.each(['early', 'current'] as const)(
  'runs the documented example to its end in the %s dialect',
  async (dialect) => {
    const simulator = stillSimulator({ dialect })
    const client = clientOf(simulator)
    const { operationId } = await client.sendMessages(sendTo([EXAMPLE]), { key: 'k' })
    if (operationId === null) throw new Error('the answer names no operation')
    expect(client.dialect()).toEqual({ dialect, seen: true })

    const before = await client.fetchOperation(operationId)
    expect(before.status).toBe('PROCESSING')
    expect(before.stats).toMatchObject({ total: 1, recipients: 1, queued: 1, delivered: 0 })
    expect((await client.listMessages({ operationId }, {})).items).toEqual([])

    const seen = new Set<string>()
    for (let second = 0; second < 40; second += 1) {
      simulator.clock.jump(1000)
      const [message] = (await client.listMessages({ operationId }, {})).items
      if (message) seen.add(message.status)
    }
    expect([...seen]).toEqual(['QUEUED', 'SENT', 'DELIVERED'])

    const after = await client.fetchOperation(operationId)
    expect(after.status).toBe('COMPLETED')
    expect(after.stats).toMatchObject({
      total: 1,
      recipients: 1,
      attempts: 1,
      queued: 0,
      sent: 0,
      delivered: 1,
    })

    const [listed] = (await client.listMessages({ operationId }, {})).items
    const message = await client.fetchMessage(listed?.id ?? '')
    expect(message.content?.text).toBe('What day is it?')
    expect(message.to[0]?.addresses).toEqual([{ address: EXAMPLE, channel: 'PHONE' }])
    expect(message.attempts).toMatchObject([{ status: 'DELIVERED', error: null }])
    expect(message.related.map(({ kind }) => kind)).toEqual(['operation', 'session'])
    expect(message.related[0]?.id).toBe(operationId)

    const sid = message.attempts[0]?.infoUrl?.split('/').at(-1) ?? ''
    expect((await client.seekMessage(sid)).id).toBe(message.id)
  },
)

it.each([1, 7, 42, 1234])('always delivers the example with seed %i, within forty seconds', async (seed) => {
  const simulator = stillSimulator({ seed })
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo([EXAMPLE]), { key: 'k' })
  simulator.clock.jump(40_000)
  expect((await client.fetchOperation(operationId ?? '')).stats.delivered).toBe(1)
})

it('tries the addresses of one person in order, and each sender of a pool', async () => {
  const simulator = stillSimulator({ scenario: 'rcs-fallback' })
  const client = clientOf(simulator)
  const addresses = Array.from({ length: 60 }, (_, n) => `+1206555${1000 + n}`)
  const { operationId } = await client.sendMessages(sendTo(addresses), { key: 'k' })
  simulator.clock.jump(86_400_000)
  const items = await allMessages(client, { operationId: operationId ?? '' })
  const messages = await Promise.all(items.map(({ id }) => client.fetchMessage(id)))
  const twice = messages.filter(({ attempts }) => attempts.length === 2)
  expect(twice.length).toBeGreaterThan(10)
  for (const { attempts, from } of twice) {
    expect(attempts.map((attempt) => attempt.from?.channel)).toEqual(['RCS', 'SMS'])
    expect(attempts[0]).toMatchObject({ status: 'FAILED', error: { code: 63036 } })
    expect(from?.channel).toBe('SMS')
  }
  const once = messages.filter(({ attempts }) => attempts.length === 1)
  expect(once.every(({ from }) => from?.channel === 'RCS')).toBe(true)
  const { stats } = await client.fetchOperation(operationId ?? '')
  expect(stats.attempts).toBe(60 + twice.length)
})

it('counts people that no sender can reach and makes no message for them', async () => {
  const simulator = stillSimulator()
  const client = clientOf(simulator)
  const from = { address: '+12065550111', channel: 'WHATSAPP' } as const
  const both = sendTo(['+12065551000'], { from })
  both.to.push({
    addresses: [{ address: '+12065551001', channel: 'WHATSAPP' }],
    profileId: null,
    memoryStoreId: null,
  })
  const { operationId } = await client.sendMessages(both, { key: 'k' })
  simulator.clock.jump(60_000)
  const { stats } = await client.fetchOperation(operationId ?? '')
  expect(stats).toMatchObject({ recipients: 2, total: 1, unaddressable: 1 })
  const { items } = await client.listMessages({ operationId: operationId ?? '' }, {})
  expect(items.map(({ to }) => to[0]?.addresses[0]?.address)).toEqual(['+12065551001'])
})

it.each([
  ['+15005550010', 'UNDELIVERED', 30003],
  ['+15005550012', 'UNDELIVERED', 30006],
  ['+15005550004', 'FAILED', 21610],
] as const)('gives the magic number %s its outcome %s %i', async (address, status, code) => {
  const simulator = stillSimulator()
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo([address]), { key: 'k' })
  simulator.clock.jump(600_000)
  const [listed] = (await client.listMessages({ operationId: operationId ?? '' }, {})).items
  expect(listed?.status).toBe(status)
  const { attempts } = await client.fetchMessage(listed?.id ?? '')
  expect(attempts[0]?.error).toMatchObject({
    code,
    infoUrl: `https://www.twilio.com/docs/api/errors/${code}`,
  })
})

it("fills each person's values into text and tags", async () => {
  const simulator = stillSimulator()
  const client = clientOf(simulator)
  const body: Json = {
    to: [
      { address: '+12065551001', channel: 'PHONE', variables: { name: 'Nia', desk: '4' } },
      { address: '+12065551002', channel: 'PHONE' },
    ],
    content: { text: 'Hi {{ name | default: "there" }}! {% raw %}{{ name }}{% endraw %}' },
    tags: { desk: "{{ desk | default: 'none' }}" },
  }
  await ask(simulator, '/Messages', { body })
  simulator.clock.jump(5_000)
  const { items } = await client.listMessages({ tags: { desk: '4' } }, {})
  expect(items).toHaveLength(1)
  const message = await client.fetchMessage(items[0]?.id ?? '')
  expect(message.content?.text).toBe('Hi Nia! {{ name }}')
  expect((await client.listMessages({ tags: { desk: 'none' } }, {})).items).toHaveLength(1)
})

it('gives back content for each channel apart, filled in for each person', async () => {
  const simulator = stillSimulator()
  const card = { title: 'For {{ name | default: "you" }}', suggestions: [] }
  const rcs = (cardContent: Json) => ({ richCard: { standaloneCard: { cardContent } } })
  const body: Json = {
    to: [{ address: '+12065551001', channel: 'PHONE', variables: { name: 'Nia' } }],
    content: {
      modules: [{ sms: { text: 'Hi {{ name | default: "there" }}', unknown: 'DEEP' } }, { rcs: rcs(card) }],
    },
  }
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const request = { method: 'POST', body: JSON.stringify(body).replace('"DEEP"', deep) }
  expect((await simulator.fetch(new Request(`${BASE}/v1/Messages`, request))).status).toBe(202)
  simulator.clock.jump(5_000)
  const [newest] = (await clientOf(simulator).listMessages({}, { pageSize: 1 })).items
  const fetched = await ask(simulator, `/Messages/${newest?.id}`)
  expect(fetched.body).toMatchObject({
    content: { modules: [{ sms: { text: 'Hi Nia' } }, { rcs: rcs({ ...card, title: 'For Nia' }) }] },
  })
  expect((await clientOf(simulator).fetchMessage(newest?.id ?? '')).content?.text).toBe('Hi Nia')
})

it('holds a scheduled send until its time', async () => {
  const simulator = stillSimulator()
  const sendAt = new Date(START + 3_600_000).toISOString()
  const { body } = await ask(simulator, '/Messages', {
    body: {
      to: [{ address: EXAMPLE, channel: 'PHONE' }],
      content: { text: 'Later' },
      schedule: { sendAt: [sendAt] },
    },
  })
  const { operationId } = decodeAccepted(body, new Headers())
  const client = clientOf(simulator)
  simulator.clock.jump(3_599_000)
  const waiting = await client.fetchOperation(operationId ?? '')
  expect(waiting).toMatchObject({ status: 'SCHEDULED', stats: { scheduled: 1, queued: 0 } })
  const [message] = (await client.listMessages({ operationId: operationId ?? '' }, {})).items
  expect(message).toMatchObject({ status: 'SCHEDULED', scheduledFor: '2026-11-24T13:00:00Z' })
  simulator.clock.jump(60_000)
  expect(await client.fetchOperation(operationId ?? '')).toMatchObject({
    status: 'COMPLETED',
    stats: { delivered: 1 },
  })
})

it('takes a list of 10,000 and hands it over in two to four minutes', async () => {
  const simulator = stillSimulator({ scenario: 'empty' })
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo(numbers(10_000)), { key: 'k' })
  const at = async (ms: number) => {
    simulator.clock.jump(ms)
    return client.fetchOperation(operationId ?? '')
  }
  const early = await at(10_000)
  expect(early.status).toBe('PROCESSING')
  expect(early.stats.queued).toBeGreaterThan(9_000)
  const middle = await at(110_000)
  expect(middle.status).toBe('PROCESSING')
  expect(middle.stats.delivered).toBeGreaterThan(4_000)
  const late = await at(120_000)
  expect(late).toMatchObject({ status: 'COMPLETED', stats: { queued: 0, total: 10_000 } })
})
