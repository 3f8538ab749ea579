import { createServer, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { classicRefusal, notFound } from './answers'
import { readControls } from './controls'
import { isKnownPath } from './router'
import type { Simulator } from './simulator'

/**
 * The simulator as a real HTTP server, for curl and for other clients. Any user name and password pass, and any bearer
 * token; without them a known route answers 401 and an unknown one 404, as the API was seen to do (section 1.6). Not
 * listening yet.
 */
export function createSimulatorServer(simulator: Simulator): Server {
  const listener = getRequestListener(async (request, { outgoing }) => {
    const { pathname } = new URL(request.url)
    if (!isKnownPath(pathname)) return unknownRoute(simulator, request)
    if (!hasCredentials(request.headers.get('authorization'))) return unauthenticated()
    try {
      return await whole(await simulator.fetch(request), outgoing)
    } catch {
      // A cut connection, or a requester who has gone: either way nobody is answered.
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
  })
  return createServer((incoming, outgoing) => void listener(incoming, outgoing))
}

interface Outgoing {
  writeHead: (status: number, headers: Record<string, string>) => unknown
  write: ServerResponse['write']
  destroy: () => unknown
}

/** The answer with its body at hand. One that breaks off half way is written as far as it goes, then cut. */
async function whole(response: Response, outgoing: Outgoing | ServerResponse): Promise<Response> {
  const { status, headers, body } = response
  if (!body) return response
  const parts: Uint8Array[] = []
  try {
    for await (const part of body) parts.push(part)
  } catch {
    const bytes = Buffer.concat(parts)
    outgoing.writeHead(status, {
      ...Object.fromEntries(headers),
      'content-length': String(bytes.length * 2 + 1),
    })
    outgoing.write(bytes, () => outgoing.destroy())
    return RESPONSE_ALREADY_SENT
  }
  return new Response(Buffer.concat(parts), { status, headers })
}

function unknownRoute(simulator: Simulator, request: Request): Response {
  const asked = readControls(request.headers)
  return asked instanceof Response ? asked : notFound(asked.dialect ?? simulator.state().dialect)
}

/** Basic authentication with both halves, or a bearer token, which was seen to work (section 0). */
function hasCredentials(authorization: string | null): boolean {
  if (/^Bearer\s+\S/i.test(authorization ?? '')) return true
  const encoded = authorization?.match(/^Basic\s+([A-Za-z0-9+/=]+)$/i)?.[1]
  if (!encoded) return false
  return /^[^:]+:.+$/s.test(Buffer.from(encoded, 'base64').toString())
}

function unauthenticated(): Response {
  const response = classicRefusal(401, 20003)
  response.headers.set('www-authenticate', 'Basic realm="Communications API simulator"')
  return response
}
