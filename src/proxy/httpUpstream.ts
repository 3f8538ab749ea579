import http from 'node:http'
import https from 'node:https'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { ProxyConfig } from './config'
import { upstreamHeaders } from './headers'
import { HOLD_LIMIT, NotConnected, TimedOut, type ApiAnswer, type ApiCall, type Upstream } from './upstream'

type HttpUpstreamOptions = Pick<ProxyConfig, 'baseUrl' | 'credentials' | 'timeoutMs'>

/**
 * The real API over HTTP with Basic authentication. Reads use kept connections; a request that may change something gets
 * a connection of its own, because a kept one that the server is just closing would leave open whether it was done.
 * Redirects are not followed.
 */
export function createHttpUpstream({ baseUrl, credentials, timeoutMs }: HttpUpstreamOptions): Upstream {
  const base = new URL(baseUrl)
  const transport = base.protocol === 'https:' ? https : http
  const agent = new transport.Agent({ keepAlive: true, maxSockets: 64 })
  const basic = Buffer.from(`${credentials?.user}:${credentials?.secret}`).toString('base64')
  const hostname = base.hostname.replace(/^\[|\]$/g, '')
  const port = base.port || undefined
  const prefix = base.pathname.replace(/\/$/, '')

  function request({ method, path, body }: ApiCall): Promise<ApiAnswer> {
    const headers: http.OutgoingHttpHeaders = upstreamHeaders(body !== null)
    headers['accept-encoding'] = 'gzip'
    headers['authorization'] = `Basic ${basic}`
    if (body !== null) headers['content-length'] = Buffer.byteLength(body)
    const kept = method === 'GET' && agent
    const options = { hostname, port, method, path: `${prefix}${path}`, headers, agent: kept }
    return exchange(transport.request(options), transport === https, body, timeoutMs)
  }

  return async (call) => {
    try {
      return await request(call)
    } catch (error) {
      if (!(error instanceof StaleConnection && call.method === 'GET')) throw error
      return request(call)
    }
  }
}

/** A kept connection turned out to be closed already. */
class StaleConnection extends Error {
  override readonly name = 'StaleConnection'
}

function exchange(
  outgoing: http.ClientRequest,
  secure: boolean,
  body: ApiCall['body'],
  timeoutMs: number,
): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    let connected = false
    const timer = setTimeout(() => outgoing.destroy(new TimedOut('no answer in time')), timeoutMs)
    outgoing.on('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true))
      else connected = true
    })
    outgoing.on('close', () => clearTimeout(timer))
    outgoing.on('error', (cause) => reject(failure(cause, connected, outgoing.reusedSocket)))
    outgoing.on('response', (incoming) => {
      hold(incoming, () => clearTimeout(timer)).then(resolve, reject)
    })
    outgoing.end(body ?? undefined)
  })
}

function failure(cause: Error, connected: boolean, reused: boolean): Error {
  if (!connected) return new NotConnected(cause.message, { cause })
  if (cause instanceof TimedOut) return cause
  return reused ? new StaleConnection(cause.message, { cause }) : cause
}

/** Takes in the body, or as much of it as is held. A cut body costs anything but a 200 its details, not its meaning. */
function hold(incoming: http.IncomingMessage, done: () => void): Promise<ApiAnswer> {
  const status = incoming.statusCode ?? 502
  const header = (name: string) => incoming.headers[name]?.toString() ?? null
  const stream: Readable = header('content-encoding') === 'gzip' ? unpacked(incoming) : incoming
  const chunks: Buffer<ArrayBuffer>[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    stream.on('error', (error) => (status === 200 ? reject(error) : resolve({ status, header, body: null })))
    stream.on('end', () => {
      const [only] = chunks
      resolve({ status, header, body: only && chunks.length === 1 ? only : Buffer.concat(chunks, size) })
    })
    stream.on('data', (chunk: Buffer<ArrayBuffer>) => {
      chunks.push(chunk)
      size += chunk.length
      if (size <= HOLD_LIMIT) return
      done()
      stream.pause().removeAllListeners('data').removeAllListeners('end')
      for (const kept of chunks.toReversed()) stream.unshift(kept)
      // Node's and the browser's stream types differ by name only.
      resolve({ status, header, body: Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>> })
    })
  })
}

function unpacked(incoming: http.IncomingMessage): Readable {
  // Joined in both directions: a reader that goes away must not leave the connection held for ever.
  return pipeline(incoming, createGunzip(), () => undefined)
}
