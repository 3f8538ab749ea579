import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { accepting, ask, json, MESSAGE, send, startApi, startSwitchboard } from './fixtures'
import { BODY_LIMIT } from './proxyRequest'

const LIST = '/comms/v1/Messages'

test.each([
  [429, '7', 7],
  [503, '7', 7],
  [429, new Date(1_700_000_030_000).toUTCString(), 30],
  [429, undefined, 2],
  [429, '999999999', 3600],
  [503, 'soon', 2],
])('after %i with Retry-After %s nothing reaches the API for %i s', async (status, retryAfter, seconds) => {
  const api = await startApi()
  let time = 1_700_000_000_000
  const server = await startSwitchboard(api, { now: () => time })
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  api.answer = (_, response) => json(response, status, { errors: [] }, headers)
  expect((await ask(server, LIST)).status).toBe(status)
  api.answer = (_, response) => json(response, 200, {})

  time += 500
  const read = await ask(server, `${LIST}/comms_message_1`)
  expect([read.status, read.headers['retry-after']]).toEqual([status, String(seconds)])
  const post = await send(server, 'key-00000001', MESSAGE)
  expect([post.status, post.headers['send-state']]).toEqual([status, 'not-sent'])
  expect(post.json().errors[0].message).toContain('not sent')
  expect((await ask(server, '/journal/key-00000001')).status).toBe(404)
  expect((await ask(server, '/healthz')).json().upstream).toBe('paused')
  expect(api.seen).toHaveLength(1)

  time += seconds * 1000
  expect((await ask(server, LIST)).status).toBe(200)
  api.answer = accepting
  expect((await send(server, 'key-00000001', MESSAGE)).status).toBe(202)
})

test('a body of more than 10 MB is refused, whether it says so or not', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'idempotency-key': 'key-00000001',
  }
  const body = Buffer.alloc(BODY_LIMIT + 1, ' ')
  const declared = await ask(server, LIST, { method: 'POST', headers, body })
  const chunked = await ask(server, LIST, {
    method: 'POST',
    headers: { ...headers, 'transfer-encoding': 'chunked' },
    body,
  })
  for (const { status, text } of [declared, chunked])
    expect([status, text]).toEqual([413, expect.stringContaining('10 MB')])
  expect(api.seen).toEqual([])
})

test('a send of 10,000 recipients passes', async () => {
  const api = await startApi()
  api.answer = (_, response) => json(response, 202, {})
  const server = await startSwitchboard(api)
  const to = Array.from({ length: 10_000 }, (_, index) => ({ address: `+1206555${index}`, channel: 'PHONE' }))
  expect((await send(server, 'key-00000001', { ...MESSAGE, to })).status).toBe(202)
  expect((await ask(server, '/journal/key-00000001')).json().recipients).toBe(10_000)
})

test('an API that does not answer, or stops in the middle, is given up on', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api, { override: { timeoutMs: 200 } })
  api.answer = () => undefined
  expect((await ask(server, LIST)).status).toBe(504)
  api.answer = (_, response) => void response.writeHead(200).write('{"messages":')
  expect((await ask(server, `${LIST}?x=1`)).status).toBe(504)
  api.answer = (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"messages":')
    setImmediate(() => response.destroy())
  }
  expect((await ask(server, `${LIST}?x=2`)).status).toBe(502)
})

test.each([
  ['head', 'POST /comms/v1/Messages HTTP/1.1\r\nHost: loc'],
  [
    'body',
    'POST /comms/v1/Messages HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nIdempotency-Key: key-00000001\r\nContent-Length: 100\r\n\r\n{"to":',
  ],
])('a request whose %s does not come to its end is given up on', async (_, text) => {
  const api = await startApi()
  const server = await startSwitchboard(api, { override: { timeoutMs: 400 } })
  const socket = connect(server.port, '127.0.0.1', () => socket.write(text))
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes.toString()))
  await expect.poll(() => socket.readableEnded, { timeout: 5000 }).toBe(true)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect((await ask(server, '/journal/key-00000001')).status).toBe(404)
  expect(api.seen).toEqual([])
})

test('at most 32 requests are with the API at a time, the rest wait their turn, and too many are refused', async () => {
  const api = await startApi()
  const held: (() => void)[] = []
  api.answer = (_, response) => void held.push(() => json(response, 200, {}))
  const server = await startSwitchboard(api, { override: { timeoutMs: 20_000 } })
  let refused = 0
  const answers = Array.from({ length: 540 }, async (_, index) => {
    const answer = await ask(server, `${LIST}?x=${index}`)
    if (answer.status === 503) refused += 1
    return answer
  })
  await expect.poll(() => held.length).toBe(32)
  await expect.poll(() => refused).toBe(8)
  const busy = await Promise.race(answers)
  expect([busy.status, busy.headers['retry-after']]).toEqual([503, '1'])
  const release = setInterval(() => held.splice(0).forEach((answer) => answer()), 1)
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  clearInterval(release)
  expect(statuses.filter((status) => status === 200)).toHaveLength(532)
  expect(statuses.filter((status) => status === 503)).toHaveLength(8)
  expect(api.seen).toHaveLength(532)
})

test('healthz tells of the API and the journal', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  expect((await ask(server, '/healthz')).json()).toEqual({
    up: true,
    upstream: 'none yet',
    journal: 'writable',
    setAside: 0,
  })
  await ask(server, LIST)
  expect((await ask(server, '/healthz')).json().upstream).toBe('answers')
  api.answer = (_, response) => void response.destroy()
  await ask(server, `${LIST}?x`)
  expect((await ask(server, '/healthz')).json().upstream).toBe('does not answer')
})

test('reads under way do not hold up a shutdown, sends do', async () => {
  const api = await startApi()
  const held: (() => void)[] = []
  api.answer = (seen, response) => void (seen.method === 'POST' && held.push(() => json(response, 202, {})))
  const server = await startSwitchboard(api, { override: { timeoutMs: 60_000 } })
  const read = ask(server, LIST).catch(() => 'cut')
  const post = send(server, 'key-00000001', MESSAGE)
  await expect.poll(() => api.seen.length).toBe(2)
  const closed = server.close()
  held.forEach((answer) => answer())
  expect((await post).status).toBe(202)
  await closed
  expect(await read).toBe('cut')
})
