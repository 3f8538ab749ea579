import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createClient } from '#/comms/client'
import { ask, json, startApi, startSwitchboard, type Api, type Seen } from './fixtures'

const SID = 'SM0123456789abcdef0123456789abcdef'
const MESSAGE = 'comms_message_01k4vge2fxe3ramtcdv1zx1s9s'
const OPERATION = 'comms_operation_01h9krwprkeee8fzqspvwy6nq8'

/** An API that is asked in v1 and has moved to v2: whatever it answers points there. */
function answerFromV2(api: Api): void {
  const at = (path: string) => `${api.url}/v2${path}`
  const message = {
    id: MESSAGE,
    status: 'DELIVERED',
    related: [{ name: 'OPERATION', id: OPERATION, uri: at(`/Messages/Operations/${OPERATION}`) }],
    uri: at(`/Messages/${MESSAGE}`),
  }
  api.answer = ({ method, url }: Seen, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(url, api.url)
    if (method === 'POST') {
      return json(response, 202, { operationLocation: at(`/Messages/Operations/${OPERATION}`) })
    }
    switch (pathname.replace(/^\/v[12]/, '')) {
      case `/Messages/Seek/${SID}`:
        return void response.writeHead(301, { location: at(`/Messages/${MESSAGE}`) }).end()
      case `/Messages/${MESSAGE}`:
        return json(response, 200, message)
      case `/Messages/Operations/${OPERATION}`:
        return json(response, 200, { id: OPERATION, status: 'COMPLETED', uri: at(pathname) })
      case '/Messages': {
        const next = searchParams.has('pageToken') ? null : '/v2/Messages?page=2'
        return json(response, 200, {
          messages: [message],
          pagination: { self: at('/Messages?page=1'), next },
        })
      }
      default:
        return json(response, 404, { errors: [{ code: 20404, message: pathname }] })
    }
  }
}

/** Every read and the send of an account of which all links are in another version. */
async function readEverything(baseUrl: string): Promise<void> {
  const client = createClient({
    baseUrl,
    dialect: 'current',
    // The proxy takes a send only from its own pages.
    fetch: (request) => {
      const headers = new Headers(request.headers)
      headers.set('sec-fetch-site', 'same-origin')
      return fetch(new Request(request, { headers }))
    },
  })
  const sent = await client.sendMessages(
    {
      to: [
        {
          addresses: [{ address: '+12065551337', channel: 'PHONE' }],
          profileId: null,
          memoryStoreId: null,
        },
      ],
      from: null,
      content: { text: 'What day is it?', media: [], contentId: null },
      tags: {},
    },
    { key: 'key-00000001' },
  )
  expect(sent.operationId).toBe(OPERATION)
  expect(await client.fetchOperation(OPERATION)).toMatchObject({ id: OPERATION, status: 'COMPLETED' })
  const filter = { operationId: OPERATION }
  const first = await client.listMessages(filter, {})
  expect(first.items).toMatchObject([{ id: MESSAGE, related: [{ kind: 'operation', id: OPERATION }] }])
  const second = await client.listMessages(filter, { pageToken: first.nextToken ?? '' })
  expect([second.items.length, second.nextToken]).toEqual([1, null])
  expect(await client.seekMessage(SID)).toMatchObject({ id: MESSAGE, status: 'DELIVERED' })
}

describe('an API whose answers lead to a newer version', () => {
  test('is read and sent to directly', async () => {
    const api = await startApi()
    answerFromV2(api)
    await readEverything(api.url)
    expect(api.seen.map(({ url }) => url)).toEqual([
      '/v1/Messages',
      `/v1/Messages/Operations/${OPERATION}`,
      `/v1/Messages?operationId=${OPERATION}`,
      `/v1/Messages?operationId=${OPERATION}&pageToken=%2Fv2%2FMessages%3Fpage%3D2`,
      `/v1/Messages/Seek/${SID}`,
      // The API's own redirect, followed as it stands.
      `/v2/Messages/${MESSAGE}`,
    ])
  })

  test('is read and sent to through the proxy, in the version that is set', async () => {
    const api = await startApi()
    answerFromV2(api)
    const server = await startSwitchboard(api)
    await readEverything(`${server.url}/comms`)
    expect(api.seen.at(-1)?.url).toBe(`/v1/Messages/${MESSAGE}`)
    expect(api.seen.filter(({ url }) => !url.startsWith('/v1/'))).toEqual([])
  })

  test.each<[set: string, location: string, passed: string]>([
    ['v1', '/v2/Messages/a', '/comms/v1/Messages/a'],
    ['v1', '/v10/Messages/a?b=/v2/', '/comms/v1/Messages/a?b=/v2/'],
    ['v1', '/preview/Messages/a', '/comms/v1/Messages/a'],
    ['preview', '/v1/Messages/a', '/comms/preview/Messages/a'],
    ['v1', '/volumes/Messages/a', '/comms/volumes/Messages/a'],
  ])('set to %s, a location of %s is passed as %s', async (version, location, passed) => {
    const api = await startApi()
    const server = await startSwitchboard(api, { env: { COMMS_API_VERSION: version } })
    api.answer = (_, response) =>
      json(
        response,
        200,
        {},
        { location, 'operation-location': location, 'resource-location': api.url + location },
      )
    const { headers } = await ask(server, `/comms/${version}/Messages`)
    expect(locationsOf(headers)).toEqual([passed, passed, passed])
  })
})

function locationsOf(headers: IncomingHttpHeaders) {
  return [headers.location, headers['operation-location'], headers['resource-location']]
}
