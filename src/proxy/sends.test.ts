import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  accepting,
  ask,
  holdSends,
  json,
  MESSAGE,
  OPERATION,
  send,
  startApi,
  startSwitchboard,
  temporaryFolder,
  type Answered,
  type Seen,
} from './fixtures'

const KEY = 'key-0001-aaaa'
const posts = (seen: Seen[]) => seen.filter(({ method }) => method === 'POST')
const entryOf = async (server: { port: number }, key = KEY) => (await ask(server, `/journal/${key}`)).json()
const sentenceOf = (answer: Answered): string => answer.json().errors[0].message
const FOUND = { id: 'm', tags: { 'send-key': KEY }, related: [{ name: 'OPERATION', id: OPERATION }] }
const quick = { sleep: () => Promise.resolve() }

test('a send is forwarded once, marked with its key, and journalled without number or text', async () => {
  const api = await startApi()
  api.answer = accepting
  const state = temporaryFolder()
  const server = await startSwitchboard(api, { state })

  const answer = await send(server, KEY, { ...MESSAGE, tags: { desk: '4' } })

  expect([answer.status, answer.json(), answer.headers['send-state']]).toEqual([
    202,
    { operationId: OPERATION },
    'accepted',
  ])
  expect(api.seen.map(({ body }) => JSON.parse(body))).toEqual([
    { ...MESSAGE, tags: { desk: '4', 'send-key': KEY } },
  ])
  expect(await entryOf(server)).toMatchObject({
    state: 'accepted',
    operationId: OPERATION,
    recipients: 1,
    tags: { desk: '4' },
    status: 202,
    account: 'AC…cdef',
  })
  const file = readFileSync(join(state, 'sends.jsonl'), 'utf8')
  expect(file).not.toContain('2065551337')
  expect(file).not.toContain('What day')
})

test('the same key and body get the first outcome, whatever the order of the fields, and nothing is forwarded', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api)
  await send(server, KEY, MESSAGE)

  const again = await send(server, KEY, { content: MESSAGE.content, to: MESSAGE.to })

  expect([again.status, again.json().operationId, again.headers['operation-id']]).toEqual([
    202,
    OPERATION,
    OPERATION,
  ])
  expect(api.seen).toHaveLength(1)
})

test('the same key with another body is a conflict, also while the first is under way', async () => {
  const api = await startApi()
  const { waiting, release } = holdSends(api)
  const server = await startSwitchboard(api)
  const first = send(server, KEY, MESSAGE)
  await expect.poll(waiting).toBe(1)

  const other = await send(server, KEY, { ...MESSAGE, content: { text: 'Another text' } })
  expect(other.status).toBe(409)
  release()
  expect((await first).status).toBe(202)
  expect((await send(server, KEY, { ...MESSAGE, content: { text: 'Another text' } })).status).toBe(409)
  expect(api.seen).toHaveLength(1)
})

test('a repetition while the first is in flight waits for it and gets the same answer', async () => {
  const api = await startApi()
  const { waiting, release } = holdSends(api)
  const server = await startSwitchboard(api)
  const answers = Array.from({ length: 10 }, () => send(server, KEY, MESSAGE))
  await expect.poll(waiting).toBe(1)
  await delay(50)
  release()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(10).fill(202))
  expect(api.seen).toHaveLength(1)
})

test('a refusal is passed on whole and journalled with codes and places, not with its wording', async () => {
  const api = await startApi()
  const body = {
    errors: [{ code: 21211, message: "'+12065551337' is no number", context: '$.to[0].address' }],
  }
  api.answer = (_, response) => json(response, 400, body)
  const state = temporaryFolder()
  const server = await startSwitchboard(api, { state })

  const answer = await send(server, KEY, MESSAGE)
  expect([answer.status, answer.json()]).toEqual([400, body])
  expect(await entryOf(server)).toMatchObject({
    state: 'refused',
    status: 400,
    errors: [{ code: 21211, context: '$.to[0].address' }],
  })
  expect(readFileSync(join(state, 'sends.jsonl'), 'utf8')).not.toContain('2065551337')

  const again = await send(server, KEY, MESSAGE)
  expect([again.status, again.json().errors[0].code, again.json().errors[0].context]).toEqual([
    400,
    21211,
    '$.to[0].address',
  ])
  expect(api.seen).toHaveLength(1)
})

test.each([
  [
    'the connection is cut',
    502,
    (seen: Seen, response: ServerResponse) => (seen.method === 'POST' ? response.destroy() : undefined),
  ],
  [
    'the API fails',
    502,
    (seen: Seen, response: ServerResponse) => seen.method === 'POST' && json(response, 500, {}),
  ],
  [
    'a gateway says 503',
    502,
    (seen: Seen, response: ServerResponse) =>
      seen.method === 'POST' && json(response, 503, {}, { 'retry-after': '0' }),
  ],
  ['nothing comes in time', 502, () => undefined],
  [
    'a page of somebody else comes with 200',
    502,
    (seen: Seen, response: ServerResponse) => seen.method === 'POST' && response.end('<html>Sign in</html>'),
  ],
  [
    'errors come with 200',
    502,
    (seen: Seen, response: ServerResponse) =>
      seen.method === 'POST' && json(response, 200, { errors: [{ code: 400, message: 'no' }] }),
  ],
  [
    'a success without content comes',
    502,
    (seen: Seen, response: ServerResponse) => seen.method === 'POST' && response.writeHead(204).end(),
  ],
  [
    'it is sent elsewhere',
    502,
    (seen: Seen, response: ServerResponse) =>
      seen.method === 'POST' && response.writeHead(307, { location: '/v1/Messages' }).end(),
  ],
])('when %s the send is unknown, and no status claims that it was not done', async (_, status, fail) => {
  const api = await startApi()
  api.answer = fail
  const server = await startSwitchboard(api, { override: { timeoutMs: 300 } })
  const answer = await send(server, KEY, MESSAGE)
  expect([answer.status, answer.headers['send-state']]).toEqual([status, 'unknown'])
  expect(sentenceOf(answer)).toContain('not known whether this was sent')
  expect((await entryOf(server)).state).toBe('unknown')
  const again = await send(server, KEY, MESSAGE)
  expect([again.status, again.headers['send-state']]).toEqual([502, 'unknown'])
  expect(posts(api.seen)).toHaveLength(1)
})

test('reads share a connection to the API, a send has one of its own', async () => {
  const api = await startApi()
  const sockets: unknown[] = []
  api.answer = (seen, response) => {
    sockets.push(response.socket)
    accepting(seen, response)
  }
  const server = await startSwitchboard(api)
  for (const query of ['?x=1', '?x=2']) await ask(server, `/comms/v1/Messages${query}`)
  await send(server, KEY, MESSAGE)
  expect([sockets[1] === sockets[0], sockets[2] === sockets[0]]).toEqual([true, false])
})

test('an unknown send is found by its tag, and its operation through what it is related to', async () => {
  const api = await startApi()
  let looks = 0
  api.answer = (seen, response) => {
    looks += Number(seen.method === 'GET')
    if (seen.method === 'POST') response.destroy()
    else json(response, 200, { messages: looks < 3 ? [] : [FOUND], pagination: {} })
  }
  const server = await startSwitchboard(api, quick)
  await send(server, KEY, MESSAGE)
  await expect.poll(async () => (await entryOf(server)).state).toBe('accepted')
  expect((await entryOf(server)).operationId).toBe(OPERATION)
  expect(api.seen.at(-1)?.url).toBe(`/v1/Messages?tags=send-key%3A${KEY}%3B`)
  const again = await send(server, KEY, MESSAGE)
  expect([again.status, again.json().operationId]).toEqual([202, OPERATION])
  expect(posts(api.seen)).toHaveLength(1)
})

test('after ten minutes of empty lists the send counts as not found', async () => {
  const api = await startApi()
  api.answer = (seen, response) =>
    seen.method === 'POST' ? void response.destroy() : accepting(seen, response)
  let time = Date.now()
  const waits: number[] = []
  const sleep = (ms: number) => Promise.resolve(void (waits.push(ms), (time += ms)))
  const server = await startSwitchboard(api, { now: () => time, sleep })
  await send(server, KEY, MESSAGE)
  await expect.poll(async () => (await entryOf(server)).state).toBe('not-found')
  expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000])
  const total = waits.reduce((sum, ms) => sum + ms, 0)
  expect(total).toBeGreaterThanOrEqual(600_000)
  expect(total).toBeLessThan(670_000)
  expect((await send(server, KEY, MESSAGE)).status).toBe(404)
  expect(posts(api.seen)).toHaveLength(1)
})

test.each([
  ['does not answer', (response: ServerResponse) => response.destroy()],
  [
    'ignores the filter',
    (response: ServerResponse) => json(response, 200, { messages: [{ id: 'other', tags: {} }] }),
  ],
  ['answers with HTML', (response: ServerResponse) => response.end('<html>')],
])('a send stays unknown when the list %s', async (_, list) => {
  const api = await startApi()
  api.answer = (seen, response) => (seen.method === 'POST' ? void response.destroy() : list(response))
  let time = Date.now()
  const sleep = (ms: number) => Promise.resolve(void (time += ms))
  const server = await startSwitchboard(api, { now: () => time, sleep })
  await send(server, KEY, MESSAGE)
  await expect.poll(() => time - Date.now()).toBeGreaterThan(590_000)
  await expect.poll(() => api.seen.length).toBeGreaterThan(10)
  expect((await entryOf(server)).state).toBe('unknown')
})

test('a 202 that names no operation is a success, and the operation is found by the tag', async () => {
  const api = await startApi()
  api.answer = (seen, response) => {
    if (seen.method === 'POST') response.writeHead(202).end()
    else json(response, 200, { messages: [FOUND], pagination: {} })
  }
  const server = await startSwitchboard(api, quick)
  const answer = await send(server, KEY, MESSAGE)
  expect([answer.status, answer.headers['send-state']]).toEqual([202, 'accepted'])
  await expect.poll(async () => (await entryOf(server)).operationId).toBe(OPERATION)
})

test('a 202 whose body is cut off is accepted by what its headers say', async () => {
  const api = await startApi()
  api.answer = (_, response) => {
    response.writeHead(202, { 'operation-id': OPERATION, 'content-length': '100' }).write('{"oper')
    setImmediate(() => response.destroy())
  }
  const server = await startSwitchboard(api)
  expect((await send(server, KEY, MESSAGE)).status).toBe(202)
  expect(await entryOf(server)).toMatchObject({ state: 'accepted', operationId: OPERATION })
})

test('with ten tags in use the body goes out as it is and the agent is told what is lost', async () => {
  const api = await startApi()
  api.answer = (_, response) => void response.destroy()
  const server = await startSwitchboard(api, quick)
  const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`tag${index}`, 'x']))
  const answer = await send(server, KEY, { ...MESSAGE, tags })
  expect(JSON.parse(api.seen[0]?.body ?? '').tags).toEqual(tags)
  expect(sentenceOf(answer)).toContain('cannot look for it')
  expect(await entryOf(server)).toMatchObject({ state: 'unknown', traceable: false })
  expect(api.seen).toHaveLength(1)
})

test('a key copied from an earlier send is replaced, and makes room for itself', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api)
  const tags = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`tag${index}`, 'x']))
  await send(server, KEY, { ...MESSAGE, tags: { ...tags, 'send-key': 'old' } })
  expect(JSON.parse(api.seen[0]?.body ?? '').tags).toEqual({ ...tags, 'send-key': KEY })
})

test('when no connection can be made nothing was sent, and the same key may be used again', async () => {
  const api = await startApi()
  api.answer = accepting
  const state = temporaryFolder()
  const nowhere = await startSwitchboard({ url: 'http://127.0.0.1:9' }, { state })
  const answer = await send(nowhere, KEY, MESSAGE)
  expect([answer.status, answer.headers['send-state']]).toEqual([503, 'not-sent'])
  expect(sentenceOf(answer)).toContain('Nothing was sent')
  expect((await entryOf(nowhere)).state).toBe('not-sent')
  await nowhere.close()

  const server = await startSwitchboard(api, { state })
  expect((await send(server, KEY, MESSAGE)).status).toBe(202)
  expect((await entryOf(server)).state).toBe('accepted')
})

test.each([[''], ['short'], ['with blank'], ['ümlaut-key-1'], ['x'.repeat(129)]])(
  'the key "%s" is refused',
  async (key) => {
    const api = await startApi()
    const server = await startSwitchboard(api)
    const answer = await send(server, Buffer.from(key).toString('latin1'), MESSAGE)
    expect([answer.status, api.seen.length]).toEqual([400, 0])
  },
)

test.each([['not JSON'], ['[]'], ['null'], [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`]])(
  'the unusable body of case %# is refused',
  async (body) => {
    const api = await startApi()
    const server = await startSwitchboard(api)
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': KEY,
    }
    const answer = await ask(server, '/comms/v1/Messages', { method: 'POST', headers, body })
    expect([answer.status, api.seen.length]).toEqual([400, 0])
  },
)

test('nothing goes out while the journal cannot be written, and it goes out once it can', async () => {
  const api = await startApi()
  api.answer = accepting
  const folder = temporaryFolder()
  const state = join(folder, 'state')
  writeFileSync(state, 'a file where the folder should be')
  const server = await startSwitchboard(api, { state })
  const answer = await send(server, KEY, MESSAGE)
  expect([answer.status, answer.headers['send-state'], api.seen.length]).toEqual([503, 'not-sent', 0])
  expect(sentenceOf(answer)).toMatch(/journal cannot be written.*Nothing was sent/)
  const health = await ask(server, '/healthz')
  expect([health.status, health.json().journal]).toEqual([503, expect.stringContaining('EEXIST')])

  rmSync(state)
  mkdirSync(state)
  expect((await send(server, KEY, MESSAGE)).status).toBe(202)
  expect((await ask(server, '/healthz')).json().journal).toBe('writable')
})

test('a full disk holds the send back', async () => {
  const api = await startApi()
  const state = temporaryFolder()
  // A device that is always full stands in for the disk.
  symlinkSync('/dev/full', join(state, 'sends.jsonl'))
  const server = await startSwitchboard(api, { state })
  const answer = await send(server, KEY, MESSAGE)
  expect([answer.status, api.seen.length]).toEqual([503, 0])
  expect(sentenceOf(answer)).toContain('ENOSPC')
})

test('closing finishes the send under way and takes no new one', async () => {
  const api = await startApi()
  const { waiting, release } = holdSends(api)
  const state = temporaryFolder()
  const server = await startSwitchboard(api, { state })
  const first = send(server, KEY, MESSAGE)
  await expect.poll(waiting).toBe(1)
  const closed = server.close()
  await expect(send(server, 'key-0002-aaaa', MESSAGE)).rejects.toThrow('ECONNREFUSED')
  release()
  expect((await first).status).toBe(202)
  await closed
  expect(readFileSync(join(state, 'sends.jsonl'), 'utf8')).toContain('"state":"accepted"')
  expect(api.seen).toHaveLength(1)
})

test('a send that the browser gave up on is finished and journalled all the same', async () => {
  const api = await startApi()
  const { waiting, release } = holdSends(api)
  const server = await startSwitchboard(api)
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'idempotency-key': KEY,
  }
  const outgoing = request({
    host: '127.0.0.1',
    port: server.port,
    path: '/comms/v1/Messages',
    method: 'POST',
    headers,
  })
  outgoing.on('error', () => undefined)
  outgoing.end(JSON.stringify(MESSAGE))
  await expect.poll(waiting).toBe(1)
  outgoing.destroy()
  release()
  await expect.poll(async () => (await entryOf(server)).state).toBe('accepted')
})

test('a send that waits for its turn is on its way for whoever asks, not "never left"', async () => {
  const api = await startApi()
  const held: (() => void)[] = []
  api.answer = (seen, response) => void held.push(() => accepting(seen, response))
  const server = await startSwitchboard(api, { override: { timeoutMs: 20_000 } })
  const reads = Array.from({ length: 32 }, (_, index) => ask(server, `/comms/v1/Messages?x=${index}`))
  await expect.poll(() => held.length).toBe(32)
  const waiting = send(server, KEY, MESSAGE)
  await expect.poll(async () => (await entryOf(server)).state).toBe('sent')
  expect(posts(api.seen)).toHaveLength(0)
  held.splice(0).forEach((answer) => answer())
  await expect.poll(() => held.length).toBe(1)
  held.splice(0).forEach((answer) => answer())
  expect((await waiting).status).toBe(202)
  expect((await entryOf(server)).state).toBe('accepted')
  await Promise.all(reads)
})

test('a send that is still coming in is on its way; one that breaks off never left', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api)
  const body = JSON.stringify(MESSAGE)
  const begin = (key: string) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': key,
    }
    const options = {
      host: '127.0.0.1',
      port: server.port,
      path: '/comms/v1/Messages',
      method: 'POST',
      headers,
    }
    const outgoing = request({ ...options, agent: false })
    outgoing.on('error', () => undefined)
    outgoing.write(body.slice(0, 20))
    return outgoing
  }
  const whole = begin(KEY)
  const broken = begin('key-0002-aaaa')
  for (const key of [KEY, 'key-0002-aaaa'])
    await expect.poll(async () => (await ask(server, `/journal/${key}`)).json().state).toBe('sent')
  whole.end(body.slice(20))
  broken.destroy()
  await expect.poll(async () => (await entryOf(server)).state).toBe('accepted')
  await expect.poll(async () => (await ask(server, '/journal/key-0002-aaaa')).status).toBe(404)
  expect(posts(api.seen)).toHaveLength(1)
})

test('two servers on one journal send a key once, and each knows what the other has done', async () => {
  const api = await startApi()
  api.answer = accepting
  const state = temporaryFolder()
  const one = await startSwitchboard(api, { state })
  const other = await startSwitchboard(api, { state })
  const both = [send(one, KEY, MESSAGE), send(other, KEY, MESSAGE)]
  expect((await Promise.all(both)).map(({ status }) => status)).toContain(202)
  for (const server of [one, other]) {
    expect(await entryOf(server)).toMatchObject({ state: 'accepted', operationId: OPERATION })
    expect((await send(server, KEY, MESSAGE)).status).toBe(202)
    expect((await send(server, KEY, { ...MESSAGE, content: { text: 'Another text' } })).status).toBe(409)
  }
  expect(posts(api.seen)).toHaveLength(1)
})

test('what was sent to the simulator does not count as sent to the account', async () => {
  const api = await startApi()
  api.answer = accepting
  const state = temporaryFolder()
  const env = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' }
  const simulated = await startSwitchboard({ url: '' }, { env, state })
  expect((await send(simulated, KEY, MESSAGE)).status).toBe(202)
  await simulated.close()
  const server = await startSwitchboard(api, { state })
  expect((await send(server, KEY, MESSAGE)).status).toBe(409)
  expect((await send(server, 'key-0002-aaaa', MESSAGE)).status).toBe(202)
})

test('what is no tag, and no place in the request, is not written down', async () => {
  const api = await startApi()
  const errors = [{ code: 21211, message: 'bad', context: "to '+12065551337': What day is it?" }]
  api.answer = (_, response) => json(response, 400, { errors })
  const state = temporaryFolder()
  const server = await startSwitchboard(api, { state })
  const tags = { desk: '4', note: 'What day is it?', '+12065551337': 'x', long: 'x'.repeat(300) }
  await send(server, KEY, { ...MESSAGE, tags })
  expect(await entryOf(server)).toMatchObject({
    state: 'refused',
    tags: { desk: '4' },
    errors: [{ code: 21211, context: null }],
  })
  expect(readFileSync(join(state, 'sends.jsonl'), 'utf8')).not.toMatch(/2065551337|What day|xxx/)
})

test('a send that was accepted without an id is looked for again when somebody asks after a restart', async () => {
  const api = await startApi()
  let isListed = false
  api.answer = (seen, response) => {
    if (seen.method === 'POST') response.writeHead(202).end()
    else json(response, 200, { messages: isListed ? [FOUND] : [], pagination: {} })
  }
  const state = temporaryFolder()
  const before = await startSwitchboard(api, { state })
  await send(before, KEY, MESSAGE)
  await before.close()
  isListed = true
  const server = await startSwitchboard(api, { state })
  await expect.poll(async () => (await entryOf(server)).operationId).toBe(OPERATION)
  expect(posts(api.seen)).toHaveLength(1)
})
