import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { ProxyConfig } from './config'

/** Takes a request for the API to wherever the API is. Throws when no answer came. */
export type Upstream = (request: Request) => Promise<Response>

/** No connection could be made, so nothing of the request has left: it is certain that it was not done. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected'
}

/**
 * The real API over HTTP with Basic authentication. Reads use kept connections; a request that may change something gets
 * a connection of its own, because a kept one that the server is just closing would leave open whether it was done.
 * Redirects are not followed.
 */
export function createHttpUpstream({
  credentials,
  timeoutMs,
}: Pick<ProxyConfig, 'credentials' | 'timeoutMs'>): Upstream {
  const authorization = `Basic ${Buffer.from(`${credentials?.user}:${credentials?.secret}`).toString('base64')}`
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
  }
  return async (request) => {
    const url = new URL(request.url)
    const isRead = request.method === 'GET'
    const body = isRead ? null : Buffer.from(await request.arrayBuffer())
    const options: http.RequestOptions = {
      method: request.method,
      agent: isRead ? agents[url.protocol === 'https:' ? 'https:' : 'http:'] : false,
      headers: {
        ...Object.fromEntries(request.headers),
        'accept-encoding': 'gzip',
        authorization,
        ...(body ? { 'content-length': body.byteLength } : {}),
      },
      timeout: timeoutMs,
    }
    try {
      return await exchange(url, options, body)
    } catch (error) {
      if (!(error instanceof StaleConnection && isRead)) throw error
      return exchange(url, options, body)
    }
  }
}

/** A kept connection turned out to be closed already. */
class StaleConnection extends Error {
  override readonly name = 'StaleConnection'
}

function exchange(url: URL, options: http.RequestOptions, body: Buffer | null): Promise<Response> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const outgoing = (secure ? https : http).request(url, options)
    let connected = false
    outgoing.on('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true))
      else connected = true
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
    outgoing.on('error', (cause) => {
      const Kind = outgoing.reusedSocket ? StaleConnection : connected ? Error : NotConnected
      reject(new Kind(cause.message, { cause }))
    })
    outgoing.on('response', (incoming) => resolve(toResponse(incoming)))
    outgoing.end(body)
  })
}

function toResponse(incoming: http.IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    if (value !== undefined && name !== 'content-encoding') headers.set(name, value.join(', '))
  }
  const status = incoming.statusCode ?? 502
  if (status === 204 || status === 304) {
    incoming.resume()
    return new Response(null, { status, headers })
  }
  const gzip = incoming.headers['content-encoding'] === 'gzip'
  const stream = gzip ? incoming.pipe(createGunzip()) : incoming
  if (gzip) incoming.on('error', (error) => stream.destroy(error))
  // Node's and the browser's stream types differ by name only.
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>, { status, headers })
}
