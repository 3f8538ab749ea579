import type { CallOptions, Core } from './core'
import { decodeMessages, messagesOf } from './messageCalls'
import type { MessageMetadata, MessageSearch, Page, PageRequest } from './resources'
import { encodeQuery } from './wire/query'
import { encodeSearch } from './wire/search'

const PLACE = { method: 'POST', path: '/Messages/Search', reads: true } as const

/** Section 1.1: the search, which was in an earlier reference and is gone from the newest navigation. */
export function searchCalls(core: Core) {
  return {
    /**
     * One page of the messages that all filters of the search fit, newest first, in list form. It only reads, though by
     * POST. Kind `not-offered` where the API has no such route.
     */
    async searchMessages(
      search: MessageSearch,
      page: PageRequest = {},
      { signal }: CallOptions = {},
    ): Promise<Page<MessageMetadata>> {
      await core.learnDialect({ signal })
      return core.capabilities.attempt('searchMessages', () =>
        messagesOf(search.operationId, core, PLACE, (dialect) => {
          const query = encodeQuery({}, page, dialect)
          return core.read({ ...PLACE, query, body: encodeSearch(search, dialect), signal }, decodeMessages)
        }),
      )
    },
  }
}
