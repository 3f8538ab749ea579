import net from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchRoute } from './allowList'
import { accepting, ask, SECRET, startApi, startSwitchboard } from './fixtures'

/** 10,000 requests written by hand onto raw sockets, since no client would send most of them. */
const REQUESTS = 10_000
const PER_SOCKET = 20

const word = fc.constantFrom(
  'comms',
  'COMMS',
  'v1',
  'v2',
  'preview',
  'Messages',
  'Operations',
  'Senders',
  'Search',
  'Emails',
  'Errors',
  'journal',
  'healthz',
  'session',
  'simulator',
  '..',
  '.',
  '',
  '%2e%2e',
  '%2E',
  '%2f',
  '..%2f',
  '%5c',
  '\\',
  '%00',
  '%c0%af',
  ';x=1',
  'a',
  '*',
  '#',
  '%',
  '@evil.example',
)
const path = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { maxLength: 7 }).map((words) => `/${words.join('/')}`) },
  { weight: 3, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => `/comms/v1/${words.join('/')}`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '/comms/v1/Messages',
      '/comms/v1/Senders/Search',
      '/comms/v1/Messages/Operations/a',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
)
const prefix = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'http://evil.example',
      'https://comms.twilio.com',
      '//evil.example',
      'http://127.0.0.1',
      '/\\evil.example',
      'file://',
      'evil.example:443',
    ),
  },
)
const query = fc.oneof(
  fc.constant(''),
  fc.constantFrom('?a=b', '?pageToken=../../x', '?%00', '??', '?x=http://evil.example', '?a b'),
  fc.string({ maxLength: 10 }).map((text) => `?${text}`),
)
const method = fc.constantFrom(
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'PATCH',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'get',
  'PROPFIND',
  'CONNECT',
  'G ET',
  '',
)
const hostileHost = fc.constantFrom(
  '127.0.0.1',
  'localhost',
  'localhost',
  '[::1]:80',
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1:x',
  'localhost:1@evil.example',
  '',
  'a\tb',
  'localhost/',
  '0',
)
const host = fc.oneof(
  { weight: 3, arbitrary: fc.constant('localhost') },
  { weight: 1, arbitrary: hostileHost },
)
const header = fc.constantFrom(
  'Origin: https://evil.example',
  'Origin: null',
  'Origin: http://localhost',
  'Origin: http://127.0.0.1',
  'Sec-Fetch-Site: same-origin',
  'Sec-Fetch-Site: cross-site',
  'Content-Type: application/json',
  'Content-Type: text/plain',
  'Authorization: Basic aGFjazpoYWNr',
  'Cookie: switchboard_session=x',
  'X-Sim-Fault: 500',
  'X-HTTP-Method-Override: DELETE',
  'X-Forwarded-Host: evil.example',
  'X-Original-URL: /comms/v1/Messages',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Length: 5',
  'Content-Length: -1',
  'Expect: 100-continue',
  'Upgrade: websocket',
  'Connection: upgrade',
  'Idempotency-Key: key-00000001',
  'Idempotency-Key: ../../etc',
  'If-None-Match: *',
  'Host: evil.example',
  'Range: bytes=0-0',
  'Accept: text/html',
  ': empty',
  'bad header',
  ' folded',
)
const body = fc.constantFrom(
  '',
  '',
  '{}',
  '{"to":[]}',
  '[1]',
  '{"a":',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffff\r\n',
  '\0\0\0',
  'GET /comms/v1/Accounts HTTP/1.1\r\nHost: localhost\r\n\r\n',
)
const PLAUSIBLE = [
  'Sec-Fetch-Site: same-origin',
  'Content-Type: application/json',
  'Idempotency-Key: key-00000001',
]
const request = fc
  .tuple(
    method,
    prefix,
    path,
    query,
    host,
    fc.oneof(fc.constant(PLAUSIBLE), fc.array(header, { maxLength: 6 })),
    body,
    fc.boolean(),
  )
  .map(([verb, before, target, search, name, headers, content, measured]) => {
    const length = measured && content !== '' ? [`Content-Length: ${Buffer.byteLength(content)}`] : []
    return [
      `${verb} ${before}${target}${search} HTTP/1.1`,
      `Host: ${name}`,
      ...headers,
      ...length,
      '',
      content,
    ].join('\r\n')
  })

/** Writes one request and reads until the server is done with it or a moment has passed. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.end(Buffer.from(text, 'latin1')))
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', (bytes) => (answer += bytes.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

test('of 10,000 hostile requests only allowed ones reach the API, none stops the server, none learns a secret', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api, { override: { timeoutMs: 5000 } })
  const texts = fc.sample(request, { numRuns: REQUESTS, seed: 4242 })
  const answers: string[] = []
  for (let start = 0; start < texts.length; start += PER_SOCKET) {
    answers.push(
      ...(await Promise.all(texts.slice(start, start + PER_SOCKET).map((text) => talk(server.port, text)))),
    )
  }

  const versions = new Set(['v1', 'preview'])
  for (const { method: verb, url, headers } of api.seen) {
    const pathname = url.split('?')[0] ?? ''
    expect(matchRoute(verb, `/comms${pathname}`, versions), `${verb} ${url}`).not.toBeNull()
    expect(Object.keys(headers).filter((name) => !PASSING.has(name))).toEqual([])
    expect(headers.host).toBe(new URL(api.url).host)
  }
  for (const answer of answers) {
    expect(answer).not.toContain(SECRET)
    expect(answer).not.toContain(Buffer.from(SECRET).toString('base64').slice(4, 20))
    expect(answer).not.toMatch(/^(?:access-control|set-cookie|server|x-powered-by)/im)
    expect(answer).not.toMatch(/^HTTP\/1\.1 500/m)
    expect(answer).not.toMatch(/node_modules|\.ts:\d+/)
  }
  // The inputs must have exercised both sides of the fence for any of this to mean something.
  const statuses = new Set(answers.map((answer) => answer.slice(9, 12)))
  for (const status of ['200', '400', '403', '404', '421']) expect(statuses).toContain(status)
  expect(api.seen.length).toBeGreaterThan(150)
  // All plausible sends bear one key.
  expect(api.seen.filter(({ body: sent }) => sent.includes('send-key'))).toHaveLength(1)
  expect((await ask(server, '/healthz')).json().up).toBe(true)
}, 60_000)

const PASSING = new Set([
  'host',
  'accept',
  'accept-encoding',
  'authorization',
  'connection',
  'content-type',
  'content-length',
])
