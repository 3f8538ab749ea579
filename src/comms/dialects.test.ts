import { describe, expect, it } from 'vitest'
import { CommsError } from './errors'
import { createFullClient } from './fullClient'
import type { SendRequest } from './requests'
import type { Json } from './resources'

const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const START = '2026-01-01T00:00:00Z'
const SEND: SendRequest = {
  to: [{ addresses: [{ address: '+12065551337', channel: 'PHONE' }], profileId: null, memoryStoreId: null }],
  from: null,
  content: { text: 'hi', media: [], contentId: null },
  tags: {},
}

interface Asked {
  method: string
  path: string
  query: Record<string, string>
  body: Json
}

type Answering = (asked: Asked) => Response
const json = (body: Json, status = 200) => new Response(JSON.stringify(body), { status })

function clientOf(answer: Answering, dialect: 'auto' | 'early' | 'current' = 'auto') {
  const asked: Asked[] = []
  const client = createFullClient({
    baseUrl: 'http://x',
    dialect,
    fetch: async (request) => {
      const url = new URL(request.url)
      const body = request.method === 'GET' ? null : ((await request.json()) as Json)
      const one = {
        method: request.method,
        path: url.pathname.replace('/v1', ''),
        query: Object.fromEntries(url.searchParams),
        body,
      }
      asked.push(one)
      return answer(one)
    },
  })
  return { client, asked }
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof CommsError ? error.kind : String(error)),
  )

const EARLY_PAGE = {
  messages: [{ id: 'm', status: 'sent', created_at: START }],
  senders: [],
  pagination: { next: null, self: '/Messages?page_size=50' },
}
const CURRENT_PAGE = {
  messages: [{ id: 'm', status: 'SENT', createdAt: START }],
  senders: [],
  pagination: { next: null, self: '' },
}

/** An early v1 that refuses what is not its own (section 8, point 5), in its own words (section 5.1). */
const strictEarly: Answering = ({ method, query, body }) => {
  const names = [...Object.keys(query), ...(JSON.stringify(body).match(/"\w+"(?=:)/g) ?? [])]
  const values = [query['status'], query['channel'], /"PHONE"|"SMS"/.exec(JSON.stringify(body))?.[0]]
  const bad = [...names, ...values].find((word) => word !== undefined && /[A-Z]/.test(word))
  if (bad) {
    return json({ errors: [{ code: 400, message: `The value ${bad} is not recognized.` }], status: 400 }, 400)
  }
  return method === 'POST' && body && 'to' in Object(body) ? json(null, 202) : json(EARLY_PAGE)
}

/** An early v1 that passes over parameters it does not know and answers with everything. */
const lenientEarly: Answering = ({ query }) => {
  const isFiltered =
    ['operation_id', 'start_date'].some((name) => name in query) || query['status'] === 'sent'
  return json({ ...EARLY_PAGE, messages: isFiltered ? [] : EARLY_PAGE.messages })
}

/** Today's v1, refusing what is not its own. */
const strictCurrent: Answering = ({ query }) => {
  if (!Object.keys(query).some((name) => name.includes('_'))) return json(CURRENT_PAGE)
  const infoUrl = 'https://www.twilio.com/docs/api/errors/20001'
  return json({ errors: [{ code: 20001, message: 'no', infoUrl, context: null }] }, 400)
}

describe('a client that speaks as it is spoken to', () => {
  it('learns from the refusals of a strict early server, and asks again what only reads', async () => {
    const { client, asked } = clientOf(strictEarly)
    expect((await client.listMessages({ status: 'SENT' }, { pageSize: 5 })).items).toHaveLength(1)
    expect(asked.map(({ query }) => query)).toEqual([
      { status: 'SENT', pageSize: '5' },
      { status: 'sent', page_size: '5' },
    ])
    expect(client.dialect()).toEqual({ dialect: 'early', seen: true })
    await client.listMessages({ operationId: OPERATION }, {})
    expect(asked.slice(2).map(({ query }) => query)).toEqual([{ operation_id: OPERATION }])
  })

  it('writes once, as it learnt from the refusal of the read before', async () => {
    const { client, asked } = clientOf(strictEarly)
    expect(await client.sendMessages(SEND, { key: 'k' })).toMatchObject({ operationId: null })
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(asked[1]?.body).toMatchObject({ to: [{ channel: 'phone' }] })
  })

  it('asks a search by POST again too, its body respelled', async () => {
    const { client, asked } = clientOf(strictEarly)
    await client.searchSenders({ address: '+12065551337', channel: 'SMS' }, { pageSize: 2 })
    expect(asked.map(({ body }) => body)).toEqual([
      { address: '+12065551337', channel: 'SMS', pageSize: 2 },
      { address: '+12065551337', channel: 'sms', page_size: 2 },
    ])
  })

  it.each([
    { operationId: OPERATION },
    { startDate: START },
    { status: 'SENT' },
    { startDate: START, tags: { my_tag: 'X_y' } },
  ])('does not take the list of everything for the list of %j', async (filter) => {
    const { client, asked } = clientOf(lenientEarly)
    expect((await client.listMessages(filter, {})).items).toEqual([])
    expect(asked).toHaveLength(2)
    if ('tags' in filter) expect(asked[1]?.query['tags']).toBe('my_tag:X_y;')
    expect((await client.listMessages(filter, {})).items).toEqual([])
    expect(asked).toHaveLength(3)
  })

  it('asks once where the question is the same in both dialects', async () => {
    const { client, asked } = clientOf(lenientEarly)
    await client.listMessages({}, {})
    await client.listMessages({ tags: { desk: '4' } }, { pageToken: 't' })
    expect(asked).toHaveLength(2)
  })

  it('turns back when the server is today’s again', async () => {
    let answer: Answering = lenientEarly
    const { client, asked } = clientOf((one) => answer(one))
    await client.listMessages({}, {})
    answer = strictCurrent
    expect(await kindOf(client.listMessages({ status: 'SENT' }, { pageSize: 1 }))).toBe('done')
    expect(asked.slice(1).map(({ query }) => query)).toEqual([
      { status: 'sent', page_size: '1' },
      { status: 'SENT', pageSize: '1' },
    ])
  })

  it('asks at most twice, whatever the server answers', async () => {
    let isEarly = false
    const { client, asked } = clientOf(() => {
      isEarly = !isEarly
      return json(isEarly ? EARLY_PAGE : CURRENT_PAGE)
    })
    await client.listMessages({ startDate: START }, {})
    expect(asked).toHaveLength(2)
    const { client: refused, asked: twice } = clientOf(() => json({ errors: [], status: 400 }, 400))
    expect(await kindOf(refused.listMessages({ startDate: START }, {}))).toBe('invalid')
    expect(twice).toHaveLength(2)
  })

  it('is not turned by what a gateway or proxy answers', async () => {
    const bodies: Json[] = [
      { code: 20003, message: 'Authenticate', more_info: 'https://t.co/x', status: 400 },
      { errors: [{ code: 20502, message: 'no connection' }] },
      { type: 'about:blank', title: 'Bad', status: 400 },
    ]
    for (const body of bodies) {
      const { client, asked } = clientOf(() => json(body, 400))
      expect(await kindOf(client.listMessages({ startDate: START }, {}))).toBe('invalid')
      expect([asked.length, client.dialectSeen()]).toEqual([1, null])
    }
  })

  it('keeps to a dialect that was set, and sees what it is answered in', async () => {
    const { client, asked } = clientOf(strictEarly, 'current')
    expect(await kindOf(client.listMessages({ startDate: START }, {}))).toBe('invalid')
    expect(asked).toHaveLength(1)
    expect([client.dialect().dialect, client.dialectSeen()]).toEqual(['current', 'early'])
  })
})

describe('the pages of a filtered list', () => {
  it.each(['early', 'current'] as const)(
    'repeat the filters with the token, in the %s dialect',
    async (dialect) => {
      const { client, asked } = clientOf(({ query }) => {
        const isSecond = 'page_token' in query || 'pageToken' in query
        return json({ messages: [], pagination: { next: isSecond ? null : 'a+b/c= d%' } })
      }, dialect)
      const filter = { operationId: OPERATION, status: 'SENT', tags: { desk: '4' }, startDate: START }
      const { nextToken } = await client.listMessages(filter, { pageSize: 2 })
      const last = await client.listMessages(filter, { pageSize: 2, pageToken: nextToken ?? '' })
      expect(last.nextToken).toBeNull()
      const name = dialect === 'early' ? 'page_token' : 'pageToken'
      const [first, second] = asked
      expect(Object.keys(first?.query ?? {})).toHaveLength(5)
      expect(second?.query).toEqual({ ...first?.query, [name]: 'a+b/c= d%' })
    },
  )
})
