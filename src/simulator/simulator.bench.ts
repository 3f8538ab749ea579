import { bench, describe } from 'vitest'
import { createSimulator } from './simulator'

/** Budgets of the simulator, as medians: one operation under 2 ms, a page of 1000 under 10 ms. */

const START = Date.UTC(2026, 10, 24, 12)
const BASE = 'https://comms.twilio.com/v1'
const simulator = createSimulator({ scenario: 'empty', startAt: START, now: () => 0 })

const to = Array.from({ length: 10_000 }, (_, n) => ({ address: `+1206${5_000_000 + n}`, channel: 'PHONE' }))
const body = JSON.stringify({ to, content: { text: 'Planned work tonight.' } })
const response = await simulator.fetch(new Request(`${BASE}/Messages`, { method: 'POST', body }))
const { operationId } = await response.json()
simulator.clock.jump(60_000)

const read = async (path: string, dialect: string) => {
  const answer = await simulator.fetch(new Request(BASE + path, { headers: { 'x-sim-dialect': dialect } }))
  await answer.text()
}

describe('one operation of 10,000 recipients, running', () => {
  bench('fetch', () => read(`/Messages/Operations/${operationId}`, 'current'))
  bench('fetch, early dialect', () => read(`/Messages/Operations/${operationId}`, 'early'))
})

describe('page of 1000 messages', () => {
  const path = `/Messages?operationId=${operationId}&pageSize=1000`
  bench('list', () => read(path, 'current'))
  bench('list, early dialect', () => read(path, 'early'))
  bench('list by status', () => read(`${path}&status=DELIVERED`, 'current'))
})
