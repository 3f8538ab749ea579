import { createCapabilities } from './capabilities'
import type { Dialect } from './dialect'
import { CommsError } from './errors'
import { createLazyLens } from './lazyLens'
import type { Accepted, Json } from './resources'
import { exchange, isRead, unreadable, type Answer, type Call, type TransportOptions } from './transport'
import { decodeAccepted } from './wire/accepted'
import { dialectOf, dialectOfProblems } from './wire/dialectOf'
import { encodeQuery, respellQuery } from './wire/query'
import { respell } from './wire/spelling'
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
  const lens = createLazyLens()
  let seen: Dialect | null = null

  const dialect = (): Dialect => (setting === 'auto' ? (seen ?? 'current') : setting)

  /** One request as it is, and what its answer tells of the server. */
  async function ask(request: Call): Promise<Answer> {
    try {
      const answer = await exchange(transport, request)
      if (answer.status === 200) seen = dialectOf(answer.body) ?? seen
      return answer
    } catch (error) {
      if (error instanceof CommsError) seen = dialectOfProblems(error.body) ?? seen
      throw error
    }
  }

  /**
   * A server of the other dialect may refuse what it cannot read, or pass over a filter and answer with everything. So
   * what only reads is asked once more in the dialect that the server was seen to speak meanwhile.
   */
  async function call(request: Call): Promise<Answer> {
    const written = setting === 'auto' && isRead(request) ? writtenIn(request) : null
    // Who asks in the other dialect on purpose gets the answer to that.
    if (written !== dialect()) return ask(request)
    try {
      const answer = await ask(request)
      if (dialect() === written) return answer
    } catch (error) {
      const isRefused = error instanceof CommsError && error.status === 400
      if (!isRefused || dialect() === written) throw error
    }
    return ask(inDialect(request, dialect()))
  }

  async function read<Value>(request: Call, decode: (body: Json) => Value): Promise<Value> {
    const { status, body } = await call(request)
    lens.look(request.path, body)
    try {
      return decode(body)
    } catch (error) {
      if (error instanceof Unreadable) throw unreadable(request, status, body, error.message)
      throw error
    }
  }

  /**
   * What a 202 refers to (section 1.6). Another success that names no operation may be anybody's: it is unreadable, and
   * leaves in doubt whether the request was done.
   */
  async function accept(request: Call): Promise<Accepted> {
    const { status, headers, body } = await call(request)
    const accepted = decodeAccepted(body, headers)
    if (status === 202 || accepted.operationId !== null) return accepted
    throw unreadable(request, status, body, `status ${status} where the API accepts with 202`)
  }

  /** Writing in the wrong spelling would be refused, so a client that has seen nothing reads before it writes. */
  async function learnDialect({ signal }: CallOptions): Promise<void> {
    if (setting !== 'auto' || seen !== null) return
    try {
      const query = encodeQuery({}, { pageSize: 1 }, 'current')
      await ask({ method: 'GET', path: '/Messages', query, signal })
    } catch (error) {
      if (!(error instanceof CommsError) || error.kind === 'aborted') throw error
    }
  }

  return { version, call, read, accept, dialect, dialectSeen: () => seen, learnDialect, capabilities, lens }
}

/** The dialect a request was written in, `null` where it would be the same in both. */
function writtenIn({ query, body = null }: Call): Dialect | null {
  return dialectOf(Object.fromEntries(query ?? [])) ?? dialectOf(body)
}

function inDialect({ query, body, ...call }: Call, dialect: Dialect): Call {
  return {
    ...call,
    ...(query && { query: respellQuery(query, dialect) }),
    ...(body !== undefined && { body: respell(body, dialect) }),
  }
}
