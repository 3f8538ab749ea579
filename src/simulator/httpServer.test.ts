import { request as open } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stillSimulator } from './fixtures'
import { createSimulatorServer } from './httpServer'

const BASIC = `Basic ${btoa('account:token')}`
const TOO_LARGE = 10 * 1024 * 1024 + 1

let server: ReturnType<typeof createSimulatorServer>
let base: string

beforeEach(async () => {
  server = createSimulatorServer(stillSimulator())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A listening TCP server has an address of this form.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

describe('over HTTP', () => {
  const status = async (path: string, authorization?: string) => {
    return (await fetch(base + path, authorization ? { headers: { authorization } } : {})).status
  }

  it('credentials of either kind are asked for, on known routes only', async () => {
    expect(await status('/v1/Messages')).toBe(401)
    expect(await status('/v1/Messages', `Basic ${btoa('account:')}`)).toBe(401)
    expect(await status('/v1/Messages', 'Bearer')).toBe(401)
    expect(await status('/v1/Messages', 'Digest abc')).toBe(401)
    expect(await status('/v1/Messages', BASIC)).toBe(200)
    expect(await status('/v1/Messages', 'Bearer abc.def')).toBe(200)
    expect(await status('/v1/Nonsense')).toBe(404)
    expect(await status('/v2/Messages')).toBe(404)
  })

  it('paths are taken in upper and lower case and with a slash at the end', async () => {
    expect(await status('/V1/Messages')).toBe(401)
    expect(await status('/V1/messages/', BASIC)).toBe(200)
  })

  it('an unknown route is missing in the dialect that was asked for', async () => {
    const missing = async (dialect: string) => {
      const response = await fetch(`${base}/v1/Nonsense`, { headers: { 'x-sim-dialect': dialect } })
      return [response.status, await response.json()]
    }
    const message = 'The requested resource was not found.'
    expect(await missing('EARLY')).toEqual([404, { errors: [{ code: 404, message }], status: 404 }])
    expect(await missing('current')).toMatchObject([404, { errors: [{ code: 20404, message }] }])
    expect(await missing('klingon')).toMatchObject([400, { code: 20422 }])
  })

  it.each([
    ['with its length announced', { 'content-length': String(TOO_LARGE) }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('a body of more than 10 MB, %s, is refused', async (_, headers) => {
    const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const sending = open(`${base}/v1/Messages`, {
        method: 'POST',
        headers: { authorization: BASIC, 'content-type': 'application/json', ...headers },
      })
      sending.on('error', reject)
      sending.on('response', (incoming) => {
        const parts: Uint8Array[] = []
        incoming.on('data', (part: Uint8Array) => parts.push(part))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode, body: Buffer.concat(parts).toString() }),
        )
      })
      sending.end(Buffer.alloc(TOO_LARGE, 32))
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ code: 20413 }] })
  })

  it('a body of exactly 10 MB is read', async () => {
    const response = await fetch(`${base}/v1/Messages`, {
      method: 'POST',
      headers: { authorization: BASIC },
      body: `${' '.repeat(TOO_LARGE - 3)}{}`,
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ code: 21604 }, { code: 21619 }] })
  })
})
