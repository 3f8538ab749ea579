import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommsError } from './errors'
import { createFullClient, type FullClient } from './fullClient'
import type { CallOptions } from './core'
import type { SendRequest } from './requests'
import type { Json } from './resources'

const MESSAGE = 'comms_message_01k4vge32ce3ar18sy56svjjpb'
const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const POOL = 'comms_senderpool_01h9krwprkeee8fzqspvwy6nq8'
const SENDER = 'comms_sender_01h9krwprkeee8fzqspvwy6nq8'
const EMAIL = 'comms_email_01h9krwprkeee8fzqspvwy6nq8'
const PHONE = '+12065551337'
const WITHIN = { startDate: '2026-01-01T00:00:00Z', status: 'SENT' }
const SEND: SendRequest = {
  to: [{ addresses: [{ address: PHONE, channel: 'PHONE' }], profileId: null, memoryStoreId: null }],
  from: null,
  content: { text: 'hi', media: [], contentId: null },
  tags: { desk: '4' },
}

type CallName = Exclude<
  keyof FullClient,
  'version' | 'dialect' | 'dialectSeen' | 'capabilities' | 'novelties'
>

/** Every call of the client: one that is missing here does not compile. */
const CALLS: Record<CallName, (client: FullClient, options: CallOptions) => Promise<unknown>> = {
  sendMessages: (client, options) => client.sendMessages(SEND, { key: 'k', ...options }),
  listMessages: (client, options) =>
    client.listMessages({ ...WITHIN, operationId: OPERATION, tags: { desk: '4' } }, { pageSize: 2 }, options),
  fetchMessage: (client, options) => client.fetchMessage(MESSAGE, options),
  listReceipts: (client, options) => client.listReceipts(MESSAGE, {}, options),
  seekMessage: (client, options) => client.seekMessage('SM0123456789abcdef0123456789abcdef', options),
  updateTags: (client, options) => client.updateTags('operation', OPERATION, { desk: '4' }, options),
  searchMessages: (client, options) => client.searchMessages({ address: PHONE, ...WITHIN }, {}, options),
  listOperations: (client, options) => client.listOperations(WITHIN, {}, options),
  fetchOperation: (client, options) => client.fetchOperation(OPERATION, options),
  listOperationErrors: (client, options) => client.listOperationErrors(OPERATION, {}, options),
  cancelOperation: (client, options) => client.cancelOperation(OPERATION, options),
  fetchResource: (client, options) => client.fetchResource(MESSAGE, options),
  listSenders: (client, options) => client.listSenders({ channel: 'SMS' }, {}, options),
  fetchSender: (client, options) => client.fetchSender(SENDER, options),
  searchSenders: (client, options) => client.searchSenders({ address: PHONE, channel: 'SMS' }, {}, options),
  resolveSenders: (client, options) =>
    client.resolveSenders([{ address: PHONE, channel: 'PHONE' }], { senderPoolId: POOL }, options),
  listSenderPools: (client, options) => client.listSenderPools({ operationId: OPERATION }, {}, options),
  fetchSenderPool: (client, options) => client.fetchSenderPool(POOL, options),
  listPoolMembers: (client, options) => client.listPoolMembers(POOL, {}, { pageSize: 2 }, options),
  createSenderPool: (client, options) => client.createSenderPool({ name: 'p' }, options),
  editSenderPool: (client, options) => client.editSenderPool(POOL, { name: 'p' }, options),
  deleteSenderPool: (client, options) => client.deleteSenderPool(POOL, options),
  addPoolSenders: (client, options) => client.addPoolSenders(POOL, [SENDER], options),
  removePoolSender: (client, options) => client.removePoolSender(POOL, SENDER, options),
  listPoolOperations: (client, options) => client.listPoolOperations(WITHIN, {}, options),
  fetchPoolOperation: (client, options) => client.fetchPoolOperation(OPERATION, options),
  listEmails: (client, options) => client.listEmails(WITHIN, {}, options),
  fetchEmail: (client, options) => client.fetchEmail(EMAIL, options),
  listEmailOperations: (client, options) => client.listEmailOperations(WITHIN, {}, options),
  fetchEmailOperation: (client, options) => client.fetchEmailOperation(OPERATION, options),
}
const EVERY_CALL = Object.entries(CALLS)

/** A value, or the only error there is; anything else is thrown on. */
async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'value'
  } catch (error) {
    if (error instanceof CommsError) return error.kind
    throw error
  }
}

// Names that the client looks for make deep paths likely; plain random JSON would hardly ever reach them.
const NAMES =
  'id status stats total from to address addresses channel content text media modules attempts error errors code message infoUrl info_url context pagination next self messages operations senders senderPools sender_pools emails receipts results related name tags created_at createdAt operationId resourceLocation __proto__ toString'
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<Json>(null, '', 'x', 'sent', 'SENT', 0, -1, 1e308, true),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES.split(' ')), tie('json'), { maxKeys: 8, noNullPrototype: true }),
  ),
}))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const written = json.map((body) => bytesOf(JSON.stringify(body)))
const page = fc
  .tuple(fc.constantFrom('messages', 'operations', 'senders', 'sender_pools', 'emails', 'errors'), json)
  .map(([name, item]) => bytesOf(JSON.stringify({ [name]: [item, item], pagination: item })))
/** JSON that is cut, or hit by bytes that are no UTF-8. */
const broken = fc
  .tuple(fc.oneof(written, page), fc.nat(), fc.uint8Array({ maxLength: 3 }), fc.boolean())
  .map(([bytes, at, noise, isCut]) => {
    const place = at % (bytes.length + 1)
    const rest = isCut ? [] : bytes.slice(place)
    return Uint8Array.from([...bytes.slice(0, place), ...noise, 0xff, ...rest])
  })
const body = fc.oneof(written, page, broken, fc.uint8Array({ maxLength: 200 }))

const status = fc.oneof(
  { arbitrary: fc.constantFrom(200, 202), weight: 3 },
  { arbitrary: fc.constantFrom(201, 204, 304, 400, 401, 404, 405, 408, 409, 413, 429), weight: 2 },
  { arbitrary: fc.integer({ min: 200, max: 599 }), weight: 1 },
)
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'operation-id', 'operation-location', 'location', 'content-type'),
  fc.stringMatching(/^[ -~]{0,40}$/),
)
const answer = fc.record({ status, headers, body, isCutOff: fc.boolean() })

/** The bytes in two pieces, as from a socket, which may then break. */
function streamOf(bytes: Uint8Array, isCutOff: boolean): ReadableStream {
  const middle = bytes.length >> 1
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, middle))
      if (isCutOff) return controller.error(new TypeError('terminated'))
      controller.enqueue(bytes.slice(middle))
      controller.close()
    },
  })
}

describe('whatever is answered, every call gives a value or a CommsError', () => {
  it.each(EVERY_CALL)('%s', async (_, call) => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(answer),
        fc.constantFrom('auto', 'early', 'current'),
        async (answers, dialect) => {
          const client = createFullClient({
            baseUrl: 'http://x',
            dialect,
            fetch: async () => {
              const { value: one } = answers.next()
              const isEmpty = [204, 205, 304].includes(one.status)
              const stream = isEmpty ? null : streamOf(one.body, one.isCutOff)
              return new Response(stream, { status: one.status, headers: one.headers })
            },
          })
          await endOf(call(client, {}))
          await client.novelties()
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('JSON far deeper than the stack', () => {
  const deep = `${'['.repeat(12_000)}${']'.repeat(12_000)}`
  const item = `{"id":"m","code":1,"x":${deep},"to":${deep},"status":${deep}}`
  const lists = 'messages operations senders senderPools emails receipts errors results'.split(' ')
  const everywhere = lists.map((name) => `"${name}":[{"id":"m","code":1,"x":${deep}}]`).join()
  it.each(EVERY_CALL)('%s', async (_, call) => {
    for (const text of [item, `{${everywhere},"pagination":${deep},"status":400}`]) {
      for (const code of [200, 400]) {
        const client = createFullClient({
          baseUrl: 'http://x',
          dialect: 'current',
          fetch: async () => new Response(text, { status: code }),
        })
        await endOf(call(client, {}))
        expect(JSON.stringify(await client.novelties()).length).toBeLessThan(10_000)
      }
    }
  })
})

describe('no call hangs', () => {
  const silent: Record<string, () => Promise<Response>> = {
    'there is no answer': () => new Promise(() => undefined),
    'the body stalls': async () => new Response(new ReadableStream()),
  }
  const cases = EVERY_CALL.flatMap(([name, call]) =>
    Object.entries(silent).map(([when, fetch]) => ({ name, call, when, fetch })),
  )
  it.each(cases)('$name, when $when', async ({ call, fetch }) => {
    const late = createFullClient({ baseUrl: 'http://x', fetch, timeout: 2 })
    expect(await endOf(call(late, {}))).toBe('timeout')
    const abort = new AbortController()
    const aborting = () => {
      queueMicrotask(() => abort.abort())
      return fetch()
    }
    const stopped = createFullClient({ baseUrl: 'http://x', fetch: aborting })
    expect(await endOf(call(stopped, { signal: abort.signal }))).toBe('aborted')
  })
})
