import { expect, test } from 'vitest'
import { ConfigError } from './config'
import { ask, MESSAGE, send, startSwitchboard } from './fixtures'

const SIMULATED = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', COMMS_BASE_URL: '' }
const start = (env: Record<string, string> = {}) =>
  startSwitchboard({ url: '' }, { env: { ...SIMULATED, ...env } })
const PATCH = {
  method: 'PATCH',
  headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
}

test.each([['current'], ['early']])(
  'without credentials a send goes to the simulator, in the %s dialect',
  async (dialect) => {
    const server = await start({ SIMULATOR_DIALECT: dialect, SIMULATOR_SEED: '7' })
    expect((await ask(server, '/connection')).json()).toMatchObject({
      mode: 'simulator',
      account: null,
      simulator: { scenario: 'calm', dialect, seed: 7 },
    })
    const answer = await send(server, 'key-00000001', MESSAGE)
    expect(answer.status).toBe(202)
    const { operationId } = (await ask(server, '/journal/key-00000001')).json()
    expect(operationId).toMatch(/^comms_operation_/)
    server.simulator?.clock.jump(60_000)
    expect(
      (await ask(server, `/comms/v1/Messages/Operations/${operationId}`)).json().status.toUpperCase(),
    ).toBe('COMPLETED')
    const filter = encodeURIComponent('send-key:key-00000001;')
    const { messages } = (await ask(server, `/comms/v1/Messages?tags=${filter}`)).json()
    expect(messages).toMatchObject([{ tags: { 'send-key': 'key-00000001' } }])
  },
)

test('a send that the simulator cuts off is found again by its tag', async () => {
  const server = await start()
  server.simulator?.failNext('POST /Messages', 'cut')
  const answer = await send(server, 'key-00000001', MESSAGE)
  expect([answer.status, answer.headers['send-state']]).toEqual([502, 'unknown'])
  const { state } = (await ask(server, '/journal/key-00000001')).json()
  expect(['unknown', 'accepted', 'not-found']).toContain(state)
})

test('the simulator is shown and moved', async () => {
  const server = await start()
  const before = (await ask(server, '/simulator')).json()
  expect(before).toMatchObject({ scenario: 'calm', rate: 1 })
  const patch = { scenario: 'empty', dialect: 'early', rate: 0, jumpMs: 60_000, seed: 9 }
  const after = await ask(server, '/simulator', { ...PATCH, body: JSON.stringify(patch) })
  expect(after.json()).toMatchObject({ scenario: 'empty', dialect: 'early', rate: 0, seed: 9 })
  expect(after.json().now - before.now).toBeGreaterThanOrEqual(60_000)
})

test.each([
  [{ scenario: 'unheard of' }],
  [{ dialect: 'french' }],
  [{ rate: 5 }],
  [{ rate: '10' }],
  [{ jumpMs: -1 }],
  [{ jumpMs: 1e300 }],
  [{ seed: 1.5 }],
  [{ other: 1 }],
  [null],
])('the change %j is refused and changes nothing', async (patch) => {
  const server = await start()
  const { now: _, ...before } = (await ask(server, '/simulator')).json()
  expect((await ask(server, '/simulator', { ...PATCH, body: JSON.stringify(patch) })).status).toBe(400)
  expect((await ask(server, '/simulator')).json()).toMatchObject(before)
})

test('with credentials there is no simulator to move', async () => {
  const server = await startSwitchboard({ url: 'http://127.0.0.1:9' })
  expect((await ask(server, '/simulator')).status).toBe(404)
})

test('an unknown scenario in the settings stops the start', async () => {
  await expect(start({ SIMULATOR_SCENARIO: 'unheard-of' })).rejects.toThrow(ConfigError)
})
