import type { CallOptions, Core } from './core'
import type { ResolveFrom, ResolveTo, SenderSearch } from './requests'
import type {
  Page,
  PageRequest,
  ResolvedRoute,
  Sender,
  SenderFilter,
  SenderPool,
  SenderPoolFilter,
} from './resources'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { decodeResolved, encodeResolve } from './wire/resolve'
import { decodeSender, decodeSenderPool } from './wire/sender'
import { spell } from './wire/spelling'

/** Sections 1.2 and 1.3: senders and sender pools to read; what changes pools is in `poolCalls.ts`. */
export function senderCalls(core: Core) {
  const list = (path: string) => {
    return async (
      filter: SenderFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<Sender>> => {
      const query = encodeQuery(filter, page, core.dialect(), path)
      return core.read({ method: 'GET', path, query, ...options }, (body) =>
        decodePage(body, 'senders', decodeSender),
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
      return core.read(
        { method: 'GET', path: `/Senders/${encodeURIComponent(id)}`, ...options },
        decodeSender,
      )
    },

    /** The senders with exactly this address on this channel, in any status or in one. */
    async searchSenders(
      search: SenderSearch,
      page: PageRequest = {},
      options: CallOptions = {},
    ): Promise<Page<Sender>> {
      const body = spell({ ...search, ...page }, core.dialect())
      return core.read({ method: 'POST', path: '/Senders/Search', reads: true, body, ...options }, (answer) =>
        decodePage(answer, 'senders', decodeSender),
      )
    },

    /** A dry run: which sender would reach which address, and in what order they are tried. At most 100 addresses. */
    async resolveSenders(
      to: ResolveTo[],
      from: ResolveFrom,
      options: CallOptions = {},
    ): Promise<ResolvedRoute[]> {
      const body = encodeResolve(to, from, core.dialect())
      return core.read(
        { method: 'POST', path: '/Senders/Resolve', reads: true, body, ...options },
        decodeResolved,
      )
    },

    async fetchSenderPool(id: string, options: CallOptions = {}): Promise<SenderPool> {
      return core.read(
        { method: 'GET', path: `/SenderPools/${encodeURIComponent(id)}`, ...options },
        decodeSenderPool,
      )
    },

    /** The senders of a pool, narrowed by the same filters as {@link listSenders} (section 1.3). */
    async listPoolMembers(
      id: string,
      filter: SenderFilter = {},
      page: PageRequest = {},
      options: CallOptions = {},
    ): Promise<Page<Sender>> {
      return list(`/SenderPools/${encodeURIComponent(id)}/Senders`)(filter, page, options)
    },
  }
}
