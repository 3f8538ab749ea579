import type { Dialect } from './dialect'
import { CommsError } from './errors'
import { parseId, type IdKind } from './ids'
import type {
  Accepted,
  Json,
  Message,
  MessageFilter,
  MessageMetadata,
  Operation,
  OperationFilter,
  Page,
  PageRequest,
  SendRequest,
  Tags,
} from './resources'
import { exchange, unreadable, type Answer, type Call, type TransportOptions } from './transport'
import { decodeAccepted } from './wire/accepted'
import { decodeMessage, decodeMessageMetadata } from './wire/message'
import { decodeOperation } from './wire/operation'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { encodeSend } from './wire/send'
import { dialectOf, spell } from './wire/spelling'
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

export interface SendOptions extends CallOptions {
  /** Names this one send. The proxy forwards a key once and answers a repetition with the first outcome. */
  key: string
}

/** Where a resource of a kind is read. Kinds without a published route are missing here (section 1). */
const RESOURCE_PATHS: Partial<Record<IdKind, string>> = {
  message: '/Messages',
  operation: '/Messages/Operations',
  sender: '/Senders',
  senderpool: '/SenderPools',
  email: '/Emails',
}

export type CommsClient = ReturnType<typeof createClient>

/**
 * The Communications API as this program uses it. Each function asks once and gives a value in the domain form, or
 * throws a `CommsError`; trying again is for the caller to decide (see `retry.ts`).
 */
export function createClient({
  baseUrl,
  version = 'v1',
  dialect: setting = 'auto',
  fetch = (request) => globalThis.fetch(request),
  timeout = 30_000,
  now = Date.now,
}: ClientOptions) {
  const transport: TransportOptions = { fetch, baseUrl, version, timeout, now }
  let seen: Dialect | null = null

  function spoken(): Dialect {
    return setting === 'auto' ? (seen ?? 'current') : setting
  }

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

  /**
   * A server of the other dialect may ignore a parameter it does not know and answer with everybody's messages.
   * That list must never be shown as one operation's: ask again in the other spelling, and give up if that fails.
   */
  async function listOfOperation(filter: MessageFilter, page: PageRequest, { signal }: CallOptions) {
    const ask = (dialect: Dialect) => {
      const query = encodeQuery(filter, page, dialect)
      return read({ method: 'GET', path: '/Messages', query, signal }, decodeMessages)
    }
    const first = await ask(spoken())
    if (belongsTo(first, filter)) return first
    const second = await ask(spoken() === 'early' ? 'current' : 'early')
    if (belongsTo(second, filter)) return second
    throw new CommsError({
      kind: 'unreadable',
      message: 'The API did not apply the filter: it answered with messages of other operations.',
      method: 'GET',
      path: '/Messages',
      status: 200,
    })
  }

  /** Writing in the wrong spelling would be refused, so a send by a client that has seen nothing reads first. */
  async function learnDialect({ signal }: CallOptions): Promise<void> {
    if (setting !== 'auto' || seen !== null) return
    const query = encodeQuery({}, { pageSize: 1 }, 'current')
    try {
      await call({ method: 'GET', path: '/Messages', query, signal })
    } catch (error) {
      if (!(error instanceof CommsError) || error.kind === 'aborted') throw error
    }
  }

  return {
    version,

    /** The dialect requests are written in now, and whether the server was seen to speak it. */
    dialect: (): { dialect: Dialect; seen: boolean } => ({ dialect: spoken(), seen: seen !== null }),

    /**
     * Sends to 1 to 10,000 recipients (section 2.1). Never repeated by itself. When the error says
     * `mayHaveBeenDone`, find the outcome by the key before anything is sent again.
     */
    async sendMessages(request: SendRequest, { key, signal }: SendOptions): Promise<Accepted> {
      await learnDialect({ signal })
      const { body, headers } = await call({
        method: 'POST',
        path: '/Messages',
        body: encodeSend(request, spoken()),
        headers: { 'idempotency-key': key },
        signal,
      })
      return decodeAccepted(body, headers)
    },

    /** One page of messages, newest first, in list form: no content and no error codes (section 2.2). */
    async listMessages(
      filter: MessageFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<MessageMetadata>> {
      if (filter.operationId) return listOfOperation(filter, page, options)
      const query = encodeQuery(filter, page, spoken())
      return read({ method: 'GET', path: '/Messages', query, ...options }, decodeMessages)
    },

    /** One message with content and attempts. */
    async fetchMessage(id: string, options: CallOptions = {}): Promise<Message> {
      return read({ method: 'GET', path: `/Messages/${encodeURIComponent(id)}`, ...options }, decodeMessage)
    },

    /** One page of operations. Deployments without this route answer 404, kind `missing`. */
    async listOperations(
      filter: OperationFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<Operation>> {
      const query = encodeQuery(filter, page, spoken())
      const decode = (body: Json) => decodePage(body, 'operations', decodeOperation)
      return read({ method: 'GET', path: '/Messages/Operations', query, ...options }, decode)
    },

    async fetchOperation(id: string, options: CallOptions = {}): Promise<Operation> {
      const path = `/Messages/Operations/${encodeURIComponent(id)}`
      return read({ method: 'GET', path, ...options }, decodeOperation)
    },

    /**
     * Replaces the tags of a message or an operation. The mechanics page says tags can be written; no route is
     * published (section 8, point 3), so a 404 or 405 means that this API does not offer it.
     */
    async updateTags(kind: 'message' | 'operation', id: string, tags: Tags, options: CallOptions = {}) {
      const path = `${RESOURCE_PATHS[kind]}/${encodeURIComponent(id)}`
      await call({ method: 'PATCH', path, body: spell({ tags }, spoken()), ...options })
    },

    /** The JSON of any resource that has a published route, as it came. `null` for a kind without one. */
    async fetchResource(id: string, options: CallOptions = {}): Promise<Json> {
      const path = resourcePath(id)
      if (path === null) return null
      return read({ method: 'GET', path, ...options }, (body) => body)
    },
  }
}

/** The path behind the version at which the resource with this id is read, or `null` when none is published. */
export function resourcePath(id: string): string | null {
  const parsed = parseId(id)
  const path = parsed && RESOURCE_PATHS[parsed.kind]
  return parsed && path ? `${path}/${encodeURIComponent(parsed.id)}` : null
}

function decodeMessages(body: Json): Page<MessageMetadata> {
  return decodePage(body, 'messages', decodeMessageMetadata)
}

/** False when a message of the page says that it belongs to another operation than the one asked for. */
function belongsTo({ items }: Page<MessageMetadata>, { operationId }: MessageFilter): boolean {
  return items.every(({ related }) => {
    const operations = related.filter(({ kind }) => kind === 'operation')
    return operations.length === 0 || operations.some(({ id }) => id === operationId)
  })
}
