import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '#/comms/dialect'
import { makeId } from '#/comms/ids'
import type { Json } from '#/comms/resources'
import { decodeProblems } from '#/comms/wire'
import { ask, clientOf, START, stillSimulator } from '../fixtures'

const SENDER = makeId('sender', START, 1n)
const senders = (count: number) => Array.from({ length: count }, () => ({ senderId: SENDER }))

/** Code and place of everything the simulator finds wrong; nothing when it accepts. */
async function problemsOf(method: string, path: string, body: Json, dialect: Dialect = 'current') {
  const simulator = stillSimulator()
  const [pool] = (await clientOf(simulator).listSenderPools({}, {})).items
  const reply = await ask(simulator, path.replace('{id}', pool?.id ?? ''), {
    method,
    body,
    headers: { 'x-sim-dialect': dialect },
  })
  if (reply.status === 202) return []
  expect(reply.status).toBe(400)
  return decodeProblems(reply.body).map(({ code, context }) => [code, context])
}

type Row = [what: string, body: Json, expected: Array<[number, string]>]

const NAME_AND_TAGS: Row[] = [
  ['that is no object', [], [[20422, '$']]],
  ['with a name that is no text', { name: 5 }, [[20422, '$.name']]],
  ['with an empty name', { name: '' }, [[20422, '$.name']]],
  ['with tags that are no object', { name: 'a', tags: ['x'] }, [[20422, '$.tags']]],
  [
    'with everything wrong at once',
    { name: {}, tags: { 'a b': 'c', d: 5 } },
    [
      [20422, '$.name'],
      [20422, '$.tags["a b"]'],
      [20422, '$.tags.d'],
    ],
  ],
]

describe('a new pool', () => {
  it.each<Row>([
    ...NAME_AND_TAGS,
    ['with senders that are no list', { senders: {} }, [[20422, '$.senders']]],
    [
      'with senders that are none',
      { senders: [...senders(2), {}, { senderId: 'comms_sender_x' }, 'x', { sender_id: 5 }] },
      [
        [20422, '$.senders[2].senderId'],
        [20422, '$.senders[3].senderId'],
        [20422, '$.senders[4]'],
        [20422, '$.senders[5].sender_id'],
      ],
    ],
    [
      'with a message as sender',
      { senders: [{ senderId: makeId('message', START, 1n) }] },
      [[20422, '$.senders[0].senderId']],
    ],
    ['with 10,001 senders', { senders: senders(10_001) }, [[20422, '$.senders']]],
    ['with 10,000 senders', { senders: senders(10_000) }, []],
    ['without anything', {}, []],
    ['with nothing but nothing', { name: null, tags: null, senders: null }, []],
  ])('%s', async (_, body, expected) => {
    expect(await problemsOf('POST', '/SenderPools', body)).toEqual(expected)
  })

  it('is refused in the words and names of the requester', async () => {
    const reply = await ask(stillSimulator({ dialect: 'early' }), '/SenderPools', { body: { senders: [{}] } })
    expect(reply.body).toEqual({
      errors: [{ code: 400, message: "The field 'sender_id' is required." }],
      status: 400,
    })
  })

  it('of which one part is wrong is not made at all', async () => {
    const simulator = stillSimulator()
    const before = (await clientOf(simulator).listSenderPools({}, {})).items
    await ask(simulator, '/SenderPools', { body: { name: 'Desk', senders: [...senders(3), {}] } })
    simulator.clock.jump(60_000)
    expect((await clientOf(simulator).listSenderPools({}, {})).items).toEqual(before)
    expect((await clientOf(simulator).listPoolOperations({}, {})).items).toEqual([])
  })
})

describe('a change of a pool', () => {
  it.each<Row>([
    ...NAME_AND_TAGS,
    ['that changes nothing', {}, [[20422, '$']]],
    ['of the name', { name: 'Night' }, []],
    ['that takes all tags away', { tags: {} }, []],
  ])('%s', async (_, body, expected) => {
    expect(await problemsOf('PATCH', '/SenderPools/{id}', body)).toEqual(expected)
  })
})

describe('senders to add', () => {
  it.each<Row>([
    ['that are no list', { senders: senders(1) }, [[20422, '$']]],
    ['that are none', [], [[20422, '$']]],
    ['that are 1001', senders(1001), [[20422, '$']]],
    ['that are 1000', senders(1000), []],
    ['of which one is no sender', [...senders(2), { senderId: 'x' }], [[20422, '$[2].senderId']]],
    [
      'of which one has no id, in the early spelling',
      [{ sender_id: SENDER }, { sender_id: '' }],
      [[20422, '$[1].sender_id']],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await problemsOf('POST', '/SenderPools/{id}/Senders', body)).toEqual(expected)
  })
})

it('takes or refuses any body, and never does anything else', async () => {
  const simulator = stillSimulator()
  const [pool] = (await clientOf(simulator).listSenderPools({}, {})).items
  const member = fc.oneof(fc.jsonValue(), fc.record({ senderId: fc.oneof(fc.constant(SENDER), fc.string()) }))
  const body = fc.oneof(
    fc.jsonValue(),
    fc.array(member),
    fc.record(
      { name: fc.jsonValue(), tags: fc.jsonValue(), senders: fc.array(member) },
      { requiredKeys: [] },
    ),
  )
  const route = fc.constantFrom(
    ['POST', '/SenderPools'],
    ['PATCH', `/SenderPools/${pool?.id}`],
    ['POST', `/SenderPools/${pool?.id}/Senders`],
  )
  await fc.assert(
    fc.asyncProperty(route, body, async ([method = '', path = ''], json) => {
      // A value that fast-check calls JSON is JSON.
      const reply = await ask(simulator, path, { method, body: json as Json })
      if (reply.status === 202 || reply.status === 200) return
      expect(reply.status).toBe(400)
      for (const { message, context } of decodeProblems(reply.body)) {
        expect(message).not.toBe('')
        expect(context).toMatch(/^\$/)
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)
