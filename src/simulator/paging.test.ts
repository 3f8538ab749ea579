import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOfId } from '#/comms/ids'
import { allMessages, ask, clientOf, numbers, sendTo, stillSimulator } from './fixtures'
import { decodeToken, encodeToken } from './paging'

it('loses and doubles no message that was there throughout, however rows arrive between the pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(500),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 3, max: 37 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1500 })), { maxLength: 8 }),
      async (seed, sizes, pageSize, arrivals) => {
        const simulator = stillSimulator({ seed, scenario: 'empty' })
        const client = clientOf(simulator)
        for (const size of sizes) {
          await client.sendMessages(sendTo(numbers(size)), { key: 'k' })
          simulator.clock.jump(seed % 3)
        }
        simulator.clock.jump(3_000)
        const before = (await allMessages(client, {})).map(({ id }) => id)
        expect(before).toHaveLength(sizes.reduce((sum, size) => sum + size, 0))

        const seen: string[] = []
        let pageToken: string | null = null
        let page = 0
        do {
          const [size, wait] = arrivals[page] ?? [0, 0]
          if (size > 0) await client.sendMessages(sendTo(numbers(size)), { key: 'k' })
          simulator.clock.jump(wait)
          const answer = await client.listMessages({}, { pageSize, ...(pageToken ? { pageToken } : {}) })
          seen.push(...answer.items.map(({ id }) => id))
          pageToken = answer.nextToken
          page += 1
        } while (pageToken)

        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => before.includes(id))).toEqual(before)
      },
    ),
    { numRuns: 20 },
  )
}, 60_000)

it('lists newest first, in the order of the ids, over sends that overlap', async () => {
  const simulator = stillSimulator({ scenario: 'busy-day' })
  const client = clientOf(simulator)
  for (let n = 0; n < 5; n += 1) {
    await client.sendMessages(sendTo(numbers(200)), { key: 'k' })
    simulator.clock.jump(11)
  }
  simulator.clock.jump(4_000)
  const { items } = await client.listMessages({}, { pageSize: 1000 })
  const ids = items.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted().toReversed())
  const times = ids.map((id) => timeOfId(id) ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  const operations = (await client.listOperations({}, { pageSize: 1000 })).items.map(({ id }) => id)
  expect(operations).toEqual(operations.toSorted().toReversed())
})

it('pages through operations without gaps or doubles', async () => {
  const client = clientOf(stillSimulator({ scenario: 'busy-day' }))
  const whole = (await client.listOperations({}, { pageSize: 1000 })).items.map(({ id }) => id)
  expect(whole.length).toBeGreaterThan(300)
  const paged: string[] = []
  let pageToken: string | null = null
  do {
    const page = await client.listOperations({}, { pageSize: 7, ...(pageToken ? { pageToken } : {}) })
    paged.push(...page.items.map(({ id }) => id))
    pageToken = page.nextToken
  } while (pageToken)
  expect(paged).toEqual(whole)
})

it('ends with null, also where the last page is full', async () => {
  const simulator = stillSimulator({ scenario: 'empty' })
  const client = clientOf(simulator)
  await client.sendMessages(sendTo(numbers(4)), { key: 'k' })
  simulator.clock.jump(2_000)
  const { body } = await ask(simulator, '/Messages?pageSize=4')
  expect(body).toMatchObject({ pagination: { next: null } })
})

it('repeats the token of a page in self: as it came now, inside a relative address in the early dialect', async () => {
  const simulator = stillSimulator()
  const headers = { 'x-sim-dialect': 'early' }
  const first = await ask(simulator, '/Messages?page_size=2', { headers })
  const { next } = pagination(first.body)
  expect(pagination(first.body).self).toBe('/Messages?page_size=2')
  const second = await ask(simulator, `/Messages?page_size=2&page_token=${encodeURIComponent(next)}`, {
    headers,
  })
  expect(pagination(second.body).self).toBe(`/Messages?page_size=2&page_token=${encodeURIComponent(next)}`)
  const current = await ask(simulator, `/Messages?pageSize=2&pageToken=${encodeURIComponent(next)}`)
  expect(pagination(current.body).self).toBe(next)
})

function pagination(body: unknown): { next: string; self: string } {
  // The tests above have asked for a list.
  return (body as { pagination: { next: string; self: string } }).pagination
}

describe('tokens', () => {
  it('are read back', () => {
    const id = 'comms_message_01k4vge32ce3ar18sy56svjjpb'
    expect(decodeToken(encodeToken({ id, givenAt: null }), 'message')).toEqual({ id, givenAt: null })
    expect(decodeToken(encodeToken({ id, givenAt: 5 }), 'message')).toEqual({ id, givenAt: 5 })
  })

  it('are refused when they are not tokens of this list, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(btoa8)), (token) => {
        expect(decodeToken(token, 'message')).toBeNull()
      }),
    )
    const operation = encodeToken({ id: 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s', givenAt: null })
    expect(decodeToken(operation, 'message')).toBeNull()
    const long = encodeToken({ id: `comms_message_0${'a'.repeat(30)}`, givenAt: null })
    expect(decodeToken(long, 'message')).toBeNull()
  })

  it('answer 400 when they are not one', async () => {
    const { status, body } = await ask(stillSimulator(), '/Messages?pageToken=bogus')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ message: "The value 'bogus' is not valid for the field 'pageToken'." }],
    })
  })

  it('expire where the scenario says so', async () => {
    const simulator = stillSimulator({ scenario: 'expired-tokens' })
    const { nextToken } = await clientOf(simulator).listMessages({}, { pageSize: 2 })
    const path = `/Messages?pageToken=${encodeURIComponent(nextToken ?? '')}`
    simulator.clock.jump(19_000)
    expect((await ask(simulator, path)).status).toBe(200)
    simulator.clock.jump(2_000)
    expect((await ask(simulator, path)).status).toBe(400)
  })
})

function btoa8(text: string): string {
  return Buffer.from(text).toString('base64')
}

it('forgets after seven days', async () => {
  const simulator = stillSimulator({ scenario: 'empty' })
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo(numbers(3)), { key: 'k' })
  simulator.clock.jump(7 * 86_400_000 - 1_000)
  const kept = await client.listMessages({}, {})
  expect(kept.items).toHaveLength(3)
  simulator.clock.jump(2_000)
  expect((await client.listMessages({}, {})).items).toEqual([])
  expect((await client.listOperations({}, {})).items).toEqual([])
  await expect(client.fetchOperation(operationId ?? '')).rejects.toMatchObject({ kind: 'missing' })
  await expect(client.fetchMessage(kept.items[0]?.id ?? '')).rejects.toMatchObject({ kind: 'missing' })
})
