import type { CallOptions, Core } from './core'
import type { Dialect } from './dialect'
import { CommsError } from './errors'
import type { SendRequest } from './requests'
import type {
  Accepted,
  Json,
  Message,
  MessageFilter,
  MessageMetadata,
  Page,
  PageRequest,
  Tags,
} from './resources'
import type { Call } from './transport'
import { decodeMessage, decodeMessageMetadata } from './wire/message'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { decodeReceipt } from './wire/receipt'
import { encodeSend } from './wire/send'
import { spell } from './wire/spelling'

export interface SendOptions extends CallOptions {
  /** Names this one send. The proxy forwards a key once and answers a repetition with the first outcome. */
  key: string
}

const PLACE = { method: 'GET', path: '/Messages' } as const

/** Reads a page of messages in list form. */
export function decodeMessages(body: Json): Page<MessageMetadata> {
  return decodePage(body, 'messages', decodeMessageMetadata)
}

/**
 * A server of the other dialect may ignore a parameter it does not know and answer with everybody's messages.
 * That list must never be shown as one operation's: ask again in the other spelling, and give up if that fails.
 */
export async function messagesOf(
  operationId: string | undefined,
  core: Core,
  place: Pick<Call, 'method' | 'path' | 'reads'>,
  ask: (dialect: Dialect) => Promise<Page<MessageMetadata>>,
): Promise<Page<MessageMetadata>> {
  const first = await ask(core.dialect())
  if (!operationId || belongsTo(first, operationId)) return first
  const second = await ask(core.dialect() === 'early' ? 'current' : 'early')
  if (belongsTo(second, operationId)) return second
  throw new CommsError({
    ...place,
    kind: 'unreadable',
    message: 'The API did not apply the filter: it answered with messages of other operations.',
    status: 200,
  })
}

/** Section 1.1, the routes of messages. */
export function messageCalls(core: Core) {
  const fetchMessage = (id: string, options: CallOptions = {}): Promise<Message> =>
    core.read({ method: 'GET', path: `/Messages/${encodeURIComponent(id)}`, ...options }, decodeMessage)

  return {
    /**
     * Sends to 1 to 10,000 recipients (section 2.1). Never repeated by itself. When the error says
     * `mayHaveBeenDone`, find the outcome by the key before anything is sent again.
     */
    async sendMessages(request: SendRequest, { key, signal }: SendOptions): Promise<Accepted> {
      await core.learnDialect({ signal })
      return core.accept({
        method: 'POST',
        path: '/Messages',
        body: encodeSend(request, core.dialect()),
        headers: { 'idempotency-key': key },
        signal,
      })
    },

    /** One page of messages, newest first, in list form: no content and no error codes (section 2.2). */
    async listMessages(
      filter: MessageFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<MessageMetadata>> {
      return messagesOf(filter.operationId, core, PLACE, (dialect) => {
        const query = encodeQuery(filter, page, dialect)
        return core.read({ ...PLACE, query, ...options }, decodeMessages)
      })
    },

    /** One message with content and attempts. */
    fetchMessage,

    /** What became of each recipient of a group message. Named in prose only (section 8, point 2). */
    async listReceipts(id: string, page: PageRequest = {}, options: CallOptions = {}) {
      const path = `/Messages/${encodeURIComponent(id)}/Receipts`
      const query = encodeQuery({}, page, core.dialect())
      return core.capabilities.attempt(
        'receipts',
        () =>
          core.read({ method: 'GET', path, query, ...options }, (body) =>
            decodePage(body, 'receipts', decodeReceipt),
          ),
        () => fetchMessage(id, options),
      )
    },

    /**
     * The message that a classic `SM…` or `MM…` SID became (section 1.1): the API redirects to it.
     * Throws kind `missing` for a SID it does not know.
     */
    async seekMessage(sid: string, options: CallOptions = {}): Promise<Message> {
      return core.read(
        { method: 'GET', path: `/Messages/Seek/${encodeURIComponent(sid)}`, ...options },
        decodeMessage,
      )
    },

    /**
     * Replaces the tags of a message or an operation. The mechanics page says tags can be written; no route is
     * published (section 8, point 3); kind `not-offered` where there is none.
     */
    async updateTags(
      kind: 'message' | 'operation',
      id: string,
      tags: Tags,
      options: CallOptions = {},
    ): Promise<void> {
      const folder = kind === 'message' ? '/Messages' : '/Messages/Operations'
      const path = `${folder}/${encodeURIComponent(id)}`
      await core.capabilities.attempt(
        kind === 'message' ? 'messageTags' : 'operationTags',
        () => core.call({ method: 'PATCH', path, body: spell({ tags }, core.dialect()), ...options }),
        () => core.call({ method: 'GET', path, ...options }),
      )
    },
  }
}

/** False when a message of the page says that it belongs to another operation than the one asked for. */
function belongsTo({ items }: Page<MessageMetadata>, operationId: string): boolean {
  return items.every(({ related }) => {
    const operations = related.filter(({ kind }) => kind === 'operation')
    return operations.length === 0 || operations.some(({ id }) => id === operationId)
  })
}
