import { createCore, type CallOptions, type ClientOptions, type Core } from './core'
import type { Dialect } from './dialect'
import { parseId, type IdKind } from './ids'
import { messageCalls } from './messageCalls'
import { operationCalls } from './operationCalls'
import type { Json } from './resources'

export type CommsClient = ReturnType<typeof createClient>

/**
 * The Communications API as this program uses it. Each function asks once and gives a value in the domain form, or
 * throws a `CommsError`; trying again is for the caller to decide (see `retry.ts`).
 */
export function createClient(options: ClientOptions) {
  return callsOf(createCore(options))
}

/** What every page may need. Calls of other resources are added in `fullClient.ts`. */
export function callsOf(core: Core) {
  return {
    version: core.version,

    /** The dialect requests are written in now, and whether the server was seen to speak it. */
    dialect: (): { dialect: Dialect; seen: boolean } => ({
      dialect: core.dialect(),
      seen: core.dialectSeen() !== null,
    }),

    /** The dialect the server was last seen to speak, whatever requests are set to; `null` before the first answer. */
    dialectSeen: core.dialectSeen,

    /** Which of the routes that are documented in prose only were seen to answer. */
    capabilities: core.capabilities,

    /** Fields and values that the contract does not know and the server sent. Rejects when the lens cannot be loaded. */
    novelties: () => core.lens.novelties(),

    ...messageCalls(core),
    ...operationCalls(core),

    /** The JSON of any resource that has a published route, as it came. `null` for a kind without one. */
    async fetchResource(id: string, call: CallOptions = {}, owner?: OperationOwner): Promise<Json> {
      const path = resourcePath(id, owner)
      if (path === null) return null
      return core.read({ method: 'GET', path, ...call }, (body) => body)
    },
  }
}

/** Where a resource of a kind is read. Kinds without a published route are missing here (section 1). */
const RESOURCE_PATHS: Partial<Record<IdKind, string>> = {
  message: '/Messages',
  sender: '/Senders',
  senderpool: '/SenderPools',
  email: '/Emails',
}

/** What an operation is about. Their ids have one form (section 7), so an id alone does not tell. */
export type OperationOwner = 'message' | 'email' | 'senderpool'

/**
 * The path behind the version at which the resource with this id is read, or `null` when none is published.
 * @param owner for the id of an operation: among whose it is looked for
 */
export function resourcePath(id: string, owner: OperationOwner = 'message'): string | null {
  const parsed = parseId(id)
  const isOperation = parsed?.kind === 'operation'
  const path = parsed && RESOURCE_PATHS[isOperation ? owner : parsed.kind]
  return path ? `${path}${isOperation ? '/Operations' : ''}/${encodeURIComponent(parsed.id)}` : null
}
