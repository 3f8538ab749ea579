import { queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { api, fetchConnection, type MessageFilter, type MessageMetadata, type Tags } from '#/comms'
import type { ListPage } from './list'
import { nextLook } from './nextLook'
import type { ListSource } from './usePagedList'

/** Rows per request: a screen holds about twenty, so one page is a good while of scrolling. */
const PAGE_SIZE = 200

/** The message list for a filter (section 1.1). */
export function messageList(filter: MessageFilter): ListSource<MessageMetadata> {
  return {
    queryKey: ['messages', 'list', filter],
    fetchPage: async (token, signal) => {
      const request = { pageSize: PAGE_SIZE, ...(token !== null && { pageToken: token }) }
      const page = await (await api()).listMessages(filter, request, { signal })
      return { ...page, token, fetchedAt: Date.now() }
    },
  }
}

/** One message with content and attempts, looked at again from time to time until its status is final. */
export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: async ({ signal }) => (await api()).fetchMessage(id, { signal }),
    staleTime: 5_000,
    refetchInterval: ({ state }) => {
      const at = nextLook(state)
      return at === null ? false : Math.max(at - Date.now(), 250)
    },
  })
}

/** Puts tags that the API took into the message, and into its row in every list that was read. */
export function putTags(client: QueryClient, id: string, tags: Tags): void {
  client.setQueryData(messageQuery(id).queryKey, (old) => old && { ...old, tags })
  client.setQueriesData<InfiniteData<ListPage<MessageMetadata>>>(
    { queryKey: ['messages', 'list'] },
    (old) =>
      old && {
        ...old,
        pages: old.pages.map((page) => ({
          ...page,
          items: page.items.map((row) => (row.id === id ? { ...row, tags } : row)),
        })),
      },
  )
}

/** What the proxy is connected to, for showing requests as they would be made without it. The frame asks for it too. */
export const connectionQuery = queryOptions({
  queryKey: ['connection'],
  queryFn: ({ signal }) => fetchConnection(signal),
  staleTime: 60_000,
})
