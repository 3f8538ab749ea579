import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendRequest } from '#/comms/arbitraries'
import { DIALECTS } from '#/comms/dialect'
import type { ResolveFrom, SendContent, SendRecipient, SendRequest } from '#/comms/requests'
import { ask, clientOf, sendTo, START, stillSimulator } from './fixtures'

/** What of the content a message shows: a module's text is shown as the text. */
function shown(content: SendContent) {
  if ('modules' in content) {
    const { sms, rcs } = content.modules
    const text = sms?.text ?? (rcs && 'text' in rcs ? rcs.text : null)
    return { text, media: [], contentId: null }
  }
  return { text: content.text ?? null, media: content.media ?? [], contentId: content.contentId ?? null }
}

const person = (to: SendRecipient) => ({
  addresses: to.addresses ?? [],
  profileId: 'profileId' in to ? (to.profileId ?? null) : null,
  memoryStoreId: 'memoryStoreId' in to ? (to.memoryStoreId ?? null) : null,
})

const dueAt = ({ schedule }: SendRequest) =>
  schedule
    ? Math.max(...schedule.sendAt.map((time) => Date.parse(time.endsWith('Z') ? time : `${time}Z`)))
    : null

describe('every form of a send', () => {
  it.each(DIALECTS)(
    'is taken and read as it was meant, in the %s dialect',
    async (dialect) => {
      const simulator = stillSimulator({ scenario: 'empty', dialect })
      const client = clientOf(simulator, dialect)
      const [sender] = (await client.listSenders({ channel: 'SMS', status: 'ACTIVATED' }, {})).items
      const [pool] = (await client.listSenderPools({}, {})).items
      const now = START + 3_600_000
      await fc.assert(
        fc.asyncProperty(sendRequest(sender?.id ?? '', pool?.id ?? '', now), async (request) => {
          const { operationId } = await client.sendMessages(request, { key: 'k' })
          simulator.clock.jump(1000)
          const { stats } = await client.fetchOperation(operationId ?? '')
          expect(stats.recipients).toBe(request.to.length)
          const { items } = await client.listMessages({ operationId: operationId ?? '' }, {})
          expect(items).toHaveLength(request.to.length - (stats.unaddressable ?? 0))
          const due = dueAt(request)
          for (const message of items) {
            expect(request.to.map(person)).toContainEqual(message.to[0])
            expect(message.tags).toEqual({ ...request.tags })
            expect(message.scheduledFor && Date.parse(message.scheduledFor)).toBe(due)
          }
          if (items[0])
            expect((await client.fetchMessage(items[0].id)).content).toEqual(shown(request.content))
        }),
        { numRuns: 60 },
      )
    },
    60_000,
  )

  it.each(DIALECTS)('fills each person’s text with their own words, in the %s dialect', async (dialect) => {
    const simulator = stillSimulator({ scenario: 'empty', dialect })
    const client = clientOf(simulator, dialect)
    const at = (address: string) => ({ addresses: [{ address, channel: 'PHONE' as const }] })
    const to = [{ ...at('+12065551337'), variables: { first_name: 'Ada' } }, at('+12065551338')]
    const content = { text: 'Ahoy {{ first_name | default: "you" }}' }
    await client.sendMessages({ ...sendTo([]), to, content }, { key: 'k' })
    simulator.clock.jump(2000)
    const { items } = await client.listMessages({}, {})
    const texts = await Promise.all(
      items.map(async ({ id }) => (await client.fetchMessage(id)).content?.text),
    )
    expect(new Set(texts)).toEqual(new Set(['Ahoy Ada', 'Ahoy you']))
  })

  it.each(DIALECTS)('narrows and orders the channels of a pool, in the %s dialect', async (dialect) => {
    const simulator = stillSimulator({ scenario: 'empty', dialect })
    const client = clientOf(simulator, dialect)
    const pools = (await client.listSenderPools({}, {})).items
    const members = await Promise.all(pools.map(({ id }) => client.listPoolMembers(id)))
    const mixed = pools.find((_, n) =>
      ['SMS', 'RCS'].every((channel) => members[n]?.items.some((member) => member.channel === channel)),
    )
    const senderPoolId = mixed?.id ?? ''
    const firstTried = async (
      channels: NonNullable<Extract<SendRequest['from'], { channels?: object }>['channels']>,
    ) => {
      const { operationId } = await client.sendMessages(
        sendTo(['+12065551337'], { from: { senderPoolId, channels } }),
        { key: 'k' },
      )
      simulator.clock.jump(60_000)
      const [message] = (await client.listMessages({ operationId: operationId ?? '' }, {})).items
      return (await client.fetchMessage(message?.id ?? '')).attempts[0]?.from?.channel
    }
    expect(await firstTried({ filterIn: ['SMS'] })).toBe('SMS')
    expect(await firstTried({ filterIn: ['RCS'] })).toBe('RCS')
    const order = (first: 'SMS' | 'RCS', second: 'SMS' | 'RCS') => [
      { channel: second, priority: 2 },
      { channel: first, priority: 1 },
    ]
    expect(await firstTried({ priority: order('SMS', 'RCS') })).toBe('SMS')
    expect(await firstTried({ priority: order('RCS', 'SMS') })).toBe('RCS')
    const narrowed = await client.listPoolMembers(senderPoolId, { channel: 'RCS' })
    expect(new Set(narrowed.items.map(({ channel }) => channel))).toEqual(new Set(['RCS']))
  })
})

describe('every form of a resolution', () => {
  const to = [
    { address: '+12065551337', channel: 'PHONE' },
    { address: 'ada@example.com', channel: 'EMAIL' },
  ] as const

  it.each(DIALECTS)('is taken, in the %s dialect', async (dialect) => {
    const client = clientOf(stillSimulator({ dialect }), dialect)
    const [pool] = (await client.listSenderPools({}, {})).items
    for (const from of [
      { senderPoolId: pool?.id ?? '' },
      { senderAddresses: [{ address: 'desk@example.com', name: 'Desk' }] },
      { senderAddresses: [{ fcm: 'comms_credential_01k4vge32ce3ar18sy56svjjpb' }] },
    ] satisfies ResolveFrom[]) {
      await expect(client.resolveSenders([...to], from)).resolves.toBeInstanceOf(Array)
    }
    const ours: ResolveFrom = {
      senderAddresses: [
        { address: '+12065550100', channel: 'SMS' },
        { address: 'rcs:deliveries_agent', channel: 'RCS' },
      ],
    }
    const channelsOf = async (channels: ResolveFrom['channels']) =>
      (await client.resolveSenders([...to], { ...ours, channels })).map(({ from }) => from.channel)
    expect(await channelsOf({ filterIn: ['SMS'] })).toEqual(['SMS'])
    const sms = { channel: 'SMS', priority: 0 } as const
    const rcs = { channel: 'RCS', priority: 1 } as const
    expect(await channelsOf({ priority: [rcs, sms] })).toEqual(['SMS', 'RCS'])
    expect(
      await channelsOf({
        priority: [
          { ...rcs, priority: 0 },
          { ...sms, priority: 1 },
        ],
      }),
    ).toEqual(['RCS', 'SMS'])
  })

  it.each(DIALECTS)('and a search for senders by status, in the %s dialect', async (dialect) => {
    const client = clientOf(stillSimulator({ dialect }), dialect)
    const search = { address: '+12065550199', channel: 'SMS' } as const
    expect((await client.searchSenders(search)).items).toHaveLength(1)
    expect((await client.searchSenders({ ...search, status: 'ACTIVATED' })).items).toEqual([])
    expect((await client.searchSenders({ ...search, status: 'DEACTIVATED' })).items).toHaveLength(1)
  })
})

describe('the id of a template', () => {
  const to = [{ address: '+12065551337', channel: 'PHONE' }]
  it.each([
    [28, 202],
    [34, 202],
    [36, 202],
    [27, 400],
    [37, 400],
  ])('of %i characters is answered with %i', async (length, status) => {
    const contentId = `HX${'0123456789abcdef'.repeat(3)}`.slice(0, length)
    const reply = await ask(stillSimulator(), '/Messages', { body: { to, content: { contentId } } })
    expect(reply.status).toBe(status)
    if (status === 400)
      expect(reply.body).toMatchObject({ errors: [{ code: 21655, context: '$.content.contentId' }] })
  })
})

it('a stored group is refused outside the preview, whose groups it has not', async () => {
  const client = clientOf(stillSimulator(), 'current')
  await expect(
    client.sendMessages({ ...sendTo([]), to: [{ cohortId: 'cmp_cohort_0123456789' }] }, { key: 'k' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    problems: [{ context: '$.to[0].cohortId' }],
  })
})
