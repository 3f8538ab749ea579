import { expect, it } from 'vitest'
import type { Deed } from './deeds'
import { ask, clientOf, numbers, sendTo, START, stillSimulator } from './fixtures'
import type { Simulator } from './simulator'

/** A simulator and what must be kept of it, as somebody would who writes it down. */
function keptSimulator(): { simulator: Simulator; deeds: Deed[] } {
  const deeds: Deed[] = []
  const onDeed = (deed: Deed) => {
    if (deed.type === 'started') deeds.length = 0
    deeds.push(structuredClone(deed))
  }
  return { simulator: stillSimulator({ scenario: 'busy-day', seed: 7, onDeed }), deeds }
}

/** Everything that can be read of sends and messages. */
async function bytesOf(simulator: Simulator) {
  const paths = ['/Messages/Operations?pageSize=1000', '/Messages?pageSize=1000']
  return Promise.all(paths.map(async (path) => (await ask(simulator, path)).body))
}

it('goes on from its deeds as if it had never stopped', async () => {
  const { simulator, deeds } = keptSimulator()
  const client = clientOf(simulator)
  const [older] = (await client.listOperations({}, { pageSize: 1 })).items
  simulator.clock.jump(60_000)
  const plain = sendTo(numbers(300), { tags: { desk: '4' } })
  const chat = {
    addresses: [{ address: '+12065559999', channel: 'WHATSAPP' as const }],
    profileId: null,
    memoryStoreId: null,
  }
  const { operationId } = await client.sendMessages({ ...plain, to: [chat, ...plain.to] }, { key: 'k' })
  simulator.clock.jump(2_000)
  const [message] = (await client.listMessages({ operationId: operationId ?? '' }, {})).items
  await client.updateTags('message', message?.id ?? '', { ticket: 'T-1' })
  await client.updateTags('operation', older?.id ?? '', { campaign: 'autumn' })
  await client.cancelOperation(operationId ?? '')
  await client.sendMessages(sendTo(numbers(2)), { key: 'l' })

  const again = stillSimulator({ deeds, startAt: simulator.clock.now() })
  for (const ms of [0, 30_000, 3_600_000]) {
    simulator.clock.jump(ms)
    again.clock.jump(ms)
    expect(await bytesOf(again)).toEqual(await bytesOf(simulator))
  }
  expect(again.state()).toEqual(simulator.state())
  expect((await clientOf(again).fetchOperation(operationId ?? '')).status).toBe('CANCELED')
})

it('counts on from the sends it was given, so that no id comes twice', async () => {
  const { simulator, deeds } = keptSimulator()
  const first = await clientOf(simulator).sendMessages(sendTo(numbers(1)), { key: 'k' })
  const again = stillSimulator({ deeds, startAt: START })
  const second = await clientOf(again).sendMessages(sendTo(numbers(1)), { key: 'l' })
  expect(second.operationId).not.toBe(first.operationId)
})

it('begins its deeds anew with another account', async () => {
  const { simulator, deeds } = keptSimulator()
  await clientOf(simulator).sendMessages(sendTo(numbers(1)), { key: 'k' })
  simulator.configure({ scenario: 'carrier-outage' })
  expect(deeds).toEqual([{ type: 'started', scenario: 'carrier-outage', seed: 7, at: START }])
  simulator.configure({ seed: 8 })
  const again = stillSimulator({ deeds, startAt: START })
  expect(again.state()).toEqual(simulator.state())
  expect(await bytesOf(again)).toEqual(await bytesOf(simulator))
})
