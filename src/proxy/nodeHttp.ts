import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { finalHeaders, type Answer } from './answers'
import { TooLarge, type ProxyRequest } from './proxyRequest'

/** A request of Node's HTTP server. */
export function fromNode(incoming: IncomingMessage): ProxyRequest {
  const { method = 'GET', url = '/', headers } = incoming
  return {
    method,
    url,
    headers: { get: (name) => headers[name]?.toString() ?? null },
    read: (limit) => readBytes(incoming, limit),
  }
}

function readBytes(incoming: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer<ArrayBuffer>[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer<ArrayBuffer>) => {
      size += chunk.length
      // The rest is let through unread, so that the browser gets to the answer.
      if (size > limit) reject(new TooLarge())
      else chunks.push(chunk)
    })
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
    incoming.on('error', reject)
    incoming.on('close', () => reject(new Error('the browser went away')))
  })
}

/** Writes an answer out. A browser that goes away in the middle is nobody's error. */
export function writeAnswer(answer: Answer, outgoing: ServerResponse): void {
  const { status, body } = answer
  const headers = finalHeaders(answer)
  if (body === null || status === 204) {
    outgoing.writeHead(status, headers).end()
  } else if (body instanceof ReadableStream) {
    outgoing.writeHead(status, headers)
    // Node's and the browser's stream types differ by name only.
    pipeline(Readable.fromWeb(body as NodeStream), outgoing).catch(() => outgoing.destroy())
  } else {
    headers.push('content-length', String(Buffer.byteLength(body)))
    outgoing.writeHead(status, headers).end(body)
  }
}
