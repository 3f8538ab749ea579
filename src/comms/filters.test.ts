import { describe, expect, it } from 'vitest'
import { CommsError } from './errors'
import { createFullClient } from './fullClient'
import type { Dialect } from './dialect'
import type { Tags } from './resources'

function clientOf(dialect: Dialect = 'current') {
  const asked: string[] = []
  const client = createFullClient({
    baseUrl: 'http://x',
    dialect,
    fetch: async ({ url }) => {
      asked.push(url.replace('http://x/v1', ''))
      return Response.json({ messages: [], emails: [], senders: [] })
    },
  })
  return { client, asked }
}

describe('a tags filter', () => {
  const ELEVEN = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, 'v']))
  it.each<[string, Tags]>([
    ['with a blank in a value', { a: 'b c' }],
    ['with a colon in a key', { 'a:b': 'c' }],
    ['with an empty value', { ticket: 'T-1', a: '' }],
    ['of eleven tags', ELEVEN],
  ])('%s is refused, and nobody’s messages are asked for', async (_, tags) => {
    const { client, asked } = clientOf()
    for (const [path, ask] of [
      ['/Messages', () => client.listMessages({ tags }, {})],
      ['/Emails', () => client.listEmails({ tags }, {})],
    ] as const) {
      const error: unknown = await ask().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(CommsError)
      expect(error).toMatchObject({ kind: 'invalid', path, status: null, mayHaveBeenDone: false })
    }
    expect(asked).toEqual([])
  })

  it('is written with a semicolon after each tag, and left out where there are none', async () => {
    const { client, asked } = clientOf()
    await client.listMessages({ tags: { desk: '4', ticket: 'T-1' } }, {})
    await client.listMessages({ tags: {} }, {})
    expect(asked).toEqual(['/Messages?tags=desk%3A4%3Bticket%3AT-1%3B', '/Messages'])
  })
})

describe('the filters of sections 1.1 to 1.3', () => {
  it('are refused where one is empty, and left out where one is not given', async () => {
    const { client, asked } = clientOf()
    for (const ask of [
      () => client.listMessages({ operationId: '' }, {}),
      () => client.listOperations({ startDate: '' }, {}),
      () => client.listSenders({ status: '' }, {}),
      () => client.searchMessages({ address: '' }),
    ])
      await expect(ask()).rejects.toMatchObject({ kind: 'invalid', status: null, mayHaveBeenDone: false })
    expect(asked.filter((path) => !path.startsWith('/Messages?pageSize=1'))).toEqual([])
    await client.listMessages({ operationId: undefined }, {})
    expect(asked.at(-1)).toBe('/Messages')
  })

  it.each<[Dialect, string[]]>([
    [
      'current',
      ['/Messages?profile=mem_profile_1', '/SenderPools/p/Senders?channel=RCS&status=ACTIVATED&pageSize=5'],
    ],
    [
      'early',
      ['/Messages?profile=mem_profile_1', '/SenderPools/p/Senders?channel=rcs&status=activated&page_size=5'],
    ],
  ])('reach the API in the %s dialect', async (dialect, expected) => {
    const { client, asked } = clientOf(dialect)
    await client.listMessages({ profile: 'mem_profile_1' }, {})
    await client.listPoolMembers('p', { channel: 'RCS', status: 'ACTIVATED' }, { pageSize: 5 })
    expect(asked).toEqual(expected)
  })
})
