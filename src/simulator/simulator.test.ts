import fc from 'fast-check'
import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { createFullClient } from '#/comms/fullClient'
import type { MessageMetadata, Receipt } from '#/comms/resources'
import { decodeProblems } from '#/comms/wire'
import { ask, BASE, clientOf, numbers, sendTo, START, stillSimulator } from './fixtures'
import { createSimulator } from './simulator'

const SEND = { to: [{ address: '+12065551337', channel: 'PHONE' }], content: { text: 'What day is it?' } }

describe('the same seed', () => {
  it('gives the same bytes, at any time, in any order of asking', async () => {
    const text = async (simulator: ReturnType<typeof stillSimulator>, path: string) =>
      (await simulator.fetch(new Request(`${BASE}/v1${path}`))).text()
    const paths = ['/Messages?pageSize=200', '/Messages/Operations', '/Senders', '/SenderPools', '/Emails']
    const one = stillSimulator({ scenario: 'busy-day', seed: 42 })
    const two = stillSimulator({ scenario: 'busy-day', seed: 42 })
    const first = await Promise.all(paths.map((path) => text(one, path)))
    const second = []
    for (const path of paths.toReversed()) second.unshift(await text(two, path))
    expect(second).toEqual(first)
    const other = await text(stillSimulator({ scenario: 'busy-day', seed: 43 }), '/Messages?pageSize=200')
    expect(other).not.toBe(first[0])
  })

  it('keeps the ids of its history over a restart at another time', async () => {
    const ids = async (startAt: number) => {
      const { items } = await clientOf(stillSimulator({ startAt })).listOperations({}, { pageSize: 1000 })
      return items.map(({ id }) => id)
    }
    const before = await ids(START)
    const after = await ids(START + 3_600_000)
    const common = before.filter((id) => after.includes(id))
    expect(common.length).toBeGreaterThanOrEqual(before.length - 2)
    expect(after.filter((id) => before.includes(id))).toEqual(common)
  })
})

describe('the answer to a send', () => {
  it('has the id in headers and no body in the early dialect', async () => {
    const { status, headers, body } = await ask(stillSimulator({ dialect: 'early' }), '/Messages', {
      body: SEND,
    })
    expect([status, body]).toEqual([202, null])
    const id = headers.get('operation-id')
    expect(headers.get('operation-location')).toBe(`/v1/Messages/Operations/${id}`)
    expect(headers.get('resource-location')).toBe('/v1/Messages')
  })

  it('has the id in the body and in headers now', async () => {
    const { body, headers } = await ask(stillSimulator(), '/Messages', { body: SEND })
    const operationId = headers.get('operation-id')
    expect(body).toEqual({ operationId, operationLocation: `${BASE}/v1/Messages/Operations/${operationId}` })
  })

  it('has it in one header, or nowhere, where the scenario says so; the send went out in any case', async () => {
    const header = await ask(stillSimulator({ scenario: 'header-only-id' }), '/Messages', { body: SEND })
    expect(header.body).toBeNull()
    expect(header.headers.get('operationId')).toMatch(/^comms_operation_/)
    const simulator = stillSimulator({ scenario: 'accepted-without-id' })
    const client = clientOf(simulator)
    expect(await client.sendMessages(sendTo(numbers(1)), { key: 'k' })).toEqual({
      operationId: null,
      operationLocation: null,
      resourceId: null,
      resourceLocation: null,
    })
    simulator.clock.jump(5_000)
    const [message] = (await client.listMessages({}, { pageSize: 1 })).items
    expect(message?.to[0]?.addresses[0]?.address).toBe(numbers(1)[0])
  })
})

describe('a request', () => {
  it('may choose its dialect', async () => {
    const early = await ask(stillSimulator(), '/Messages?page_size=1', {
      headers: { 'x-sim-dialect': 'early' },
    })
    expect(JSON.stringify(early.body)).toContain('"created_at"')
    const current = await ask(stillSimulator({ dialect: 'early' }), '/Messages?page_size=1', {
      headers: { 'x-sim-dialect': 'current' },
    })
    expect(JSON.stringify(current.body)).toContain('"createdAt"')
  })

  it('to the preview is answered in the mix that was seen there: new names, lower-case values', async () => {
    const simulator = stillSimulator()
    const response = await simulator.fetch(new Request(`${BASE}/preview/Messages?status=DELIVERED`))
    const text = await response.text()
    for (const words of ['"createdAt"', '"status":"delivered"', '"channel":"phone"'])
      expect(text).toContain(words)
    const client = createFullClient({
      baseUrl: BASE,
      version: 'preview',
      fetch: (request) => simulator.fetch(request),
    })
    const { items } = await client.listMessages({ status: 'DELIVERED' }, {})
    const v1 = await clientOf(simulator).listMessages({ status: 'DELIVERED' }, {})
    const inBrief = ({ id, status, from, to }: MessageMetadata) => ({ id, status, from, to })
    expect(items.map(inBrief)).toEqual(v1.items.map(inBrief))
    expect(items.length).toBeGreaterThan(0)
  })

  it('may move the clock', async () => {
    const simulator = stillSimulator()
    await ask(simulator, '/Messages', { headers: { 'x-sim-jump': '90000' } })
    expect(simulator.clock.now()).toBe(START + 90_000)
    await ask(simulator, '/Messages', { headers: { 'x-sim-jump': '-30000' } })
    expect(simulator.clock.now()).toBe(START + 60_000)
  })

  it.each([
    ['x-sim-dialect', 'klingon', "No dialect is called 'klingon'. There are: early, current."],
    ['x-sim-dialect', '', "No dialect is called ''. There are: early, current."],
    ['x-sim-jump', 'soon', "X-Sim-Jump must be a whole number of milliseconds, not 'soon'."],
    ['x-sim-jump', '1.5', "X-Sim-Jump must be a whole number of milliseconds, not '1.5'."],
    ['x-sim-fault', '418', /^No fault is called '418'. There are: 400, 401, /],
  ])('with %s: %s is refused, and nothing is done', async (name, value, message) => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const headers = { 'x-sim-jump': '5000', [name]: value }
    const { status, body } = await ask(simulator, '/Messages', { body: SEND, headers })
    expect([status, body]).toEqual([
      400,
      { code: 20422, status: 400, message: expect.stringMatching(message) },
    ])
    expect(simulator.clock.now()).toBe(START)
    simulator.clock.jump(5_000)
    expect((await clientOf(simulator).listMessages({}, {})).items).toEqual([])
  })

  it('may name its dialect in capitals', async () => {
    const { body } = await ask(stillSimulator(), '/Messages?page_size=1', {
      headers: { 'X-Sim-Dialect': 'Early' },
    })
    expect(JSON.stringify(body)).toContain('"created_at"')
  })

  it.each([
    ['GET', '/Messages/Operations/comms_operation_01k4vge2fxe3ramtcdv1zx1s9s?foo=1'],
    ['GET', '/Messages/comms_message_01k4vge32ce3ar18sy56svjjpb?foo=1'],
    ['GET', '/Messages/comms_message_01k4vge32ce3ar18sy56svjjpb?pageSize=5'],
    ['GET', '/Messages/Seek/SM00000000000000000000000000000000?foo=1'],
    ['GET', '/Senders/x?foo=1'],
    ['GET', '/SenderPools/x?foo=1'],
    ['GET', '/Emails/x?foo=1'],
    ['POST', '/Messages?foo=1'],
    ['POST', '/Senders/Search?pageSize=5&foo=1'],
    ['POST', '/Senders/Resolve?foo=1'],
    ['POST', '/SenderPools?foo=1'],
    ['DELETE', '/SenderPools/x?foo=1'],
    ['PATCH', '/Messages/x?foo=1'],
  ])('%s %s is refused for the parameter that nobody knows', async (method, path) => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const reply = await ask(simulator, path, method === 'POST' ? { body: SEND } : { method })
    expect(reply.status).toBe(400)
    expect(decodeProblems(reply.body)).toMatchObject(
      [...path.matchAll(/(\w+)=/g)].map(([, name]) => {
        return { code: 20001, message: `The parameter '${name}' is not recognized.` }
      }),
    )
  })

  it('is answered under v1 and preview, in any spelling of the path, and under no other version', async () => {
    const simulator = stillSimulator()
    const status = async (path: string) => (await simulator.fetch(new Request(BASE + path))).status
    expect(await status('/v1/messages')).toBe(200)
    expect(await status('/V1/MESSAGES')).toBe(200)
    expect(await status('/v1/Messages/')).toBe(200)
    expect(await status('/v1/Messages/Operations/?pageSize=1')).toBe(200)
    expect(await status('/v1/Messages//')).toBe(404)
    expect(await status('/preview/Messages')).toBe(200)
    expect(await status('/v2/Messages')).toBe(404)
    expect(await status('/v1/Nonsense')).toBe(404)
    expect(await status('/v1/')).toBe(404)
    expect((await ask(simulator, '/Messages', { method: 'DELETE' })).status).toBe(405)
  })
})

it('is also a list of MSW handlers', async () => {
  const { handlers } = stillSimulator()
  const response = await getResponse(handlers, new Request('https://api.example.com/v1/Messages?pageSize=1'))
  expect(response?.status).toBe(200)
  expect(await getResponse(handlers, new Request('https://api.example.com/other'))).toBeUndefined()
})

describe('the controls', () => {
  it('tell and change the scenario, the dialect, the seed and the time', async () => {
    let real = 0
    const simulator = createSimulator({ startAt: START, now: () => real })
    expect(simulator.state()).toMatchObject({
      scenario: 'calm',
      dialect: 'current',
      seed: 1,
      now: START,
      rate: 1,
    })
    expect(simulator.state().scenarios.length).toBeGreaterThan(15)
    simulator.configure({ rate: 60, jumpMs: 1_000 })
    real += 100
    expect(simulator.state().now).toBe(START + 7_000)
    simulator.configure({ scenario: 'early-v1' })
    expect(simulator.state()).toMatchObject({ scenario: 'early-v1', dialect: 'early' })
    simulator.configure({ dialect: 'current', seed: 9 })
    expect(simulator.state()).toMatchObject({ scenario: 'early-v1', dialect: 'current', seed: 9 })
  })

  it('refuse a scenario that is not there and name those that are', () => {
    // A name as it may come from a command line.
    const configure = () => stillSimulator().configure({ scenario: 'storm' as 'calm' })
    expect(configure).toThrow(/No scenario is called 'storm'. There are: calm, busy-day/)
  })

  it('start another account with another scenario, and the dialect that was chosen stays', async () => {
    const simulator = stillSimulator({ dialect: 'current' })
    const client = clientOf(simulator)
    const { operationId } = await client.sendMessages(sendTo(numbers(1)), { key: 'k' })
    simulator.configure({ scenario: 'early-v1' })
    expect(simulator.state().dialect).toBe('current')
    await expect(client.fetchOperation(operationId ?? '')).rejects.toMatchObject({ kind: 'missing' })
  })
})

it('answers like an unknown route where a scenario is without one', async () => {
  const bare = stillSimulator({ scenario: 'contract-only' })
  const client = clientOf(bare)
  const [message] = (await client.listMessages({}, { pageSize: 1 })).items
  const id = message?.id ?? ''
  await expect(client.updateTags('message', id, { a: 'b' })).rejects.toMatchObject({ status: 405 })
  await expect(client.listReceipts(id)).rejects.toMatchObject({ kind: 'not-offered' })
  const early = clientOf(stillSimulator({ scenario: 'early-v1' }))
  await expect(early.listOperations({}, { pageSize: 50 })).rejects.toMatchObject({
    kind: 'not-offered',
    status: 404,
  })
})

it('has received messages among the others, which belong to a session and to no operation', async () => {
  const client = clientOf(stillSimulator({ scenario: 'busy-day' }))
  const { items } = await client.listMessages({ status: 'INBOUND' }, {})
  expect(items.length).toBeGreaterThan(5)
  for (const { status, related, from } of items) {
    expect(status).toBe('INBOUND')
    expect(related.map(({ kind }) => kind)).toEqual(['session'])
    expect(from?.address).toMatch(/^\+/)
  }
  const message = await client.fetchMessage(items[0]?.id ?? '')
  expect(message.content?.text).toBeTruthy()
  expect(message.attempts).toEqual([])
  const operations = await client.listOperations({}, { pageSize: 1000 })
  expect(operations.items.every(({ stats }) => (stats.total ?? 0) + (stats.unaddressable ?? 0) > 0)).toBe(
    true,
  )
})

it('has group messages among the others, one to several people, each with a receipt', async () => {
  const simulator = stillSimulator({ scenario: 'busy-day' })
  const client = clientOf(simulator)
  const { items } = await client.listMessages({ status: 'GROUP' }, { pageSize: 1000 })
  expect(items.length).toBeGreaterThan(3)
  for (const { to, related } of items) {
    expect(to.length).toBeGreaterThan(2)
    expect(related.map(({ kind }) => kind)).toEqual(['session'])
  }
  const [newest] = items
  const third = newest?.to[2]?.addresses[0]?.address ?? ''
  expect((await client.searchMessages({ address: third })).items.map(({ id }) => id)).toContain(newest?.id)
  const receipts = await client.listReceipts(newest?.id ?? '')
  expect(receipts.items.map(({ to }) => to)).toEqual(newest?.to.flatMap(({ addresses }) => addresses))
  const statuses = new Set(receipts.items.map(({ status }) => status))
  expect(statuses).not.toContain('GROUP')
  const { attempts, status } = await client.fetchMessage(newest?.id ?? '')
  expect(status).toBe('GROUP')
  expect(attempts.map(({ to }) => to.length)).toEqual([newest?.to.length])
  // No operation has them, so none of the ledgers counts them.
  const operations = await client.listOperations({}, { pageSize: 1000 })
  const other = await client.listMessages({}, { pageSize: 1000 })
  const operationIds = new Set(operations.items.map(({ id }) => id))
  for (const { related, status: theirs } of other.items)
    if (theirs !== 'GROUP' && theirs !== 'INBOUND')
      expect(operationIds).toContain(related.find(({ kind }) => kind === 'operation')?.id)
})

it('pages through the receipts of a group, and refuses what is wrong with the query', async () => {
  const simulator = stillSimulator({ scenario: 'busy-day' })
  const client = clientOf(simulator)
  const [group] = (await client.listMessages({ status: 'GROUP' }, { pageSize: 1 })).items
  const id = group?.id ?? ''
  const { items: all, nextToken: end } = await client.listReceipts(id)
  expect([all.length, end]).toEqual([group?.to.length, null])
  const found: Receipt[] = []
  let page = await client.listReceipts(id, { pageSize: 2 })
  for (found.push(...page.items); page.nextToken; found.push(...page.items)) {
    expect(page.items).toHaveLength(2)
    page = await client.listReceipts(id, { pageSize: 2, pageToken: page.nextToken })
  }
  expect(found).toEqual(all)
  const refused = await ask(simulator, `/Messages/${id}/Receipts?pageSize=0&foo=1&page_token=x`)
  expect(refused.status).toBe(400)
  expect(decodeProblems(refused.body).map(({ code }) => code)).toEqual([20422, 20001, 20422])
})

it('answers every request with JSON in the shape of the API, whatever is asked', async () => {
  const simulator = stillSimulator()
  const word = fc.constantFrom(
    'Messages',
    'Operations',
    'Seek',
    'Senders',
    'SenderPools',
    'Emails',
    'Errors',
    'Search',
  )
  const segment = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.webSegment() })
  const name = fc.oneof(
    fc.constantFrom('pageToken', 'page_size', 'status', 'tags', 'start_date', 'channel'),
    fc.string(),
  )
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT'),
    path: fc.array(segment, { minLength: 1, maxLength: 4 }),
    query: fc.array(fc.tuple(name, fc.string()), { maxLength: 3 }),
    body: fc.oneof(fc.json(), fc.string()),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, body }) => {
      const url = `${BASE}/v1/${path.join('/')}?${new URLSearchParams(query)}`
      const init = method === 'GET' ? { method } : { method, body }
      const response = await simulator.fetch(new Request(url, init))
      const text = await response.text()
      if (response.status < 400) return
      expect([400, 404, 405]).toContain(response.status)
      expect(decodeProblems(JSON.parse(text)).length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)
