import { createCapabilities } from './capabilities'
import type { Dialect } from './dialect'
import { CommsError } from './errors'
import { createLens } from './lens'
import type { Json } from './resources'
import { exchange, unreadable, type Answer, type Call, type TransportOptions } from './transport'
import { encodeQuery } from './wire/query'
import { dialectOf } from './wire/spelling'
import { Unreadable } from './wire/unreadable'

export interface ClientOptions {
  /** Everything before the version, without a slash at the end. */
  baseUrl: string
  /** First segment of every path (api-mechanics, API Versions). */
  version?: string
  /** `auto` speaks what the server was last seen to speak, and today's v1 until then. */
  dialect?: Dialect | 'auto'
  fetch?: (request: Request) => Promise<Response>
  /** Milliseconds to wait for a whole answer. */
  timeout?: number
  now?: () => number
}

export interface CallOptions {
  signal?: AbortSignal
}

export type Core = ReturnType<typeof createCore>

/** What all calls of a client share: the transport, and what was learnt of the server on the way. */
export function createCore({
  baseUrl,
  version = 'v1',
  dialect: setting = 'auto',
  fetch = (request) => globalThis.fetch(request),
  timeout = 30_000,
  now = Date.now,
}: ClientOptions) {
  const transport: TransportOptions = { fetch, baseUrl, version, timeout, now }
  const capabilities = createCapabilities()
  const lens = createLens()
  let seen: Dialect | null = null

  const dialect = (): Dialect => (setting === 'auto' ? (seen ?? 'current') : setting)

  async function call(request: Call): Promise<Answer> {
    const answer = await exchange(transport, request)
    if (answer.status === 200) seen = dialectOf(answer.body) ?? seen
    return answer
  }

  async function read<Value>(request: Call, decode: (body: Json) => Value): Promise<Value> {
    const { status, body } = await call(request)
    try {
      return decode(body)
    } catch (error) {
      if (error instanceof Unreadable) throw unreadable(request, status, body, error.message)
      throw error
    }
  }

  /** Writing in the wrong spelling would be refused, so a client that has seen nothing reads before it writes. */
  async function learnDialect({ signal }: CallOptions): Promise<void> {
    if (setting !== 'auto' || seen !== null) return
    try {
      const query = encodeQuery({}, { pageSize: 1 }, 'current')
      await call({ method: 'GET', path: '/Messages', query, signal })
    } catch (error) {
      if (!(error instanceof CommsError) || error.kind === 'aborted') throw error
    }
  }

  return { version, call, read, dialect, dialectSeen: () => seen, learnDialect, capabilities, lens }
}
