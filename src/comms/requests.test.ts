import { describe, expect, it } from 'vitest'
import type { Dialect } from './dialect'
import { createFullClient } from './fullClient'
import type { ResolveFrom, SendContent, SendRecipient, SendRequest } from './requests'
import type { Json } from './resources'

type Client = ReturnType<typeof createFullClient>

/** The body that a call puts on the wire. */
async function bodyOf(call: (client: Client) => Promise<unknown>, dialect: Dialect = 'current') {
  const bodies: Json[] = []
  const client = createFullClient({
    baseUrl: 'http://x',
    dialect,
    fetch: async (request) => {
      bodies.push((await request.json()) as Json)
      return Response.json(
        { senders: [], results: [] },
        { status: request.url.endsWith('Messages') ? 202 : 200 },
      )
    },
  })
  await call(client)
  expect(bodies).toHaveLength(1)
  return bodies[0]
}

const ADA: SendRecipient = { addresses: [{ address: '+12065551337', channel: 'PHONE' }] }
const HELLO: SendRequest = { to: [ADA], from: null, content: { text: 'Hello' }, tags: {} }
const send = (part: Partial<SendRequest>, dialect?: Dialect) =>
  bodyOf((client) => client.sendMessages({ ...HELLO, ...part }, { key: 'k' }), dialect)

describe('a send on the wire', () => {
  it('has nothing in it that was left out', async () => {
    const body = { to: [{ address: '+12065551337', channel: 'PHONE' }], content: { text: 'Hello' } }
    expect(await send({})).toEqual(body)
    expect(
      await send({
        to: [{ ...ADA, profileId: null, memoryStoreId: null, variables: undefined }],
        content: { text: 'Hello', media: [], contentId: null },
        schedule: undefined,
      }),
    ).toEqual(body)
  })

  it.each<[string, SendRecipient, Json, Json]>([
    [
      'one address with what fills the text',
      { ...ADA, variables: { firstName: 'Ada', '1': 'Monday' } },
      { address: '+12065551337', channel: 'PHONE', variables: { firstName: 'Ada', '1': 'Monday' } },
      { address: '+12065551337', channel: 'phone', variables: { firstName: 'Ada', '1': 'Monday' } },
    ],
    [
      'addresses to try in order',
      {
        addresses: [
          { address: '+12065551337', channel: 'WHATSAPP' },
          { address: '+12065551338', channel: 'PHONE' },
        ],
        variables: { name: 'Ada' },
      },
      {
        addresses: [
          { address: '+12065551337', channel: 'WHATSAPP' },
          { address: '+12065551338', channel: 'PHONE' },
        ],
        variables: { name: 'Ada' },
      },
      {
        addresses: [
          { address: '+12065551337', channel: 'whatsapp' },
          { address: '+12065551338', channel: 'phone' },
        ],
        variables: { name: 'Ada' },
      },
    ],
    [
      'a profile',
      { profileId: 'mem_profile_1', memoryStoreId: 'mem_store_1', variables: { name: 'Ada' } },
      { profileId: 'mem_profile_1', memoryStoreId: 'mem_store_1', variables: { name: 'Ada' } },
      { profile_id: 'mem_profile_1', memory_store_id: 'mem_store_1', variables: { name: 'Ada' } },
    ],
    [
      'a stored group',
      { cohortId: 'cmp_cohort_1' },
      { cohortId: 'cmp_cohort_1' },
      { cohort_id: 'cmp_cohort_1' },
    ],
  ])('goes to %s', async (_, recipient, current, early) => {
    expect(await send({ to: [recipient] })).toMatchObject({ to: [current] })
    expect(await send({ to: [recipient] }, 'early')).toEqual({ to: [early], content: { text: 'Hello' } })
  })

  it('is scheduled, and narrows and orders the channels of a pool', async () => {
    const part: Partial<SendRequest> = {
      from: {
        senderPoolId: 'comms_senderpool_1',
        channels: {
          filterIn: ['RCS', 'SMS'],
          priority: [
            { channel: 'RCS', priority: 0 },
            { channel: 'SMS', priority: 1 },
          ],
        },
      },
      schedule: { sendAt: ['2026-12-01T09:00:00', '2026-12-01T08:00:00Z'] },
    }
    expect(await send(part)).toEqual({
      ...part,
      to: [{ address: '+12065551337', channel: 'PHONE' }],
      content: { text: 'Hello' },
    })
    expect(await send(part, 'early')).toMatchObject({
      from: {
        sender_pool_id: 'comms_senderpool_1',
        channels: {
          filter_in: ['rcs', 'sms'],
          priority: [
            { channel: 'rcs', priority: 0 },
            { channel: 'sms', priority: 1 },
          ],
        },
      },
      schedule: { send_at: ['2026-12-01T09:00:00', '2026-12-01T08:00:00Z'] },
    })
  })

  const MEDIA = 'https://example.com/a.png'
  it.each<[string, SendContent, Json, Json]>([
    ['media alone', { media: [MEDIA] }, { media: [{ url: MEDIA }] }, { media: [{ url: MEDIA }] }],
    ['a template', { contentId: 'HX1' }, { contentId: 'HX1' }, { content_id: 'HX1' }],
    [
      'a text for each channel, with suggestions where they can be shown',
      {
        modules: {
          sms: { text: 'Reply YES', media: [MEDIA] },
          rcs: {
            text: 'Do you come?',
            suggestions: [
              { reply: { text: 'YES', postbackData: 'YES' } },
              { action: { text: 'Call', postbackData: 'Call', dialAction: { phoneNumber: '+12065550100' } } },
              { action: { text: 'Where I am', postbackData: 'w', shareLocationAction: {} } },
            ],
          },
        },
      },
      {
        modules: [
          { sms: { text: 'Reply YES', media: [{ url: MEDIA }] } },
          {
            rcs: {
              text: 'Do you come?',
              suggestions: [
                { reply: { text: 'YES', postbackData: 'YES' } },
                {
                  action: { text: 'Call', postbackData: 'Call', dialAction: { phoneNumber: '+12065550100' } },
                },
                { action: { text: 'Where I am', postbackData: 'w', shareLocationAction: {} } },
              ],
            },
          },
        ],
      },
      {
        modules: [
          { sms: { text: 'Reply YES', media: [{ url: MEDIA }] } },
          {
            rcs: {
              text: 'Do you come?',
              suggestions: [
                { reply: { text: 'YES', postback_data: 'YES' } },
                {
                  action: {
                    text: 'Call',
                    postback_data: 'Call',
                    dial_action: { phone_number: '+12065550100' },
                  },
                },
                { action: { text: 'Where I am', postback_data: 'w', share_location_action: {} } },
              ],
            },
          },
        ],
      },
    ],
    [
      'a picture over RCS',
      {
        modules: { rcs: { media: { contentInfo: { fileUrl: MEDIA, forceRefresh: true }, height: 'TALL' } } },
      },
      {
        modules: [
          { rcs: { media: { contentInfo: { fileUrl: MEDIA, forceRefresh: true }, height: 'TALL' } } },
        ],
      },
      {
        modules: [
          { rcs: { media: { content_info: { file_url: MEDIA, force_refresh: true }, height: 'tall' } } },
        ],
      },
    ],
    [
      'a card over RCS',
      {
        modules: {
          rcs: {
            richCard: {
              standaloneCard: {
                cardOrientation: 'HORIZONTAL',
                thumbnailImageAlignment: 'LEFT',
                cardContent: {
                  title: 'Delivery',
                  suggestions: [
                    {
                      action: {
                        text: 'Track',
                        postbackData: 'track',
                        openUrlAction: { url: 'https://example.com/Track' },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      },
      {
        modules: [
          {
            rcs: {
              richCard: {
                standaloneCard: {
                  cardOrientation: 'HORIZONTAL',
                  thumbnailImageAlignment: 'LEFT',
                  cardContent: {
                    title: 'Delivery',
                    suggestions: [
                      {
                        action: {
                          text: 'Track',
                          postbackData: 'track',
                          openUrlAction: { url: 'https://example.com/Track' },
                        },
                      },
                    ],
                  },
                },
              },
            },
          },
        ],
      },
      {
        modules: [
          {
            rcs: {
              rich_card: {
                standalone_card: {
                  card_orientation: 'horizontal',
                  thumbnail_image_alignment: 'left',
                  card_content: {
                    title: 'Delivery',
                    suggestions: [
                      {
                        action: {
                          text: 'Track',
                          postback_data: 'track',
                          open_url_action: { url: 'https://example.com/Track' },
                        },
                      },
                    ],
                  },
                },
              },
            },
          },
        ],
      },
    ],
  ])('says %s', async (_, content, current, early) => {
    expect(await send({ content })).toMatchObject({ content: current })
    expect(((await send({ content })) as { content: Json }).content).toEqual(current)
    expect(((await send({ content }, 'early')) as { content: Json }).content).toEqual(early)
  })
})

describe('a resolution on the wire', () => {
  const TO = [{ address: 'ada@example.com', channel: 'EMAIL' }]
  const resolve = (from: ResolveFrom, dialect?: Dialect) =>
    bodyOf((client) => client.resolveSenders(TO, from), dialect)

  it.each<[string, ResolveFrom, Json]>([
    [
      'a pool, narrowed and ordered',
      {
        senderPoolId: 'p',
        channels: { filterIn: ['EMAIL', 'SMS'], priority: [{ channel: 'EMAIL', priority: 0 }] },
      },
      {
        sender_pool_id: 'p',
        channels: { filter_in: ['email', 'sms'], priority: [{ channel: 'email', priority: 0 }] },
      },
    ],
    [
      'addresses',
      {
        senderAddresses: [
          { address: '+12065550100', channel: 'SMS' },
          { address: 'rcs:a', channel: 'RCS' },
        ],
      },
      {
        sender_addresses: [
          { address: '+12065550100', channel: 'sms' },
          { address: 'rcs:a', channel: 'rcs' },
        ],
      },
    ],
    [
      'an email sender',
      { senderAddresses: [{ address: 'desk@example.com', name: 'Desk' }] },
      { sender_addresses: [{ address: 'desk@example.com', name: 'Desk' }] },
    ],
    [
      'credentials of push notifications',
      { senderAddresses: [{ fcm: 'comms_credential_1' }] },
      { sender_addresses: [{ fcm: 'comms_credential_1' }] },
    ],
  ])('starts from %s', async (_, from, early) => {
    expect(await resolve(from)).toEqual({ recipientAddresses: TO, ...from })
    expect(await resolve(from, 'early')).toEqual({
      recipient_addresses: [{ address: 'ada@example.com', channel: 'email' }],
      ...(early as object),
    })
  })

  it('gives senders without an address too', async () => {
    const client = createFullClient({
      baseUrl: 'http://x',
      fetch: async () =>
        Response.json({
          results: [
            {
              from: { senderId: 's', channel: 'PUSH' },
              to: { address: 'device', channel: 'PUSH' },
              priority: 0,
            },
          ],
        }),
    })
    const [route] = await client.resolveSenders(TO, { senderAddresses: [{ apn: 'comms_credential_1' }] })
    expect(route?.from).toEqual({ senderId: 's', displayName: null, address: null, channel: 'PUSH' })
  })
})

it('a search for senders can ask for one status', async () => {
  const search = { address: '+12065550100', channel: 'SMS', status: 'ACTIVATED' } as const
  expect(await bodyOf((client) => client.searchSenders(search, { pageSize: 5 }))).toEqual({
    ...search,
    pageSize: 5,
  })
  expect(
    await bodyOf(
      (client) => client.searchSenders({ ...search, status: undefined }, { pageToken: undefined }),
      'early',
    ),
  ).toEqual({ address: '+12065550100', channel: 'sms' })
})
