import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { ask, numbers, stillSimulator } from './fixtures'

/** Node gives out the garbage collector only by this flag. */
function collector(): () => void {
  setFlagsFromString('--expose_gc')
  return runInNewContext('gc') as () => void
}

function usedBytes(collect: () => void): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

it('keeps 100 operations of 10,000 recipients, all of them followed, in under 50 MB', async () => {
  const collect = collector()
  const simulator = stillSimulator({ scenario: 'empty' })
  const to = numbers(10_000).map((address) => ({ address, channel: 'PHONE' }))
  const text = JSON.stringify({ to, content: { text: 'Planned work tonight.' } })
  const body = new TextEncoder().encode(text)
  await ask(simulator, '/Messages/Operations')
  const before = usedBytes(collect)
  for (let n = 0; n < 100; n += 1) {
    const request = new Request('https://comms.twilio.com/v1/Messages', { method: 'POST', body })
    expect((await simulator.fetch(request)).status).toBe(202)
  }
  simulator.clock.jump(100_000)
  // Listing works out the stats of every operation, the larger part of what is kept.
  await ask(simulator, '/Messages/Operations?pageSize=1000')
  const megabytes = (usedBytes(collect) - before) / 2 ** 20
  expect(megabytes).toBeLessThan(50)
  // Eight bytes for each of a million numbers: less would mean that the measurement is wrong.
  expect(megabytes).toBeGreaterThan(7)
}, 120_000)
