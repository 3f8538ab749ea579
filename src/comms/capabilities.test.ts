import { describe, expect, it } from 'vitest'
import { createClient } from './client'
import { CommsError } from './errors'

const ID = 'comms_message_01k4vge32ce3ar18sy56svjjpb'

/** A client whose server answers a PATCH with one status and a GET with another. */
function clientOf({ patch, get = 200 }: { patch: number; get?: number }) {
  const asked: string[] = []
  const answers = { patch, get }
  const client = createClient({
    baseUrl: 'http://x',
    dialect: 'current',
    fetch: async ({ method }) => {
      asked.push(method)
      const status = method === 'PATCH' ? answers.patch : answers.get
      return new Response(JSON.stringify(status < 300 ? { id: ID } : { errors: [] }), { status })
    },
  })
  const write = async () => {
    const error = await client.updateTags('message', ID, { desk: '4' }).catch((thrown: unknown) => thrown)
    return error instanceof CommsError ? error.kind : 'done'
  }
  return { client, asked, answers, write }
}

describe('what the API may not offer', () => {
  it.each([404, 405, 501])('is seen by a %i, remembered, and not asked for again', async (patch) => {
    const { client, asked, write } = clientOf({ patch })
    expect(client.capabilities.state('messageTags')).toBe('untried')
    expect(await write()).toBe('not-offered')
    const before = asked.length
    expect(await write()).toBe('not-offered')
    expect(asked).toHaveLength(before)
    expect(client.capabilities.state('messageTags')).toBe('not-offered')
    expect(client.capabilities.refusal('messageTags')).toMatchObject({
      status: patch,
      method: 'PATCH',
      path: `/Messages/${ID}`,
    })
  })

  it('is one thing for a message and another for an operation', async () => {
    const { client, write } = clientOf({ patch: 405 })
    const error = await client.updateTags('operation', 'o', { desk: '4' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'not-offered', path: '/Messages/Operations/o' })
    expect(client.capabilities.state('operationTags')).toBe('not-offered')
    expect(client.capabilities.state('messageTags')).toBe('untried')
    expect(await write()).toBe('not-offered')
    expect(client.capabilities.refusal('messageTags')?.path).toBe(`/Messages/${ID}`)
  })

  it('is tried again on request', async () => {
    const { client, answers, write } = clientOf({ patch: 404 })
    await write()
    answers.patch = 202
    client.capabilities.forget('messageTags')
    expect(await write()).toBe('done')
    expect(client.capabilities.state('messageTags')).toBe('offered')
    expect(client.capabilities.refusal('messageTags')).toBeNull()
  })

  it('is not confused with a resource that is gone', async () => {
    const { client, write } = clientOf({ patch: 404, get: 404 })
    expect(await write()).toBe('missing')
    expect(client.capabilities.state('messageTags')).toBe('untried')
  })

  it.each([
    [400, 'invalid'],
    [401, 'refused'],
    [500, 'server'],
  ] as const)('is not concluded from a %i', async (patch, kind) => {
    const { client, write } = clientOf({ patch })
    expect(await write()).toBe(kind)
    expect(client.capabilities.state('messageTags')).toBe('untried')
  })
})
