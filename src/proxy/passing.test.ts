import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ACCOUNT, ask, json, SECRET, startApi, startSwitchboard } from './fixtures'

const POST = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

test('the API gets the credentials and none of the browser’s headers', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  const headers = {
    authorization: 'Basic aGFja2VyOmhhY2tlcg==',
    cookie: 'a=b',
    'x-forwarded-for': '1.2.3.4',
    'x-sim-fault': '500',
    'user-agent': 'Browser',
    'accept-language': 'de',
    origin: 'http://localhost',
    referer: 'http://localhost/operations',
    host: 'localhost',
  }
  await ask(server, '/comms/v1/Messages?pageToken=a%2Fb%3D&tags=k%3Av%3B', { headers })
  const [seen] = api.seen
  expect(seen?.url).toBe('/v1/Messages?pageToken=a%2Fb%3D&tags=k%3Av%3B')
  expect(seen?.headers).toEqual({
    host: new URL(api.url).host,
    accept: 'application/json',
    'accept-encoding': 'gzip',
    authorization: `Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString('base64')}`,
    connection: 'keep-alive',
  })
  await ask(server, '/comms/v1/Senders/Search', {
    method: 'POST',
    headers: { ...headers, ...POST },
    body: '{"a": 1}',
  })
  expect(api.seen[1]).toMatchObject({ body: '{"a": 1}', headers: { 'content-type': 'application/json' } })
  expect(Object.keys(api.seen[1]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'content-length',
    'content-type',
    'host',
  ])
})

test('an API key is used in place of the token, and the account is only named', async () => {
  const api = await startApi()
  const env = { TWILIO_API_KEY: 'SK0123456789', TWILIO_API_SECRET: 'api-key-secret' }
  const server = await startSwitchboard(api, { env })
  await ask(server, '/comms/v1/Messages')
  expect(api.seen[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from('SK0123456789:api-key-secret').toString('base64')}`,
  )
  expect((await ask(server, '/connection')).json().account).toBe('AC…cdef')
})

test('the browser gets the listed headers only, with locations on this server', async () => {
  const api = await startApi()
  api.answer = (_, response) =>
    json(
      response,
      200,
      {},
      {
        'set-cookie': 'session=secret',
        server: 'gateway/1.2',
        'x-request-id': '1',
        'access-control-allow-origin': '*',
        'retry-after': '3',
        'operation-id': 'comms_operation_1',
        'operation-location': '/v1/Messages/Operations/comms_operation_1',
        'resource-location': `${api.url}/v1/Messages`,
        location: 'https://evil.example/v1/Messages',
      },
    )
  const server = await startSwitchboard(api)
  const { headers } = await ask(server, '/comms/v1/Messages')
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'retry-after': '3',
    'operation-id': 'comms_operation_1',
    'operation-location': '/comms/v1/Messages/Operations/comms_operation_1',
    'resource-location': '/comms/v1/Messages',
    'x-content-type-options': 'nosniff',
  })
  for (const name of ['set-cookie', 'server', 'x-request-id', 'access-control-allow-origin', 'location']) {
    expect(headers[name]).toBeUndefined()
  }
})

test('Seek’s redirect is not followed and comes as a path on this server', async () => {
  const api = await startApi()
  api.answer = (_, response) =>
    void response.writeHead(301, { location: `${api.url}/v1/Messages/comms_message_1` }).end()
  const server = await startSwitchboard(api)
  const answer = await ask(server, '/comms/v1/Messages/Seek/SM1')
  expect([answer.status, answer.headers.location]).toEqual([301, '/comms/v1/Messages/comms_message_1'])
  expect(api.seen).toHaveLength(1)
})

test('a redirect to another host is neither followed nor passed on', async () => {
  const api = await startApi()
  const elsewhere = await startApi()
  api.answer = (_, response) =>
    void response.writeHead(302, { location: `${elsewhere.url}/v1/Messages` }).end()
  const server = await startSwitchboard(api)
  const answer = await ask(server, '/comms/v1/Messages')
  expect([answer.status, answer.headers.location]).toEqual([302, undefined])
  expect(elsewhere.seen).toEqual([])
})

test('a base address with a path is kept in front, and taken off again', async () => {
  const api = await startApi()
  api.answer = (_, response) =>
    json(response, 200, {}, { 'operation-location': '/gate/v1/Messages/Operations/a' })
  const server = await startSwitchboard(api, {
    env: { COMMS_BASE_URL: `${api.url}/gate/`, COMMS_API_VERSION: 'v2' },
  })
  const answer = await ask(server, '/comms/v2/Messages')
  expect(api.seen[0]?.url).toBe('/gate/v2/Messages')
  expect(answer.headers['operation-location']).toBe('/comms/v2/Messages/Operations/a')
})

test('HTML from in between cannot act as a page of this server', async () => {
  const api = await startApi()
  api.answer = (_, response) =>
    void response.writeHead(502, { 'content-type': 'text/html' }).end('<script>alert(1)</script>')
  const server = await startSwitchboard(api)
  const answer = await ask(server, '/comms/v1/Messages', { headers: { accept: 'text/html' } })
  expect(answer.status).toBe(502)
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test('a packed answer arrives unpacked, and a broken one is an error', async () => {
  const api = await startApi()
  const packed = gzipSync('{"messages":[]}')
  api.answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
  const server = await startSwitchboard(api)
  const answer = await ask(server, '/comms/v1/Messages')
  expect([answer.text, answer.headers['content-encoding']]).toEqual(['{"messages":[]}', undefined])
  api.answer = (_, response) =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, 12))
  expect((await ask(server, '/comms/v1/Messages')).status).toBe(502)
})

test('a browser that goes away in the middle of a large packed answer gives its connection back', async () => {
  const api = await startApi()
  const connections = new Set<Socket>()
  const large = randomBytes(6_000_000).toString('base64')
  const packed = gzipSync(large)
  api.answer = (_, response) => {
    if (response.socket) connections.add(response.socket)
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
  }
  const server = await startSwitchboard(api)
  const outgoing = request({ host: '127.0.0.1', port: server.port, path: '/comms/v1/Messages', agent: false })
  outgoing.on('response', (response) => response.once('data', () => outgoing.destroy()))
  outgoing.on('error', () => undefined).end()
  await expect.poll(() => [...connections].map(({ destroyed }) => destroyed)).toEqual([true])
  expect((await ask(server, '/comms/v1/Messages')).text).toBe(large)
})

test('an answer without a body passes, one with no possible status is an error', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  api.answer = (_, response) => void response.writeHead(204).end()
  const path = '/comms/v1/Messages/comms_message_1'
  expect(await ask(server, path, { method: 'PATCH', headers: POST, body: '{}' })).toMatchObject({
    status: 204,
    text: '',
  })
  api.answer = (_, response) => void response.writeHead(999).end()
  expect((await ask(server, path)).status).toBe(502)
})

test('a read whose kept connection had been closed is asked again on a new one', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  api.answer = (_, response) => json(response, 200, {})
  await ask(server, '/comms/v1/Messages')
  // The API hangs up on the next request that comes over the connection it has served already.
  api.answer = (seen, response) =>
    api.seen.length === 2 ? void response.destroy() : json(response, 200, { again: seen.url })
  const answer = await ask(server, '/comms/v1/Messages?x=1')
  expect([answer.status, api.seen.length]).toEqual([200, 3])
})

test('what is not on the list gets the API’s own kind of 404 and never reaches it', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  for (const path of [
    '/comms/v2/Messages',
    '/comms/v1/Nonsense',
    '/comms/v1/..%2fv1/Messages',
    '/comms',
    '/comms/v1//Messages',
  ]) {
    const answer = await ask(server, path)
    expect([answer.status, answer.json().errors[0].code]).toEqual([404, 20404])
  }
  expect((await ask(server, '/comms/v1/Emails', { method: 'POST', headers: POST, body: '{}' })).status).toBe(
    404,
  )
  expect(api.seen).toEqual([])
})

test('the connection names no secret', async () => {
  const server = await startSwitchboard(await startApi())
  const { text } = await ask(server, '/connection')
  expect(JSON.parse(text)).toMatchObject({
    mode: 'account',
    account: 'AC…cdef',
    version: 'v1',
    dialect: 'auto',
    problem: null,
  })
  expect(text).not.toContain(SECRET)
  expect(text).not.toContain(ACCOUNT)
})

test('with half a credential every call is refused with what is missing, and nothing goes anywhere', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api, { env: { TWILIO_AUTH_TOKEN: '' } })
  const read = await ask(server, '/comms/v1/Messages')
  const send = await ask(server, '/comms/v1/Messages', {
    method: 'POST',
    headers: { ...POST, 'idempotency-key': 'key-00000001' },
    body: '{}',
  })
  for (const answer of [read, send]) {
    expect([answer.status, answer.json().errors[0].message]).toEqual([
      401,
      expect.stringContaining('TWILIO_AUTH_TOKEN'),
    ])
  }
  expect(server.simulator).toBeNull()
  expect((await ask(server, '/connection')).json()).toMatchObject({ mode: 'misconfigured', simulator: null })
  expect(api.seen).toEqual([])
})
