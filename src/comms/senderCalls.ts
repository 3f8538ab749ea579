import type { CallOptions, Core } from './core'
import type {
  Address,
  Json,
  Page,
  PageRequest,
  ResolvedRoute,
  Sender,
  SenderFilter,
  SenderPool,
  SenderPoolFilter,
  ResolveFrom,
} from './resources'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { decodeResolved, encodeResolve } from './wire/resolve'
import { decodeSender, decodeSenderPool } from './wire/sender'
import { spell } from './wire/spelling'

/** Sections 1.2 and 1.3: senders and sender pools to read; what changes pools is in `poolCalls.ts`. */
export function senderCalls(core: Core) {
  const decode = (json: Json): Sender => {
    core.lens.look('sender', json)
    return decodeSender(json)
  }
  const list = (path: string) => {
    return (filter: SenderFilter, page: PageRequest, options: CallOptions = {}): Promise<Page<Sender>> => {
      const query = encodeQuery(filter, page, core.dialect())
      return core.read({ method: 'GET', path, query, ...options }, (body) =>
        decodePage(body, 'senders', decode),
      )
    }
  }

  return {
    listSenders: list('/Senders'),

    async listSenderPools(
      filter: SenderPoolFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<SenderPool>> {
      const query = encodeQuery(filter, page, core.dialect())
      return core.read({ method: 'GET', path: '/SenderPools', query, ...options }, (body) =>
        decodePage(body, 'senderPools', decodeSenderPool),
      )
    },

    async fetchSender(id: string, options: CallOptions = {}): Promise<Sender> {
      return core.read({ method: 'GET', path: `/Senders/${encodeURIComponent(id)}`, ...options }, decode)
    },

    /** The senders with exactly this address on this channel. */
    async searchSenders(
      address: Address,
      page: PageRequest = {},
      options: CallOptions = {},
    ): Promise<Page<Sender>> {
      const body = spell({ ...address, ...page }, core.dialect())
      return core.read({ method: 'POST', path: '/Senders/Search', body, ...options }, (answer) =>
        decodePage(answer, 'senders', decode),
      )
    },

    /** A dry run: which sender would reach which address, and in what order they are tried. At most 100 addresses. */
    async resolveSenders(
      to: Address[],
      from: ResolveFrom,
      options: CallOptions = {},
    ): Promise<ResolvedRoute[]> {
      const body = encodeResolve(to, from, core.dialect())
      return core.read({ method: 'POST', path: '/Senders/Resolve', body, ...options }, decodeResolved)
    },

    async fetchSenderPool(id: string, options: CallOptions = {}): Promise<SenderPool> {
      return core.read(
        { method: 'GET', path: `/SenderPools/${encodeURIComponent(id)}`, ...options },
        decodeSenderPool,
      )
    },

    async listPoolMembers(
      id: string,
      page: PageRequest = {},
      options: CallOptions = {},
    ): Promise<Page<Sender>> {
      return list(`/SenderPools/${encodeURIComponent(id)}/Senders`)({}, page, options)
    },
  }
}
