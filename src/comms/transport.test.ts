import { once } from 'node:events'
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFullClient } from './fullClient'
import type { CommsError } from './errors'
import { errorOf } from './fixtures'
import type { SendRequest } from './requests'
import type { Json } from './resources'
import { shouldRetry } from './retry'

const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const SEND: SendRequest = {
  to: [{ addresses: [{ address: '+12065551337', channel: 'PHONE' }], profileId: null, memoryStoreId: null }],
  from: null,
  content: { text: 'hi', media: [], contentId: null },
  tags: {},
}

type Answering = (request: Request) => Response | Promise<Response>
const clientOf = (answer: Answering, timeout?: number) =>
  createFullClient({
    baseUrl: 'http://x',
    dialect: 'current',
    fetch: async (request) => answer(request),
    timeout,
  })
const json = (body: Json, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

/** A body that says something and then nothing more, deaf to any signal. */
const stalled = () =>
  new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"messages":[')) })
const cut = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"errors":['))
      queueMicrotask(() => controller.error(new TypeError('terminated')))
    },
  })

/** Collects garbage now, whatever flags the tests run with. */
function collectGarbage(): void {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

describe('an answer that never ends', () => {
  it.each<[string, Answering]>([
    ['no status', () => new Promise(() => undefined)],
    ['a body that stalls', () => new Response(stalled())],
  ])('%s: ends by the time-out and by the abort, though nobody listens to the signal', async (_, answer) => {
    expect(await errorOf(clientOf(answer, 5).listMessages({}, {}))).toMatchObject({ kind: 'timeout' })
    expect(await errorOf(clientOf(answer, 5).sendMessages(SEND, { key: 'k' }))).toMatchObject({
      kind: 'timeout',
      mayHaveBeenDone: true,
    })
    const abort = new AbortController()
    const aborted = clientOf((request) => {
      queueMicrotask(() => abort.abort())
      return answer(request)
    }).listMessages({}, {}, { signal: abort.signal })
    expect(await errorOf(aborted)).toMatchObject({ kind: 'aborted' })
  })

  it('is given up at the server too, also after a garbage collection', async () => {
    const ends: Promise<unknown>[] = []
    const server = createServer((_, response) => {
      ends.push(once(response, 'close'))
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"messages":[')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    const baseUrl = `http://127.0.0.1:${port}`
    const begun = async (count: number) => {
      await expect.poll(() => ends.length).toBe(count)
      // The headers have arrived when the client waits for the body; a few turns of the loop see to that.
      for (let turn = 0; turn < 20; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve))
        collectGarbage()
      }
    }

    const abort = new AbortController()
    const { signal } = abort
    const aborted = errorOf(
      createFullClient({ baseUrl, dialect: 'current' }).listMessages({}, {}, { signal }),
    )
    await begun(1)
    abort.abort()
    expect((await aborted).kind).toBe('aborted')
    await ends[0]

    const late = errorOf(createFullClient({ baseUrl, dialect: 'current', timeout: 500 }).listMessages({}, {}))
    await begun(2)
    expect((await late).kind).toBe('timeout')
    await ends[1]
  })

  it.each<[string, () => ReadableStream]>([
    ['stalls', stalled],
    ['is cut', cut],
  ])('says what its status says when the body of an error %s', async (_, body) => {
    const of = (status: number, headers = {}) =>
      errorOf(clientOf(() => new Response(body(), { status, headers }), 5).sendMessages(SEND, { key: 'k' }))
    expect(await of(400)).toMatchObject({ kind: 'invalid', status: 400, mayHaveBeenDone: false, body: '' })
    expect(await of(503)).toMatchObject({ kind: 'unavailable', mayHaveBeenDone: false })
    expect(await of(500)).toMatchObject({ kind: 'server', mayHaveBeenDone: true })
    const limited = await of(429, { 'retry-after': '7' })
    expect(limited).toMatchObject({ kind: 'rate-limited', mayHaveBeenDone: false })
    expect(limited.retryAt).not.toBeNull()
  })

  it('still counts as accepted where the status is 202', async () => {
    const headers = { 'operation-id': OPERATION }
    const client = clientOf(() => new Response(stalled(), { status: 202, headers }), 5)
    expect(await client.sendMessages(SEND, { key: 'k' })).toMatchObject({ operationId: OPERATION })
  })
})

describe('what was cancelled before it left', () => {
  it('was not done, and asks nobody', async () => {
    let asked = 0
    const client = clientOf(() => {
      asked += 1
      return json({}, 202)
    })
    const error = await errorOf(client.sendMessages(SEND, { key: 'k', signal: AbortSignal.abort() }))
    expect([error.kind, error.mayHaveBeenDone, asked]).toEqual(['aborted', false, 0])
  })
})

/** Section 5.1: the shapes of an error body, of the API in either dialect and of what stands before it. */
const BODIES: [string, (status: number) => Response, object[]][] = [
  [
    'current',
    (status) =>
      json(
        { errors: [{ code: 21211, message: 'm', infoUrl: 'https://t.co/x', context: '$.to[0].address' }] },
        status,
      ),
    [{ code: 21211, message: 'm', infoUrl: 'https://t.co/x', context: '$.to[0].address' }],
  ],
  [
    'early',
    (status) => json({ errors: [{ code: status, message: 'm' }], status }, status),
    [{ message: 'm', infoUrl: null, context: null }],
  ],
  [
    'classic',
    (status) => json({ code: 20003, message: 'm', more_info: 'https://t.co/x', status }, status),
    [{ code: 20003, message: 'm', infoUrl: 'https://t.co/x' }],
  ],
  [
    'RFC 9457',
    (status) => json({ type: 'about:blank', title: 'm', status }, status),
    [{ code: null, message: 'm' }],
  ],
  ['HTML', (status) => new Response('<html>no</html>', { status }), []],
  ['empty', (status) => new Response(null, { status }), []],
]

/** Section 5.2, and the statuses that a gateway adds. Whether a read is asked again, and whether a write is in doubt. */
const ROWS: [status: number, kind: CommsError['kind'], isRetried: boolean, isInDoubt: boolean][] = [
  [400, 'invalid', false, false],
  [401, 'refused', false, false],
  [403, 'refused', false, false],
  [404, 'missing', false, false],
  [405, 'invalid', false, false],
  [408, 'timeout', true, true],
  [409, 'conflict', false, false],
  [410, 'missing', false, false],
  [413, 'invalid', false, false],
  [422, 'invalid', false, false],
  [429, 'rate-limited', true, false],
  [500, 'server', true, true],
  [501, 'server', true, true],
  [502, 'server', true, true],
  [503, 'unavailable', true, false],
  [504, 'server', true, true],
]

describe.each(ROWS)('status %i', (status, kind, isRetried, isInDoubt) => {
  it.each(BODIES)('with a body that is %s', async (_, answer, problems) => {
    const client = clientOf(() => answer(status))
    const read = await errorOf(client.fetchOperation(OPERATION))
    expect(read).toMatchObject({ kind, status, problems, method: 'GET', mayHaveBeenDone: false })
    expect(read.problems).toHaveLength(problems.length)
    expect(shouldRetry(0, read)).toBe(isRetried)
    const write = await errorOf(client.sendMessages(SEND, { key: 'k' }))
    expect(write).toMatchObject({ kind, status, problems, method: 'POST', mayHaveBeenDone: isInDoubt })
    expect(shouldRetry(0, write)).toBe(false)
  })
})

describe('a gateway that turns a status into 502', () => {
  const answer = () => json({ errors: [{ code: 404, message: 'gone' }], status: 404 }, 502)

  it('is believed for a read', async () => {
    expect(await errorOf(clientOf(answer).fetchOperation(OPERATION))).toMatchObject({
      kind: 'missing',
      status: 404,
    })
  })

  it('leaves in doubt whether a write was done', async () => {
    expect(await errorOf(clientOf(answer).sendMessages(SEND, { key: 'k' }))).toMatchObject({
      kind: 'server',
      status: 502,
      mayHaveBeenDone: true,
    })
  })
})

describe('a POST that only reads', () => {
  type Client = ReturnType<typeof clientOf>
  const address = { address: '+12065551337', channel: 'PHONE' }
  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['searchMessages', (client) => client.searchMessages({ address: '+12065551337' })],
    ['searchSenders', (client) => client.searchSenders({ address: '+12065551337', channel: 'SMS' })],
    ['resolveSenders', (client) => client.resolveSenders([address], { senderPoolId: 'p' })],
  ])('%s: leaves nothing in doubt and is tried again', async (_, ask) => {
    const answers: Answering[] = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => json({}, 500),
      () => new Response('<html>'),
      () => json({ messages: 1, senders: 1, results: 1 }),
    ]
    for (const answer of answers) {
      const error = await errorOf(ask(clientOf(answer)))
      expect([error.method, error.mayHaveBeenDone, shouldRetry(0, error)]).toEqual(['POST', false, true])
    }
    const refused = await errorOf(ask(clientOf(() => json({}, 400))))
    expect(shouldRetry(0, refused)).toBe(false)
  })
})

describe('a success that is no acceptance', () => {
  const id = 'comms_senderpool_01h9krwprkeee8fzqspvwy6nq8'
  type Client = ReturnType<typeof clientOf>
  const writes: [string, (client: Client) => Promise<unknown>][] = [
    ['sendMessages', (client) => client.sendMessages(SEND, { key: 'k' })],
    ['createSenderPool', (client) => client.createSenderPool({ name: 'p' })],
    ['addPoolSenders', (client) => client.addPoolSenders(id, ['s'])],
  ]
  const answers: [string, () => Response][] = [
    ['200 with errors', () => json({ errors: [{ code: 400, message: 'no' }] })],
    ['200 with somebody else’s JSON', () => json({ ok: true })],
    ['200 and nothing', () => new Response('')],
    ['201', () => json({}, 201)],
    ['204', () => new Response(null, { status: 204 })],
  ]
  const cases = writes.flatMap(([name, write]) =>
    answers.map(([what, answer]) => ({ name, what, write, answer })),
  )
  it.each(cases)('$name: $what leaves in doubt whether it was done', async ({ write, answer }) => {
    const error = await errorOf(write(clientOf(answer)))
    expect(error).toMatchObject({ kind: 'unreadable', mayHaveBeenDone: true })
    expect(shouldRetry(0, error)).toBe(false)
  })

  it.each(writes)('%s: is one where it names the operation', async (_, write) => {
    const answer = () => json({ operationId: OPERATION })
    expect(await write(clientOf(answer))).toMatchObject({ operationId: OPERATION })
  })

  it.each(writes)('%s: a 202 is one, whatever it says (section 1.6)', async (_, write) => {
    expect(await write(clientOf(() => json({ ok: true }, 202)))).toMatchObject({ operationId: null })
  })
})
