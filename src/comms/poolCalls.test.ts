import { describe, expect, it } from 'vitest'
import { errorOf } from './fixtures'
import { createFullClient } from './fullClient'
import type { Json } from './resources'

const POOL = 'comms_senderpool_01h9krwprkeee8fzqspvwy6nq8'
const SENDER = 'comms_sender_01h9krwprkeee8fzqspvwy6nq8'
const OPERATION = 'comms_operation_01h9krwprkeee8fzqspvwy6nq8'

interface Asked {
  method: string
  path: string
  body: Json
}

function clientOf(answer: () => Response, dialect: 'auto' | 'early' | 'current' = 'current') {
  const asked: Asked[] = []
  const client = createFullClient({
    baseUrl: 'http://x',
    dialect,
    fetch: async (request) => {
      const body = await request.text()
      const { pathname } = new URL(request.url)
      asked.push({ method: request.method, path: pathname, body: body === '' ? null : JSON.parse(body) })
      return answer()
    },
  })
  return { client, asked }
}

const accepted = (body: object) => () => new Response(JSON.stringify(body), { status: 202 })
type Client = ReturnType<typeof createFullClient>

const WRITES: ReadonlyArray<[string, (client: Client) => Promise<unknown>, Asked]> = [
  [
    'makes a pool',
    (client) => client.createSenderPool({ name: 'Desk', tags: { desk: '4' }, senderIds: [SENDER] }),
    {
      method: 'POST',
      path: '/v1/SenderPools',
      body: { name: 'Desk', tags: { desk: '4' }, senders: [{ senderId: SENDER }] },
    },
  ],
  [
    'writes a name and leaves the tags alone',
    (client) => client.editSenderPool(POOL, { name: 'Night' }),
    { method: 'PATCH', path: `/v1/SenderPools/${POOL}`, body: { name: 'Night' } },
  ],
  [
    'takes all tags away',
    (client) => client.editSenderPool(POOL, { tags: {} }),
    { method: 'PATCH', path: `/v1/SenderPools/${POOL}`, body: { tags: {} } },
  ],
  [
    'deletes a pool',
    (client) => client.deleteSenderPool(POOL),
    { method: 'DELETE', path: `/v1/SenderPools/${POOL}`, body: null },
  ],
  [
    'adds senders as a bare list',
    (client) => client.addPoolSenders(POOL, [SENDER]),
    { method: 'POST', path: `/v1/SenderPools/${POOL}/Senders`, body: [{ senderId: SENDER }] },
  ],
  [
    'takes a sender out',
    (client) => client.removePoolSender(POOL, SENDER),
    { method: 'DELETE', path: `/v1/SenderPools/${POOL}/Senders/${SENDER}`, body: null },
  ],
]

describe('a write to a sender pool', () => {
  it.each(WRITES)('%s, asking once', async (_, write, expected) => {
    const { client, asked } = clientOf(accepted({}))
    await write(client)
    expect(asked).toEqual([expected])
  })

  it.each(WRITES)('that %s says whether it may have been done, and is not repeated', async (_, write) => {
    const ends: Array<[() => Response, object]> = [
      [
        () => Response.json({ errors: [{ code: 20409, message: 'in use' }] }, { status: 409 }),
        {
          kind: 'conflict',
          mayHaveBeenDone: false,
        },
      ],
      [() => Response.json({}, { status: 429 }), { kind: 'rate-limited', mayHaveBeenDone: false }],
      [() => Response.json({}, { status: 500 }), { kind: 'server', mayHaveBeenDone: true }],
      [() => Response.error(), { mayHaveBeenDone: true }],
    ]
    for (const [answer, expected] of ends) {
      const { client, asked } = clientOf(answer)
      expect(await errorOf(write(client))).toMatchObject(expected)
      expect(asked).toHaveLength(1)
    }
  })

  it('is followed by its operation, or names what it changed', async () => {
    const made = clientOf(accepted({ operationId: OPERATION })).client
    expect(await made.createSenderPool({})).toMatchObject({ operationId: OPERATION })
    const changed = { resourceId: POOL, resourceLocation: `https://comms.twilio.com/v1/SenderPools/${POOL}` }
    expect(await clientOf(accepted(changed)).client.deleteSenderPool(POOL)).toMatchObject(changed)
  })

  it('with tags that the API would refuse is not made at all', async () => {
    const { client, asked } = clientOf(accepted({}))
    const tags = { 'a b': 'c', desk: 'x'.repeat(257), fine: '4' }
    for (const error of [
      await errorOf(client.createSenderPool({ tags })),
      await errorOf(client.editSenderPool(POOL, { tags })),
    ]) {
      expect(error).toMatchObject({ kind: 'invalid', status: null, mayHaveBeenDone: false })
      expect(error.problems.map(({ context }) => context)).toEqual(['$.tags["a b"]', '$.tags["desk"]'])
    }
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, 'v']))
    const error = await errorOf(client.createSenderPool({ tags: eleven }))
    expect(error.problems.map(({ context }) => context)).toEqual(['$.tags'])
    expect(asked).toEqual([])
  })

  it('is spelled as the server was seen to spell', async () => {
    const answers = [
      Response.json({ messages: [], pagination: { next: null, self: '/Messages?page_size=1' } }),
      accepted({})(),
    ]
    const { client, asked } = clientOf(() => answers.shift() ?? Response.error(), 'auto')
    await client.addPoolSenders(POOL, [SENDER])
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(asked[1]?.body).toEqual([{ sender_id: SENDER }])
  })
})
