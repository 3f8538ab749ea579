import { expect, test } from 'vitest'
import {
  accepting,
  ask,
  json,
  MESSAGE,
  OPERATION,
  send,
  startApi,
  startSwitchboard,
  type Answered,
} from './fixtures'

const LIST = '/comms/v1/Messages?pageSize=10'
const ONE = `/comms/v1/Messages/Operations/${OPERATION}`

test('equal reads at the same time share one request to the API', async () => {
  const api = await startApi()
  const held: (() => void)[] = []
  api.answer = (_, response) => void held.push(() => json(response, 200, { messages: ['a'] }))
  const server = await startSwitchboard(api)
  const answers = Array.from({ length: 30 }, () => ask(server, LIST))
  const other = ask(server, `${LIST}0`)
  await expect.poll(() => held.length).toBe(2)
  held.forEach((answer) => answer())
  const bodies = (await Promise.all([...answers, other])).map(({ text }) => text)
  expect(new Set(bodies)).toEqual(new Set(['{"messages":["a"]}']))
  expect(api.seen.map(({ url }) => url).toSorted()).toEqual([
    '/v1/Messages?pageSize=10',
    '/v1/Messages?pageSize=100',
  ])
})

test('a failure is shared too, and not remembered', async () => {
  const api = await startApi()
  api.answer = (_, response) => void response.destroy()
  const server = await startSwitchboard(api)
  expect((await Promise.all([ask(server, LIST), ask(server, LIST)])).map(({ status }) => status)).toEqual([
    502, 502,
  ])
  api.answer = (_, response) => json(response, 200, {})
  expect((await ask(server, LIST)).status).toBe(200)
})

test('fifty tabs on one operation cost one request a second', async () => {
  const api = await startApi()
  let time = 1_000_000
  const server = await startSwitchboard(api, { now: () => time })
  for (let second = 0; second < 4; second += 1) {
    for (let poll = 0; poll < 4; poll += 1) {
      await Promise.all(Array.from({ length: 50 }, () => ask(server, ONE)))
      time += 250
    }
  }
  expect(api.seen).toHaveLength(4)
})

test('lists are never answered from memory', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  await ask(server, LIST)
  await ask(server, LIST)
  expect(api.seen).toHaveLength(2)
})

test('after a change the next read is a new one', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api)
  await ask(server, ONE)
  await send(server, 'key-00000001', MESSAGE)
  await ask(server, ONE)
  expect(api.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
})

test('a browser that has the answer already gets 304', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  const first = await ask(server, ONE)
  expect(first.headers['cache-control']).toBe('private, no-cache')
  const etag = first.headers.etag ?? ''
  const second = await ask(server, ONE, { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([second.status, second.text, second.headers.etag]).toEqual([304, '', etag])
  api.answer = (_, response) => json(response, 200, { changed: true })
  const third = await ask(server, LIST, { headers: { 'if-none-match': etag } })
  expect([third.status, third.json()]).toEqual([200, { changed: true }])
})

test('an answer too large to hold is streamed as it comes, to everyone who asked', async () => {
  const api = await startApi()
  const chunk = 'x'.repeat(1_500_000)
  const held: (() => void)[] = []
  api.answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write(chunk)
    response.write(chunk)
    held.push(() => response.end('end'))
  }
  const server = await startSwitchboard(api)
  const first = firstBytes(server, LIST)
  const [begun] = await Promise.all([first.begun, expect.poll(() => held.length).toBe(1)])
  expect(begun).toBeGreaterThan(0)
  const second = ask(server, LIST)
  await expect.poll(() => held.length).toBe(2)
  held.forEach((answer) => answer())
  const sizes = [(await first.done).text.length, (await second).text.length]
  expect(sizes).toEqual([3_000_003, 3_000_003])
})

function firstBytes(
  server: { port: number },
  path: string,
): { begun: Promise<number>; done: Promise<Answered> } {
  let resolveBegun: (size: number) => void = () => undefined
  const begun = new Promise<number>((resolve) => (resolveBegun = resolve))
  const done = ask(server, path, { onData: (bytes) => resolveBegun(bytes.length) })
  return { begun, done }
}
