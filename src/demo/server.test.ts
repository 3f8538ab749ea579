import { expect, it } from 'vitest'
import type { Database } from './database'
import { API, openServer, type DemoServer } from './server'

/** Lists that outlive whoever wrote them, as the browser's database does. */
function memoryDatabase(): Database {
  const lists = new Map<string, unknown[]>()
  const rowsAfter = (store: string, after: number) => {
    const all = lists.get(store) ?? []
    return Promise.resolve({ values: structuredClone(all.slice(after)), end: all.length })
  }
  return {
    read: (store, after = 0) => rowsAfter(store, after),
    add(store, values, after = Infinity) {
      lists.set(store, [...(lists.get(store) ?? []), ...structuredClone(values)])
      return rowsAfter(store, after)
    },
    async replace(store, values) {
      lists.set(store, structuredClone([...values]))
    },
  }
}

const PAGE = 'https://demo.example'

function send(server: DemoServer, key: string, text = 'What day is it?'): Promise<Response> {
  const body = JSON.stringify({ to: [{ address: '+12065551337', channel: 'PHONE' }], content: { text } })
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return server.own(new Request(`${PAGE}/comms/v1/Messages`, { method: 'POST', headers, body }))
}

async function read(server: DemoServer, path: string) {
  const response = await server.own(new Request(PAGE + path))
  return response.json()
}

async function configure(server: DemoServer, patch: object): Promise<void> {
  const init = { method: 'PATCH', body: JSON.stringify(patch) }
  expect((await server.own(new Request(`${PAGE}/simulator`, init))).status).toBe(200)
}

it('answers whatever the app asks its server', async () => {
  const server = await openServer(memoryDatabase())
  expect(await read(server, '/connection')).toMatchObject({
    mode: 'simulator',
    simulator: { scenario: 'calm' },
  })
  expect(await read(server, '/simulator')).toMatchObject({ rate: 1 })
  expect(await read(server, '/comms/v1/Messages')).toHaveProperty('messages')
  expect(await read(server, '/journal')).toMatchObject({ entries: [] })
})

it('has a send and its journal again after it was stopped, and sends nothing twice', async () => {
  const database = memoryDatabase()
  const { operationId } = await (await send(await openServer(database), 'key-00001')).json()

  const again = await openServer(database)
  expect(await read(again, `/comms/v1/Messages/Operations/${operationId}`)).toMatchObject({ id: operationId })
  expect(await read(again, '/journal/key-00001')).toMatchObject({ state: 'accepted', operationId })
  const repeated = await send(again, 'key-00001')
  expect(await repeated.json()).toMatchObject({ operationId })
  expect((await read(again, '/comms/v1/Messages/Operations')).operations[0].id).toBe(operationId)
  expect((await send(again, 'key-00001', 'Something else')).status).toBe(409)
  expect((await read(again, '/journal')).entries).toHaveLength(1)
})

it('sends once for two tabs that send the same at the same moment', async () => {
  const server = await openServer(memoryDatabase())
  const before = (await read(server, '/comms/v1/Messages/Operations')).operations.length
  const answers = await Promise.all([send(server, 'key-00002'), send(server, 'key-00002')])
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).operationId))
  expect(new Set(ids).size).toBe(1)
  expect((await read(server, '/comms/v1/Messages/Operations')).operations).toHaveLength(before + 1)
})

it('keeps scenario, seed, dialect and clock', async () => {
  const database = memoryDatabase()
  const server = await openServer(database)
  await configure(server, { scenario: 'carrier-outage', seed: 42 })
  await configure(server, { dialect: 'early', rate: 0, jumpMs: 3_600_000 })
  const state = await read(server, '/simulator')
  expect(await read(await openServer(database), '/simulator')).toEqual(state)
  expect(state).toMatchObject({ scenario: 'carrier-outage', seed: 42, dialect: 'early', rate: 0 })
})

it('answers at the API’s own address too, with the simulator’s headers', async () => {
  const database = memoryDatabase()
  const server = await openServer(database)
  await configure(server, { rate: 0 })
  const { now } = await read(server, '/simulator')
  const headers = { 'x-sim-jump': '60000', 'x-sim-fault': '500' }
  expect((await server.api(new Request(`${API}/v1/Messages`, { headers }))).status).toBe(500)
  expect(await read(await openServer(database), '/simulator')).toMatchObject({ now: now + 60_000 })
})
