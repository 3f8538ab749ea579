import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '#/comms/dialect'
import { OPERATION_STATS, type OperationStats } from '#/comms/resources'
import { allMessages, clientOf, numbers, sendTo, stillSimulator } from './fixtures'
import type { ScenarioName } from './scenarios/scenario'
import { SCENARIOS } from './scenarios/scenarios'

const FATES = [
  'scheduled',
  'queued',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
] as const

function sum(stats: OperationStats): number {
  return FATES.reduce((total, name) => total + (stats[name] ?? 0), 0)
}

const weathers: ScenarioName[] = [
  'calm',
  'carrier-outage',
  'opt-outs',
  'rcs-fallback',
  'late-receipts',
  'landline-list',
]

it('reports stats that add up and agree with the messages, at any moment of any send', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...weathers),
      fc.nat(1000),
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 4 }),
      async (scenario, seed, count, jumps) => {
        const simulator = stillSimulator({ scenario, seed })
        const client = clientOf(simulator)
        const { operationId } = await client.sendMessages(sendTo(numbers(count)), { key: 'k' })
        for (const ms of [...jumps, 2_000]) {
          simulator.clock.jump(ms)
          const { stats } = await client.fetchOperation(operationId ?? '')
          expect(stats.recipients).toBe(count)
          expect(sum(stats) + (stats.unaddressable ?? 0)).toBe(count)
        }
        const { stats } = await client.fetchOperation(operationId ?? '')
        const messages = await allMessages(client, { operationId: operationId ?? '' }, 100)
        for (const name of FATES) {
          const counted = messages.filter(({ status }) => status === name.toUpperCase()).length
          expect([name, counted]).toEqual([name, stats[name]])
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

it('never goes back: what has ended stays ended while time goes on', async () => {
  const simulator = stillSimulator({ scenario: 'carrier-outage' })
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo(numbers(400)), { key: 'k' })
  let before: OperationStats | null = null
  for (let step = 0; step < 60; step += 1) {
    simulator.clock.jump(7_000)
    const { stats } = await client.fetchOperation(operationId ?? '')
    for (const name of ['undelivered', 'failed', 'read', 'attempts'] as const) {
      expect(stats[name]).toBeGreaterThanOrEqual(before?.[name] ?? 0)
    }
    expect(stats.queued).toBeLessThanOrEqual(before?.queued ?? Infinity)
    before = stats
  }
})

it('goes on changing after COMPLETED while reports are late', async () => {
  const simulator = stillSimulator({ scenario: 'late-receipts' })
  const client = clientOf(simulator)
  const { operationId } = await client.sendMessages(sendTo(numbers(50)), { key: 'k' })
  simulator.clock.jump(60_000)
  const early = await client.fetchOperation(operationId ?? '')
  simulator.clock.jump(3 * 3_600_000)
  const late = await client.fetchOperation(operationId ?? '')
  expect([early.status, late.status]).toEqual(['COMPLETED', 'COMPLETED'])
  expect(early.stats.sent).toBeGreaterThan(40)
  expect(late.stats.delivered).toBeGreaterThan(30)
  expect(Date.parse(late.updatedAt ?? '')).toBeGreaterThan(Date.parse(early.updatedAt ?? ''))
})

describe.each([...SCENARIOS.keys()])('the history of %s', (scenario) => {
  it.each<Dialect>(['early', 'current'])(
    'is read whole in the %s dialect, with a true ledger',
    async (dialect) => {
      const simulator = stillSimulator({ scenario, dialect, wait: () => Promise.resolve(), now: tick() })
      simulator.clock.setRate(0)
      const client = clientOf(simulator, dialect)
      const retry = <Value>(read: () => Promise<Value>): Promise<Value> => read().catch(() => retry(read))
      const isListed = SCENARIOS.get(scenario)?.without?.includes('operations-list') !== true
      if (isListed) {
        const page = await retry(() => client.listOperations({}, { pageSize: 1000 }))
        expect(page.unreadable).toBe(0)
        expect(page.items.length > 0).toBe(scenario !== 'empty')
        for (const { stats } of page.items) {
          for (const name of OPERATION_STATS) expect(stats[name]).toBeGreaterThanOrEqual(0)
          const total = sum(stats) + (stats.unaddressable ?? 0)
          if (scenario !== 'odd-stats' && scenario !== 'cumulative-stats')
            expect(total).toBe(stats.recipients)
        }
      }
      const { items, unreadable } = await retry(() => client.listMessages({}, { pageSize: 60 }))
      expect(unreadable).toBe(0)
      for (const { id } of items.slice(0, 10)) {
        const message = await retry(() => client.fetchMessage(id))
        expect(message.content).not.toBeNull()
      }
    },
  )
})

/** A real clock on which every request comes two seconds after the one before, so that no rate limit holds for ever. */
function tick(): () => number {
  let real = 0
  return () => (real += 1_000)
}

it('shows at least one operation whose stats do not add up, and cumulative ones that count twice', async () => {
  const totals = async (scenario: ScenarioName) => {
    const { items } = await clientOf(stillSimulator({ scenario })).listOperations({}, { pageSize: 1000 })
    return items.map(({ stats }) => sum(stats) + (stats.unaddressable ?? 0) - (stats.recipients ?? 0))
  }
  const odd = await totals('odd-stats')
  expect(odd.some((difference) => difference < 0)).toBe(true)
  expect(odd.some((difference) => difference > 0)).toBe(true)
  expect((await totals('cumulative-stats')).every((difference) => difference >= 0)).toBe(true)
})
