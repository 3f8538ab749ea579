import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '#/comms/dialect'
import type { Json, MessageSearch } from '#/comms/resources'
import { decodeProblems } from '#/comms/wire'
import { allMessages, ask, clientOf, numbers, sendTo, START, stillSimulator } from './fixtures'

const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'

/** Code and place of everything that is wrong with a search; nothing when it is answered. */
async function problemsOf(body: Json, dialect: Dialect = 'current', query = '') {
  const headers = { 'x-sim-dialect': dialect }
  const reply = await ask(stillSimulator(), `/Messages/Search${query}`, { body, headers })
  if (reply.status === 200) return []
  expect(reply.status).toBe(400)
  return decodeProblems(reply.body).map(({ code, context }) => [code, context])
}

describe('a search', () => {
  it.each<[what: string, body: Json, expected: Array<[number, string]>]>([
    ['that is no object', [], [[20422, '$']]],
    ['by an unknown status', { status: 'LOST' }, [[20422, '$.status']]],
    ['by an unknown channel', { channel: 'phonee' }, [[20422, '$.channel']]],
    [
      'by something that is no text',
      { status: 5, address: {} },
      [
        [20422, '$.status'],
        [20422, '$.address'],
      ],
    ],
    ['by no address', { address: '' }, [[20422, '$.address']]],
    ['by an operation that is none', { operation_id: 'x' }, [[20422, '$.operation_id']]],
    [
      'by a session and a profile that are none',
      { sessionId: 'x', profile: 'y' },
      [
        [20422, '$.sessionId'],
        [20422, '$.profile'],
      ],
    ],
    ['from no date', { startDate: 'yesterday' }, [[20422, '$.startDate']]],
    [
      'that ends before it starts',
      { start_date: '2026-11-20T00:00:00Z', end_date: '2026-11-19T00:00:00Z' },
      [[20422, '$.end_date']],
    ],
    ['by tags that are none', { tags: { 'a b': 'c' } }, [[20422, '$.tags["a b"]']]],
    ['by tags in the form of the list', { tags: 'desk:4;' }, [[20422, '$.tags']]],
    ['by what it does not know', { phone: '+12065551337' }, [[20001, '$.phone']]],
    ['with its paging in the body', { pageSize: 5 }, [[20001, '$.pageSize']]],
    ['by nothing', {}, []],
    ['by nothing in many words', { status: null, tags: null, address: null }, []],
    ['in the other spelling', { operation_id: OPERATION, status: 'delivered', channel: 'sms' }, []],
  ])('%s', async (_, body, expected) => {
    expect(await problemsOf(body)).toEqual(expected)
    expect((await problemsOf(body, 'early')).length).toBe(expected.length)
  })

  it('is told everything that is wrong with it and its paging at once', async () => {
    expect(await problemsOf({ channel: 'x', tags: [] }, 'current', '?page_size=0&status=SENT')).toEqual([
      [20422, '$.tags'],
      [20422, '$.channel'],
      [20422, null],
      [20001, null],
    ])
  })

  it('of any shape is answered or refused with places, never anything else', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.constantFrom('SENT', 'sms', '2026-11-20', OPERATION),
    )
    const key = fc.oneof(
      fc.constantFrom('status', 'channel', 'tags', 'address', 'startDate', 'end_date'),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.dictionary(key, value)), async (body) => {
        // A value that fast-check calls JSON is JSON.
        const reply = await ask(simulator, '/Messages/Search', { body: body as Json })
        expect([200, 400]).toContain(reply.status)
        if (reply.status === 200) return
        for (const { context } of decodeProblems(reply.body)) expect(context).toMatch(/^\$/)
      }),
      { numRuns: 200 },
    )
  })

  it('finds what the list finds by the same filters', async () => {
    const simulator = stillSimulator({ scenario: 'busy-day' })
    const client = clientOf(simulator)
    const { items } = await client.listMessages({}, { pageSize: 1000 })
    const sample = items.find(({ status, tags }) => status === 'UNDELIVERED' && tags['campaign'])
    if (!sample) throw new Error('the busy day has no undelivered campaign message among its newest thousand')
    const idOf = (kind: string) => sample.related.find((one) => one.kind === kind)?.id ?? ''
    const campaign = sample.tags['campaign'] ?? ''
    const searches: MessageSearch[] = [
      {},
      { status: 'UNDELIVERED' },
      { operationId: idOf('operation'), tags: { campaign } },
      { sessionId: idOf('session') },
      { channel: 'WHATSAPP' },
      {
        startDate: new Date(START - 5 * 3_600_000).toISOString(),
        endDate: new Date(START - 4 * 3_600_000).toISOString(),
      },
    ]
    for (const dialect of ['early', 'current'] as const) {
      const spoken = clientOf(simulator, dialect)
      for (const search of searches) {
        const listed = await spoken.listMessages(search, { pageSize: 40 })
        expect(listed.items.length).toBeGreaterThan(0)
        const { items: found, nextToken } = await spoken.searchMessages(search, { pageSize: 40 })
        expect(found.map(({ id }) => id)).toEqual(listed.items.map(({ id }) => id))
        expect(nextToken).toBe(listed.nextToken)
      }
    }
  })

  it('finds all that was sent to one address or came from it, page by page', async () => {
    const simulator = stillSimulator({ scenario: 'busy-day' })
    const client = clientOf(simulator)
    const [address = ''] = numbers(1)
    for (let n = 0; n < 5; n += 1) {
      await client.sendMessages(sendTo(numbers(n + 1)), { key: 'k' })
      simulator.clock.jump(2_000)
    }
    const wanted = (await allMessages(client, { startDate: new Date(START).toISOString() }))
      .filter(({ to }) => to[0]?.addresses[0]?.address === address)
      .map(({ id }) => id)
    expect(wanted).toHaveLength(5)
    const found: string[] = []
    let pageToken: string | undefined
    do {
      const page = await client.searchMessages({ address }, { pageSize: 2, ...(pageToken && { pageToken }) })
      found.push(...page.items.map(({ id }) => id))
      pageToken = page.nextToken ?? undefined
    } while (pageToken)
    expect(found).toEqual(wanted)

    const [received] = (await client.listMessages({ status: 'INBOUND' }, { pageSize: 1 })).items
    const byWriter = await client.searchMessages({ address: received?.from?.address ?? '' })
    expect(byWriter.items.map(({ id }) => id)).toContain(received?.id)
    expect((await client.searchMessages({ address: '+19999999999' })).items).toEqual([])
  })

  it('finds a person by any of the addresses to try', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const client = clientOf(simulator)
    const addresses = [
      { address: '+12065551111', channel: 'WHATSAPP' as const },
      { address: '+12065552222', channel: 'PHONE' as const },
    ]
    await client.sendMessages(
      { ...sendTo([]), to: [{ addresses, profileId: null, memoryStoreId: null }] },
      { key: 'k' },
    )
    simulator.clock.jump(60_000)
    for (const { address } of addresses) {
      expect((await client.searchMessages({ address })).items).toHaveLength(1)
    }
  })
})

it('finds everybody of a group', async () => {
  const client = clientOf(stillSimulator({ scenario: 'busy-day' }))
  const [group] = (await client.listMessages({ status: 'GROUP' }, { pageSize: 1 })).items
  const people = group?.to.flatMap(({ addresses }) => addresses.map(({ address }) => address)) ?? []
  expect(people.length).toBeGreaterThan(1)
  for (const address of people) {
    const { items } = await client.searchMessages({ address, status: 'GROUP' })
    expect(items.map(({ id }) => id)).toContain(group?.id)
  }
})

it('is missing where only published routes are, and there in early v1', async () => {
  const contractOnly = clientOf(stillSimulator({ scenario: 'contract-only' }))
  await expect(contractOnly.searchMessages({})).rejects.toMatchObject({ kind: 'not-offered' })
  expect(contractOnly.capabilities.state('searchMessages')).toBe('not-offered')
  const early = clientOf(stillSimulator({ scenario: 'early-v1' }))
  expect((await early.searchMessages({ status: 'DELIVERED' })).items.length).toBeGreaterThan(0)
  expect(early.capabilities.state('searchMessages')).toBe('offered')
})
