import { describe, expect, it } from 'vitest'
import { makeId } from '#/comms/ids'
import type { SenderPoolDraft } from '#/comms/resources'
import type { Deed } from './deeds'
import { ask, clientOf, numbers, sendTo, START, stillSimulator } from './fixtures'
import type { Simulator, SimulatorOptions } from './simulator'

const UNKNOWN = makeId('sender', START, 1n)

/** A simulator, its client, and the ids of its active senders by channel. */
async function setUp(options: SimulatorOptions = {}) {
  const simulator = stillSimulator(options)
  const client = clientOf(simulator)
  const { items } = await client.listSenders({}, {})
  const idOf = (channel: string, status = 'ACTIVATED') =>
    items.find((sender) => sender.channel === channel && sender.status === status)?.id ?? ''
  return { simulator, client, sms: idOf('SMS'), rcs: idOf('RCS'), off: idOf('SMS', 'DEACTIVATED') }
}

type Client = ReturnType<typeof clientOf>

async function start(client: Client, draft: SenderPoolDraft) {
  const { operationId } = await client.createSenderPool(draft)
  return operationId ?? ''
}

/** A pool whose making is over. */
async function made(simulator: Simulator, client: Client, draft: SenderPoolDraft) {
  const operationId = await start(client, draft)
  simulator.clock.jump(60_000)
  const [pool] = (await client.listSenderPools({ operationId }, {})).items
  if (!pool) throw new Error('the pool was not made')
  return pool
}

const membersOf = async (client: Client, id: string) =>
  (await client.listPoolMembers(id)).items.map((member) => member.id)

describe('a pool is made by an operation', () => {
  it('that goes on for a while, and is there when the operation has made it', async () => {
    const { simulator, client, sms, rcs } = await setUp()
    const ids = [rcs, UNKNOWN, sms, ...Array.from({ length: 3997 }, () => UNKNOWN)]
    const operationId = await start(client, { name: 'Desk', tags: { desk: '4' }, senderIds: ids })
    const seen = async () => {
      const { status, stats } = await client.fetchPoolOperation(operationId)
      const { items } = await client.listSenderPools({ operationId }, {})
      return { status, stats, pools: items.length }
    }
    expect(await seen()).toEqual({
      status: 'PROCESSING',
      stats: { total: 4000, queued: 4000, created: 0, failed: 0 },
      pools: 0,
    })
    simulator.clock.jump(1_500)
    const half = await seen()
    expect(half).toMatchObject({ status: 'PROCESSING', stats: { created: 2 }, pools: 1 })
    const { total, queued, created, failed } = half.stats
    expect((queued ?? 0) + (created ?? 0) + (failed ?? 0)).toBe(total)
    expect(queued).toBeGreaterThan(0)
    expect(failed).toBeGreaterThan(0)
    simulator.clock.jump(60_000)
    expect(await seen()).toEqual({
      status: 'COMPLETED',
      stats: { total: 4000, queued: 0, created: 2, failed: 3998 },
      pools: 1,
    })
    const [pool] = (await client.listSenderPools({ operationId }, {})).items
    expect(pool).toMatchObject({ name: 'Desk', tags: { desk: '4' } })
    expect((await membersOf(client, pool?.id ?? '')).toSorted()).toEqual([rcs, sms].toSorted())
  })

  it('whose senders join one after the other', async () => {
    const { simulator, client, sms, rcs } = await setUp()
    const late = [sms, ...Array.from({ length: 998 }, () => UNKNOWN), rcs]
    const operationId = await start(client, { senderIds: late })
    const sizes: number[] = []
    for (let ms = 0; ms <= 2_000; ms += 50) {
      const [pool] = (await client.listSenderPools({ operationId }, {})).items
      sizes.push(pool ? (await membersOf(client, pool.id)).length : 0)
      simulator.clock.jump(50)
    }
    expect([...new Set(sizes)]).toEqual([0, 1, 2])
  })

  it('that is of no use to messages, nor theirs to pools', async () => {
    const { client } = await setUp()
    const operationId = await start(client, {})
    await expect(client.fetchOperation(operationId)).rejects.toMatchObject({ status: 404 })
    await expect(client.cancelOperation(operationId)).rejects.toMatchObject({ status: 404 })
    expect((await client.listMessages({ operationId }, {})).items).toEqual([])
    const [messages] = (await client.listOperations({}, { pageSize: 1 })).items
    await expect(client.fetchPoolOperation(messages?.id ?? '')).rejects.toMatchObject({ status: 404 })
    expect((await client.fetchPoolOperation(operationId)).id).toBe(operationId)
  })

  it('that is forgotten after seven days, unlike the pool', async () => {
    const { simulator, client } = await setUp({ scenario: 'empty' })
    const pool = await made(simulator, client, { name: 'Desk' })
    simulator.clock.jump(7 * 86_400_000)
    expect((await client.listPoolOperations({}, {})).items).toEqual([])
    expect(await client.fetchSenderPool(pool.id)).toEqual(pool)
  })

  it.each([
    ['accepted-without-id', null],
    ['header-only-id', 'operationid'],
  ] as const)('of which the answer tells as much as the scenario says: %s', async (scenario, header) => {
    const reply = await ask(stillSimulator({ scenario }), '/SenderPools', { body: {} })
    expect([reply.status, reply.body]).toEqual([202, null])
    const names = [...reply.headers.keys()].filter((name) => name.includes('operation'))
    expect(names).toEqual(header ? [header] : [])
  })
})

describe('a pool is changed', () => {
  it('in name, tags, or both, at once', async () => {
    const { simulator, client } = await setUp()
    const pool = await made(simulator, client, { name: 'Desk', tags: { desk: '4' } })
    expect(await client.editSenderPool(pool.id, { name: 'Night' })).toMatchObject({
      resourceId: pool.id,
      resourceLocation: `https://comms.twilio.com/v1/SenderPools/${pool.id}`,
    })
    const renamed = await client.fetchSenderPool(pool.id)
    expect(renamed).toMatchObject({ name: 'Night', tags: { desk: '4' }, createdAt: pool.createdAt })
    expect(renamed.updatedAt).not.toBe(pool.updatedAt)
    await client.editSenderPool(pool.id, { tags: {} })
    expect(await client.fetchSenderPool(pool.id)).toMatchObject({ name: 'Night', tags: {} })
  })

  it('by senders that join and leave', async () => {
    const { simulator, client, sms, rcs, off } = await setUp()
    const pool = await made(simulator, client, { senderIds: [sms] })
    const { operationId } = await client.addPoolSenders(pool.id, [rcs, sms, off, UNKNOWN])
    expect(await membersOf(client, pool.id)).toEqual([sms])
    simulator.clock.jump(1_000)
    expect((await membersOf(client, pool.id)).toSorted()).toEqual([sms, rcs, off].toSorted())
    expect(await client.fetchPoolOperation(operationId ?? '')).toMatchObject({
      status: 'COMPLETED',
      stats: { total: 4, queued: 0, created: 3, failed: 1 },
    })
    expect((await client.listSenderPools({ operationId: operationId ?? '' }, {})).items).toHaveLength(1)
    expect((await client.removePoolSender(pool.id, sms)).resourceId).toBe(sms)
    expect(await membersOf(client, pool.id)).not.toContain(sms)
    await expect(client.removePoolSender(pool.id, sms)).rejects.toMatchObject({ status: 404 })
    expect((await client.fetchSender(sms)).id).toBe(sms)
  })

  it('also one that the account began with', async () => {
    const { client } = await setUp()
    const [pool] = (await client.listSenderPools({}, {})).items
    await client.editSenderPool(pool?.id ?? '', { name: 'Other' })
    expect((await client.fetchSenderPool(pool?.id ?? '')).name).toBe('Other')
    await client.deleteSenderPool(pool?.id ?? '')
    expect((await client.listSenderPools({}, {})).items).toHaveLength(1)
  })

  it('not where there is none', async () => {
    const { client, sms } = await setUp()
    const id = makeId('senderpool', START, 1n)
    for (const write of [
      client.editSenderPool(id, { name: 'x' }),
      client.deleteSenderPool(id),
      client.addPoolSenders(id, [sms]),
      client.removePoolSender(id, sms),
    ]) {
      await expect(write).rejects.toMatchObject({ kind: 'missing', status: 404 })
    }
  })
})

describe('a pool that is deleted', () => {
  it('is gone, and so is everything under it', async () => {
    const { simulator, client, sms } = await setUp()
    const pool = await made(simulator, client, { senderIds: [sms] })
    expect((await client.deleteSenderPool(pool.id)).resourceId).toBe(pool.id)
    for (const read of [
      client.fetchSenderPool(pool.id),
      client.listPoolMembers(pool.id),
      client.deleteSenderPool(pool.id),
    ]) {
      await expect(read).rejects.toMatchObject({ status: 404 })
    }
    const send = client.sendMessages(sendTo(numbers(1), { from: { senderPoolId: pool.id } }), { key: 'k' })
    await expect(send).rejects.toMatchObject({ problems: [{ code: 21212, context: '$.from.senderPoolId' }] })
  })

  it('takes what was still being added with it', async () => {
    const { simulator, client, sms } = await setUp()
    const pool = await made(simulator, client, {})
    const ids = [sms, ...Array.from({ length: 999 }, () => UNKNOWN)]
    const operationId = (await client.addPoolSenders(pool.id, ids)).operationId ?? ''
    while ((await membersOf(client, pool.id)).length === 0) simulator.clock.jump(50)
    await client.deleteSenderPool(pool.id)
    const canceled = await client.fetchPoolOperation(operationId)
    expect(canceled).toMatchObject({
      status: 'CANCELED',
      stats: { total: 1000, queued: 0, created: 1, failed: 999 },
    })
    simulator.clock.jump(60_000)
    expect(await client.fetchPoolOperation(operationId)).toEqual(canceled)
  })

  it('is not, while messages are to be sent through it', async () => {
    const { simulator, client, sms } = await setUp()
    const pool = await made(simulator, client, { senderIds: [sms] })
    const operationId =
      (await client.sendMessages(sendTo(numbers(50), { from: { senderPoolId: pool.id } }), { key: 'k' }))
        .operationId ?? ''
    const sendAt = new Date(simulator.clock.now() + 7_200_000).toISOString()
    const scheduled = await ask(simulator, '/Messages', {
      body: {
        to: numbers(1).map((address) => ({ address, channel: 'PHONE' })),
        content: { text: 'Later' },
        from: { senderPoolId: pool.id },
        schedule: { sendAt: [sendAt] },
      },
    })
    expect(scheduled.status).toBe(202)
    const refused = { kind: 'conflict', status: 409, problems: [{ code: 20409 }], mayHaveBeenDone: false }
    await expect(client.deleteSenderPool(pool.id)).rejects.toMatchObject(refused)
    simulator.clock.jump(3_600_000)
    expect((await client.fetchOperation(operationId)).status).toBe('COMPLETED')
    await expect(client.deleteSenderPool(pool.id)).rejects.toMatchObject(refused)
    simulator.clock.jump(2 * 3_600_000)
    expect((await client.deleteSenderPool(pool.id)).resourceId).toBe(pool.id)
  })
})

describe('a send through a changed pool', () => {
  it('has the members of its own moment', async () => {
    const { simulator, client, sms, rcs } = await setUp()
    const pool = await made(simulator, client, { senderIds: [sms] })
    const channelsOf = async (operationId: string) => {
      const { items } = await client.listMessages({ operationId }, {})
      return new Set(items.map(({ from }) => from?.channel))
    }
    const send = async () => {
      const request = sendTo(numbers(20), { from: { senderPoolId: pool.id } })
      return (await client.sendMessages(request, { key: 'k' })).operationId ?? ''
    }
    const before = await send()
    await client.addPoolSenders(pool.id, [rcs])
    simulator.clock.jump(1_000)
    await client.removePoolSender(pool.id, sms)
    const after = await send()
    simulator.clock.jump(60_000)
    expect(await channelsOf(before)).toEqual(new Set(['SMS']))
    expect(await channelsOf(after)).toEqual(new Set(['RCS']))
  })

  it('without a sender in use reaches nobody', async () => {
    const { simulator, client, off } = await setUp()
    const pool = await made(simulator, client, { senderIds: [off] })
    const request = sendTo(numbers(3), { from: { senderPoolId: pool.id } })
    const { operationId } = await client.sendMessages(request, { key: 'k' })
    simulator.clock.jump(60_000)
    expect((await client.fetchOperation(operationId ?? '')).stats).toMatchObject({
      recipients: 3,
      unaddressable: 3,
      total: 0,
    })
  })

  it('is foreseen by the dry run', async () => {
    const { simulator, client, sms, rcs, off } = await setUp()
    const pool = await made(simulator, client, { senderIds: [sms, off, rcs] })
    const routes = await client.resolveSenders([{ address: '+12065551337', channel: 'PHONE' }], {
      senderPoolId: pool.id,
    })
    expect(routes.map(({ from }) => from.senderId)).toEqual([sms, rcs])
  })
})

describe('the lists', () => {
  it('show every pool and operation once, newest first, however many come between the pages', async () => {
    const { simulator, client } = await setUp({ scenario: 'empty' })
    const operations: string[] = []
    for (let n = 0; n < 7; n += 1) {
      operations.push(await start(client, { name: `Pool ${n}` }))
      simulator.clock.jump(n % 2)
    }
    simulator.clock.jump(5_000)
    const pages = async (
      list: (token?: string) => Promise<{ items: Array<{ id: string }>; nextToken: string | null }>,
    ) => {
      const ids: string[] = []
      let token: string | undefined
      do {
        const page = await list(token)
        ids.push(...page.items.map(({ id }) => id))
        token = page.nextToken ?? undefined
        await start(client, {})
        simulator.clock.jump(2_000)
      } while (token)
      return ids
    }
    const paging = (pageToken?: string) => ({ pageSize: 3, ...(pageToken && { pageToken }) })
    const seen = await pages((token) => client.listPoolOperations({}, paging(token)))
    expect(seen).toEqual(operations.toSorted().toReversed())
    const pools = await pages((token) => client.listSenderPools({}, paging(token)))
    expect(pools).toHaveLength(2 + 7 + 3)
    expect(pools).toEqual([...new Set(pools)].toSorted().toReversed())
  })

  it('filter operations by status and dates, and refuse what they do not know', async () => {
    const { simulator, client } = await setUp()
    const first = await start(client, {})
    simulator.clock.jump(3_600_000)
    const second = await start(client, {})
    const ids = async (filter: Parameters<Client['listPoolOperations']>[0]) =>
      (await client.listPoolOperations(filter, {})).items.map(({ id }) => id)
    expect(await ids({ status: 'PROCESSING' })).toEqual([second])
    expect(await ids({ status: 'COMPLETED' })).toEqual([first])
    const between = new Date(START + 60_000).toISOString()
    expect(await ids({ startDate: between })).toEqual([second])
    expect(await ids({ endDate: between })).toEqual([first])
    for (const query of ['status=SCHEDULED', 'channel=SMS', 'pageSize=0']) {
      expect((await ask(simulator, `/SenderPools/Operations?${query}`)).status).toBe(400)
    }
  })
})

it('is replayed from its deeds, byte for byte', async () => {
  const deeds: Deed[] = []
  const options: SimulatorOptions = { seed: 7, onDeed: (deed) => deeds.push(structuredClone(deed)) }
  const { simulator, client, sms, rcs } = await setUp(options)
  const kept = await made(simulator, client, { name: 'Kept', senderIds: [sms, UNKNOWN] })
  const gone = await made(simulator, client, { name: 'Gone' })
  await client.editSenderPool(kept.id, { tags: { desk: '4' } })
  await client.addPoolSenders(kept.id, [rcs])
  await client.removePoolSender(kept.id, sms)
  await client.deleteSenderPool(gone.id)
  await start(client, { senderIds: Array.from({ length: 5_000 }, () => sms) })
  const bytesOf = (from: Simulator) =>
    Promise.all(
      [
        '/SenderPools',
        '/SenderPools/Operations',
        `/SenderPools/${kept.id}`,
        `/SenderPools/${kept.id}/Senders`,
      ].map(async (path) => (await ask(from, path)).body),
    )
  const again = stillSimulator({ deeds, startAt: simulator.clock.now() })
  for (const ms of [0, 700, 60_000, -61_000]) {
    simulator.clock.jump(ms)
    again.clock.jump(ms)
    expect(await bytesOf(again)).toEqual(await bytesOf(simulator))
  }
  const next = await start(clientOf(again), {})
  expect((await client.listPoolOperations({}, {})).items.map(({ id }) => id)).not.toContain(next)
})
