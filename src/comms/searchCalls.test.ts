import { describe, expect, it } from 'vitest'
import { errorOf } from './fixtures'
import { createFullClient } from './fullClient'
import type { Json } from './resources'

const OPERATION = 'comms_operation_01h9krwprkeee8fzqspvwy6nq8'

function clientOf(answer: () => Response) {
  const asked: Json[] = []
  const client = createFullClient({
    baseUrl: 'http://x',
    dialect: 'current',
    fetch: async (request) => {
      asked.push(await request.json())
      return answer()
    },
  })
  return { client, asked }
}

describe('the search of messages', () => {
  const ofOperation = (id: string) => ({ messages: [{ id: 'm', related: [{ name: 'OPERATION', id }] }] })

  it('has its filters in the body and its paging in the query', async () => {
    let url = ''
    let body = ''
    const client = createFullClient({
      baseUrl: 'http://x',
      dialect: 'early',
      fetch: async (request) => {
        url = request.url
        body = await request.text()
        return Response.json({ messages: [] })
      },
    })
    await client.searchMessages(
      { address: '+12065551337', status: 'FAILED', tags: { Desk: 'A' } },
      { pageSize: 5 },
    )
    expect(url).toBe('http://x/v1/Messages/Search?page_size=5')
    expect(JSON.parse(body)).toEqual({ address: '+12065551337', status: 'failed', tags: { Desk: 'A' } })
  })

  it.each([404, 405, 501])('is not asked for again after a %i', async (status) => {
    const { client, asked } = clientOf(() => Response.json({}, { status }))
    expect((await errorOf(client.searchMessages({}))).kind).toBe('not-offered')
    expect((await errorOf(client.searchMessages({}))).kind).toBe('not-offered')
    expect(asked).toHaveLength(1)
    expect(client.capabilities.state('searchMessages')).toBe('not-offered')
  })

  it('never takes the messages of other operations for those of one', async () => {
    const { client, asked } = clientOf(() => Response.json(ofOperation(OPERATION.replace('01h9', '01h8'))))
    expect(await errorOf(client.searchMessages({ operationId: OPERATION }))).toMatchObject({
      kind: 'unreadable',
      method: 'POST',
    })
    expect(asked).toEqual([{ operationId: OPERATION }, { operation_id: OPERATION }])
  })
})
