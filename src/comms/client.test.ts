import { once } from 'node:events'
import { createServer } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClient, resourcePath } from './client'
import { CommsError } from './errors'
import { errorOf } from './fixtures'
import type { SendRequest } from './requests'
import type { Json } from './resources'
import { retryDelay, shouldRetry } from './retry'

const NOW = Date.parse('2026-01-01T00:00:00Z')
const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const OTHER = 'comms_operation_01h9krwprkeee8fzqspvwy6nq8'
const SEND: SendRequest = {
  to: [{ addresses: [{ address: '+12065551337', channel: 'PHONE' }], profileId: null, memoryStoreId: null }],
  from: null,
  content: { text: 'hi', media: [], contentId: null },
  tags: {},
}

type Handler = (request: Request) => Promise<Response>
const json = (body: Json, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

function clientOf(handler: Handler, dialect: 'auto' | 'early' | 'current' = 'current', timeout?: number) {
  const requests: Request[] = []
  const fetch: Handler = (request) => {
    requests.push(request)
    return handler(request)
  }
  return {
    requests,
    client: createClient({ baseUrl: 'http://x/comms', dialect, fetch, timeout, now: () => NOW }),
  }
}

/** A body that breaks off after its first bytes, as when a connection is cut. */
function cutBody(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"messages":['))
      queueMicrotask(() => controller.error(new TypeError('terminated')))
    },
  })
}

describe('every bad answer is one kind of error that says what may have happened', () => {
  const HTML = new TextEncoder().encode('<html>Bad gateway</html>')
  it.each<[string, () => Response, object, boolean]>([
    [
      '400',
      () => json({ errors: [{ code: 21211, message: 'bad' }] }, 400),
      { kind: 'invalid', message: 'bad' },
      false,
    ],
    ['401', () => json({ code: 20003, message: 'Authenticate' }, 401), { kind: 'refused' }, false],
    ['403', () => json({}, 403), { kind: 'refused', status: 403 }, false],
    ['404', () => json({ errors: [{ code: 20404, message: 'gone' }] }, 404), { kind: 'missing' }, false],
    ['409', () => json({ errors: [{ code: 20409, message: 'busy' }] }, 409), { kind: 'conflict' }, false],
    ['413', () => json({ errors: [{ code: 20413, message: 'big' }] }, 413), { kind: 'invalid' }, false],
    [
      '429',
      () => json({}, 429, { 'retry-after': '7' }),
      { kind: 'rate-limited', retryAt: NOW + 7000 },
      false,
    ],
    [
      '429 with a date',
      () => json({}, 429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }),
      { retryAt: NOW + 9000 },
      false,
    ],
    ['500', () => json({ errors: [{ code: 20500, message: 'oops' }] }, 500), { kind: 'server' }, true],
    [
      '502 with HTML',
      () => new Response(HTML, { status: 502 }),
      { kind: 'server', body: '<html>Bad gateway</html>' },
      true,
    ],
    ['503', () => json({}, 503, { 'retry-after': '2' }), { kind: 'unavailable', retryAt: NOW + 2000 }, false],
    ['200 with HTML', () => new Response(HTML), { kind: 'unreadable', status: 200 }, true],
    ['200 cut in the JSON', () => new Response('{"messages":[{"id"'), { kind: 'unreadable' }, true],
    ['200 cut in the connection', () => new Response(cutBody()), { kind: 'network' }, true],
  ])('%s', async (_, answer, expected, sendInDoubt) => {
    const { client } = clientOf(async () => answer())
    expect(await errorOf(client.listMessages({}, {}))).toMatchObject({ ...expected, mayHaveBeenDone: false })
    if (answer().status === 200) return
    expect(await errorOf(client.sendMessages(SEND, { key: 'k' }))).toMatchObject({
      ...expected,
      method: 'POST',
      mayHaveBeenDone: sendInDoubt,
    })
  })

  it('no connection', async () => {
    const { client, requests } = clientOf(() => Promise.reject(new TypeError('fetch failed')))
    expect(await errorOf(client.sendMessages(SEND, { key: 'k' }))).toMatchObject({
      kind: 'network',
      status: null,
      mayHaveBeenDone: true,
    })
    expect(requests).toHaveLength(1)
  })

  it('no answer in time, and cancelled by us', async () => {
    const never: Handler = async ({ signal }) => {
      signal.throwIfAborted()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      throw signal.reason as Error
    }
    expect(await errorOf(clientOf(never, 'current', 5).client.fetchOperation(OPERATION))).toMatchObject({
      kind: 'timeout',
    })
    const cancelled = clientOf(never).client.fetchOperation(OPERATION, { signal: AbortSignal.abort() })
    expect(await errorOf(cancelled)).toMatchObject({ kind: 'aborted' })
  })

  it('any bytes under any status give a value or a CommsError', async () => {
    const status = fc.constantFrom(200, 202, 301, 400, 401, 404, 418, 429, 500, 502, 503)
    await fc.assert(
      fc.asyncProperty(status, fc.oneof(fc.string(), fc.json()), fc.boolean(), async (code, body, read) => {
        const { client } = clientOf(async () => new Response(body, { status: code }))
        const call = read ? client.listMessages({}, {}) : client.sendMessages(SEND, { key: 'k' })
        await call.catch((error: unknown) => expect(error).toBeInstanceOf(CommsError))
      }),
    )
  })
})

describe('a send', () => {
  it('goes out once with its key', async () => {
    const { client, requests } = clientOf(async () => json({ operationId: OPERATION }, 202))
    expect((await client.sendMessages(SEND, { key: 'one' })).operationId).toBe(OPERATION)
    expect(requests.map((request) => [request.method, request.headers.get('idempotency-key')])).toEqual([
      ['POST', 'one'],
    ])
  })

  it.each([
    ['empty', null],
    ['cut', '{"operationId":"comms_op'],
    ['HTML', '<html>'],
  ])('accepted with an %s body counts as accepted', async (_, body) => {
    const { client } = clientOf(async () => new Response(body, { status: 202 }))
    expect(await client.sendMessages(SEND, { key: 'k' })).toMatchObject({ operationId: null })
  })

  it('accepted and then cut off counts as accepted, followed by its header', async () => {
    const { client } = clientOf(
      async () => new Response(cutBody(), { status: 202, headers: { 'operation-id': OPERATION } }),
    )
    expect(await client.sendMessages(SEND, { key: 'k' })).toMatchObject({ operationId: OPERATION })
  })

  it('by a client that has seen nothing reads first, then writes in the dialect it saw', async () => {
    const { client, requests } = clientOf(async (request) => {
      if (request.method === 'POST') return new Response(null, { status: 202 })
      return json({ messages: [], pagination: { next: null, self: '/Messages?page_size=1' } })
    }, 'auto')
    await client.sendMessages(SEND, { key: 'k' })
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(await requests[1]?.json()).toMatchObject({ to: [{ channel: 'phone' }] })
  })

  it('is made even if that read fails', async () => {
    const { client } = clientOf(async (request) => {
      return request.method === 'POST' ? json({ operationId: OPERATION }, 202) : json({}, 500)
    }, 'auto')
    expect((await client.sendMessages(SEND, { key: 'k' })).operationId).toBe(OPERATION)
  })

  it('is never repeated because of a redirect', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.writeHead(307, { location: '/v1/Messages' }).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, dialect: 'current' })
    const error = await errorOf(client.sendMessages(SEND, { key: 'key-1' }))
    expect([error.mayHaveBeenDone, asked]).toEqual([true, 1])
  })
})

describe('the messages of one operation', () => {
  const page = (operation: string) =>
    json({
      messages: [{ id: 'm', related: [{ name: 'OPERATION', id: operation }] }],
      pagination: { next: null },
    })

  it('are asked for in the other spelling when the server ignored the first', async () => {
    const { client, requests } = clientOf(async ({ url }) =>
      page(url.includes('operation_id=') ? OPERATION : OTHER),
    )
    const { items } = await client.listMessages({ operationId: OPERATION }, {})
    expect(items[0]?.related[0]?.id).toBe(OPERATION)
    expect(requests).toHaveLength(2)
  })

  it('are never somebody else’s', async () => {
    const { client } = clientOf(async () => page(OTHER))
    expect(await errorOf(client.listMessages({ operationId: OPERATION }, {}))).toMatchObject({
      kind: 'unreadable',
    })
  })
})

describe('reads are tried again', () => {
  const error = (kind: CommsError['kind'], retryAt: number | null = null, method = 'GET') =>
    new CommsError({ kind, message: '', method, path: '/', retryAt })

  it.each([
    ['server', true],
    ['network', true],
    ['unreadable', true],
    ['missing', false],
    ['invalid', false],
    ['refused', false],
    ['aborted', false],
  ] as const)('%s: %s', (kind, expected) => {
    expect(shouldRetry(0, error(kind), NOW)).toBe(expected)
  })

  it('never writes, never for ever, never before Retry-After', () => {
    expect(shouldRetry(0, error('server', null, 'POST'), NOW)).toBe(false)
    expect(shouldRetry(2, error('server'), NOW)).toBe(false)
    expect(shouldRetry(0, error('rate-limited', NOW + 60_000), NOW)).toBe(false)
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(15_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, wait, random) => {
          expect(retryDelay(failures, error('rate-limited', NOW + wait), NOW, random)).toBeGreaterThanOrEqual(
            wait,
          )
          expect(retryDelay(failures, error('server'), NOW, random)).toBeLessThanOrEqual(22_500)
        },
      ),
    )
  })
})

describe('resources of any kind', () => {
  it('are read where the API publishes a route', () => {
    expect(resourcePath(OPERATION)).toBe(`/Messages/Operations/${OPERATION}`)
    expect(resourcePath(OPERATION, 'email')).toBe(`/Emails/Operations/${OPERATION}`)
    expect(resourcePath(OPERATION, 'senderpool')).toBe(`/SenderPools/Operations/${OPERATION}`)
    expect(resourcePath('comms_session_96c975d029164690a4abcc47afcf4938')).toBeNull()
    expect(resourcePath('../../etc')).toBeNull()
  })
})

describe('an API that moved on', () => {
  it('is read all the same: fields and values nobody knows', async () => {
    const { client, requests } = clientOf(async () =>
      json({
        id: OPERATION,
        status: 'PAUSED_BY_CARRIER',
        stats: { total: 3, recipients: 3, delivered: 1, teleported: 2 },
        uri: `https://comms.twilio.com/v1/Messages/Operations/${OPERATION}`,
        createdAt: '2027-01-01T00:00:00Z',
      }),
    )
    const operation = await client.fetchOperation(OPERATION)
    expect(operation).toMatchObject({ status: 'PAUSED_BY_CARRIER', stats: { delivered: 1, failed: null } })
    expect(requests[0]?.url).toContain('/v1/')
    expect((await client.novelties()).map(({ place }) => place)).toEqual([
      'operation.status = PAUSED_BY_CARRIER',
      'operation.stats.teleported',
      'operation.uri',
    ])
  })

  it('is asked in the version that the connection is set to', async () => {
    const urls: string[] = []
    const client = createClient({
      baseUrl: 'http://x/comms',
      version: 'preview',
      fetch: async ({ url }) => {
        urls.push(url)
        return json({ id: OPERATION, status: 'completed', createdAt: '2026-01-01T00:00:00Z' })
      },
    })
    // The preview mixes today's field names with lower-case values (section 3).
    expect(await client.fetchOperation(OPERATION)).toMatchObject({ status: 'COMPLETED' })
    expect(urls).toEqual([`http://x/comms/preview/Messages/Operations/${OPERATION}`])
  })
})
