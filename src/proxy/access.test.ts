import { once } from 'node:events'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { ConfigError } from './config'
import { ask, MESSAGE, send, startApi, startSwitchboard, type Ask } from './fixtures'

const READ = '/comms/v1/Messages'
const TOKEN = 'correct-horse-battery-staple'

test.each([
  ['127.0.0.1'],
  ['127.0.0.1:4173'],
  ['localhost:4173'],
  ['LOCALHOST'],
  ['app.localhost'],
  ['[::1]:4173'],
  ['desk.example'],
  ['desk.example:8080'],
  ['exact.example:81'],
])('answers to the host %s', async (host) => {
  const server = await startSwitchboard(await startApi(), {
    env: { SWITCHBOARD_HOSTS: 'desk.example, exact.example:81' },
  })
  for (const path of [READ, '/operations', '/assets/main-abc123.js']) {
    expect((await ask(server, path, { headers: { host, accept: 'text/html' } })).status).toBe(200)
  }
})

test.each([
  ['evil.example'],
  ['localhost.evil.example'],
  ['127.0.0.1.evil.example'],
  ['evil.example:4173'],
  ['exact.example:82'],
  ['1.2.3.4'],
  ['[::2]'],
  ['0.0.0.0'],
  ['localhost:99999999'],
  ['localhost@evil.example'],
  ['127.0.0.1/x'],
  ['localhost, evil.example'],
  ['desk.example.'],
])('does not answer to the host "%s", nor with the app', async (host) => {
  const api = await startApi()
  const server = await startSwitchboard(api, { env: { SWITCHBOARD_HOSTS: 'desk.example, exact.example:81' } })
  for (const path of [READ, '/connection', '/operations', '/assets/main-abc123.js']) {
    expect((await ask(server, path, { headers: { host } })).status).toBe(421)
  }
  expect(api.seen).toEqual([])
})

const JSON_TYPE = { 'content-type': 'application/json' }
test.each<[string, NonNullable<Ask['headers']>, number]>([
  [
    'its own page',
    {
      ...JSON_TYPE,
      'sec-fetch-site': 'same-origin',
      origin: 'http://127.0.0.1:9999',
      host: '127.0.0.1:9999',
    },
    200,
  ],
  ['its own page, behind TLS', { ...JSON_TYPE, origin: 'https://localhost', host: 'localhost' }, 200],
  ['a browser without Origin', { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' }, 200],
  ['nobody knows where', { ...JSON_TYPE }, 403],
  ['another site', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 403],
  [
    'another port of this machine',
    { ...JSON_TYPE, 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1', host: '127.0.0.1:2' },
    403,
  ],
  ['another origin', { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
  ['a sandboxed frame', { ...JSON_TYPE, origin: 'null' }, 403],
  ['a contradiction', { ...JSON_TYPE, 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 403],
  ['the address bar', { ...JSON_TYPE, 'sec-fetch-site': 'none' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, 403],
  ['a plain text request', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }, 403],
  ['a look-alike type', { 'content-type': 'application/jsonp', 'sec-fetch-site': 'same-origin' }, 403],
  ['no type', { 'sec-fetch-site': 'same-origin' }, 403],
])('a change from %s', async (_, headers, status) => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  const answer = await ask(server, '/comms/v1/Senders/Search', { method: 'POST', headers, body: '{}' })
  expect([answer.status, api.seen.length]).toEqual([status, status === 200 ? 1 : 0])
})

test('another site cannot make a browser read here, a link can open the app', async () => {
  const api = await startApi()
  const server = await startSwitchboard(api)
  const picture = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
  expect((await ask(server, READ, { headers: picture })).status).toBe(403)
  // Another port of this machine is the same site to a browser, and still somebody else's page.
  const neighbour = { ...picture, 'sec-fetch-site': 'same-site' }
  expect((await ask(server, READ, { headers: neighbour })).status).toBe(403)
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: 'text/html' }
  expect((await ask(server, '/operations', { headers: link })).status).toBe(200)
  expect(api.seen).toEqual([])
})

test('there is never a CORS header, whoever asks and however', async () => {
  const server = await startSwitchboard(await startApi())
  const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' }
  for (const method of ['GET', 'POST', 'OPTIONS']) {
    for (const path of [READ, '/connection', '/', '/nothing']) {
      const answer = await ask(server, path, { method, headers })
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  }
})

test.each([['0.0.0.0'], ['::'], ['192.168.1.5'], ['desk.example']])(
  'refuses to start on %s without an access token',
  async (HOST) => {
    const api = await startApi()
    await expect(startSwitchboard(api, { env: { HOST } })).rejects.toThrow(ConfigError)
    await expect(
      startSwitchboard(api, { env: { HOST, SWITCHBOARD_ACCESS_TOKEN: 'too-short' } }),
    ).rejects.toThrow('16 characters')
  },
)

test('starts on every address with an access token', async () => {
  const server = await startSwitchboard(await startApi(), {
    env: { HOST: '0.0.0.0', SWITCHBOARD_ACCESS_TOKEN: TOKEN },
  })
  expect((await ask(server, READ)).status).toBe(401)
})

async function locked(now?: () => number) {
  const api = await startApi()
  const server = await startSwitchboard(api, {
    env: { SWITCHBOARD_ACCESS_TOKEN: TOKEN },
    ...(now ? { now } : {}),
  })
  const enter = (token: string, path = '/session?next=/operations', name = 'Ana') =>
    ask(server, path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: `token=${encodeURIComponent(token)}&name=${encodeURIComponent(name)}`,
    })
  return { api, server, enter }
}

test('with an access token nothing is given out before it was entered', async () => {
  const { api, server } = await locked()
  for (const path of [
    READ,
    '/connection',
    '/journal',
    '/healthz',
    '/operations',
    '/assets/main-abc123.js',
    '/simulator',
  ]) {
    expect((await ask(server, path)).status).toBe(401)
  }
  expect((await send(server, 'key-00000001', MESSAGE)).status).toBe(401)
  const page = await ask(server, '/operations/x?y=1', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.location]).toEqual([303, '/session?next=%2Foperations%2Fx%3Fy%3D1'])
  expect((await ask(server, '/session')).text).toContain('Access token')
  expect(api.seen).toEqual([])
})

test('the token opens a session that is http-only, same-site and names who sends', async () => {
  const { api, server, enter } = await locked()
  api.answer = (_, response) => void response.writeHead(202).end()
  const entered = await enter(TOKEN)
  const [cookie = ''] = entered.headers['set-cookie'] ?? []
  expect([entered.status, entered.headers.location]).toEqual([303, '/operations'])
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
  expect(cookie).not.toContain(TOKEN)
  const headers = { cookie: `other=1; ${cookie.split(';')[0]}` }
  expect((await ask(server, '/connection', { headers })).status).toBe(200)
  expect((await send(server, 'key-00000001', MESSAGE, headers)).status).toBe(202)
  expect((await ask(server, '/journal/key-00000001', { headers })).json().by).toBe('Ana')
})

test('a session that was changed, or is over, or belongs to another token is none', async () => {
  let time = Date.now()
  const { server, enter } = await locked(() => time)
  const cookie = (await enter(TOKEN)).headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const status = async (value: string) =>
    (await ask(server, '/connection', { headers: { cookie: value } })).status
  const [expiry = ''] = cookie.split('=')[1]?.split('.') ?? []
  expect(await status(cookie)).toBe(200)
  expect(await status(cookie.replace(expiry, String(Number(expiry) + 1)))).toBe(401)
  expect(await status(cookie.slice(0, -1))).toBe(401)
  expect(await status('switchboard_session=')).toBe(401)
  expect(await status('switchboard_session=~')).toBe(401)
  const other = await startSwitchboard(await startApi(), {
    env: { SWITCHBOARD_ACCESS_TOKEN: `${TOKEN}-new` },
  })
  expect((await ask(other, '/connection', { headers: { cookie } })).status).toBe(401)
  time += 12 * 3_600_000
  expect(await status(cookie)).toBe(401)
})

test('wrong tokens are limited, and even the right one has to wait then', async () => {
  let time = Date.now()
  const { enter } = await locked(() => time)
  for (let attempt = 0; attempt < 10; attempt += 1)
    expect((await enter(`${TOKEN}${attempt}`)).status).toBe(401)
  expect((await enter(TOKEN)).status).toBe(429)
  time += 10 * 60_000
  expect((await enter(TOKEN)).status).toBe(303)
})

test('wrong tokens are counted one by one, also when many are entered at once', async () => {
  const { server } = await locked()
  const body = 'token=wrong'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
    'sec-fetch-site': 'same-origin',
  }
  const options = { host: '127.0.0.1', port: server.port, path: '/session', method: 'POST', headers }
  const guesses = Array.from({ length: 40 }, () => request({ ...options, agent: false }))
  const answers = guesses.map((guess) => once(guess, 'response'))
  // All of them have been let in, by the time a later one has been answered, before any says its token.
  for (const guess of guesses) guess.flushHeaders()
  await Promise.all(guesses.map((guess) => once(guess, 'socket').then(([socket]) => once(socket, 'connect'))))
  await ask(server, '/session')
  for (const guess of guesses) guess.end(body)
  const statuses = (await Promise.all(answers)).map(([response]) => response.statusCode)
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
})

test.each([
  ['//evil.example'],
  ['/\\evil.example'],
  ['https://evil.example'],
  ['/%0d%0aset-cookie:x'],
  ['javascript:alert(1)'],
  ['/session'],
])('after entering, %s does not lead away', async (next) => {
  const { enter } = await locked()
  const { location } = (
    await enter(TOKEN, `/session?next=${next.includes('%') ? next : encodeURIComponent(next)}`)
  ).headers
  expect(location).toBe('/')
})

test('another site cannot enter a token', async () => {
  const { server } = await locked()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }
  expect((await ask(server, '/session', { method: 'POST', headers, body: `token=${TOKEN}` })).status).toBe(
    403,
  )
})
