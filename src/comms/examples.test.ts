import { describe, expect, it } from 'vitest'
import { createClient } from './client'
import { CommsError } from './errors'
import currentAccepted from './examples/current-accepted.json'
import currentOperation from './examples/current-operation.json'
import earlyError from './examples/early-error.json'
import earlyMessage from './examples/early-message.json'
import earlyPage from './examples/early-page.json'
import earlySend from './examples/early-send.json'
import { timeOfId } from './ids'
import type { SendRecipient } from './requests'
import type { Json } from './resources'

const API = 'https://comms.twilio.com'
const TEXT = { text: 'What day is it?', media: [], contentId: null }
const WHO: SendRecipient[] = [
  { addresses: [{ address: '+12065551337', channel: 'PHONE' }], profileId: null, memoryStoreId: null },
]

/** A client whose server gives these answers in turn, and the requests that reached it. */
function clientOf(
  dialect: 'early' | 'current',
  ...answers: { status: number; body?: Json; headers?: object }[]
) {
  const requests: Request[] = []
  const client = createClient({
    baseUrl: API,
    dialect,
    fetch: async (request) => {
      requests.push(request)
      const { status, body, headers } = answers.shift() ?? { status: 500 }
      return new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: { ...headers },
      })
    },
  })
  return { client, requests }
}

describe('the documented examples', () => {
  it('sends as the early page shows and reads the operation from the headers', async () => {
    const { client, requests } = clientOf('early', earlySend.response)
    const accepted = await client.sendMessages({ to: WHO, from: null, content: TEXT, tags: {} }, { key: 'k' })
    const { operationCreatedAt, ...expected } = earlySend.expect
    expect(accepted).toMatchObject(expected)
    expect(new Date(timeOfId(expected.operationId) ?? 0).toISOString()).toBe(operationCreatedAt)
    expect(requests[0]?.method).toBe('POST')
    expect(requests[0]?.url).toBe(`${API}${earlySend.request.path}`)
    expect(await requests[0]?.json()).toEqual(earlySend.request.body)
  })

  it('reads the operation of today’s 202 from the body', async () => {
    const { client } = clientOf('current', currentAccepted.response)
    const accepted = await client.sendMessages({ to: WHO, from: null, content: TEXT, tags: {} }, { key: 'k' })
    expect(accepted).toMatchObject(currentAccepted.expect)
  })

  it('reads today’s operation', async () => {
    const { client } = clientOf('current', currentOperation.response)
    expect(await client.fetchOperation(currentOperation.expect.id)).toMatchObject(currentOperation.expect)
  })

  it('reads the early message with its related session', async () => {
    const { client } = clientOf('early', earlyMessage.response)
    const { idTime, ...expected } = earlyMessage.expect
    const message = await client.fetchMessage(expected.id)
    expect(message).toMatchObject(expected)
    expect(new Date(timeOfId(message.id) ?? 0).toISOString()).toBe(idTime)
  })

  it('pages as the early page shows', async () => {
    const { client, requests } = clientOf('early', earlyPage.response, earlyPage.response)
    const page = await client.listMessages({}, { pageSize: 50 })
    expect(page.nextToken).toBe(earlyPage.expect.nextToken)
    await client.listMessages({}, { pageToken: page.nextToken ?? '', pageSize: 50 })
    expect(requests[1]?.url).toBe(`${API}${earlyPage.expect.nextRequest}`)
  })

  it('reads the early error', async () => {
    const { client } = clientOf('early', earlyError.response)
    const error = await client.listMessages({ channel: 'PHONEE' }, {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CommsError)
    const { errors, ...rest } = earlyError.expect
    expect(error).toMatchObject({ ...rest, kind: 'invalid' })
    expect((error as CommsError).problems).toMatchObject(errors)
  })
})
