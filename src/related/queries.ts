import { queryOptions } from '@tanstack/react-query'
import { api, fetchConnection, type OperationOwner } from '#/comms'

/** The JSON of a sender, a sender pool, an email or an operation of these, as it came. */
export function resourceQuery(id: string, owner?: OperationOwner) {
  return queryOptions({
    queryKey: ['related', 'resource', id, owner],
    queryFn: async ({ signal }) => (await api()).fetchResource(id, { signal }, owner),
    staleTime: 60_000,
  })
}

/** The message that an SM or MM id belongs to (section 1.1, Seek). */
export function seekQuery(sid: string) {
  return queryOptions({
    queryKey: ['related', 'seek', sid],
    queryFn: async ({ signal }) => (await api()).seekMessage(sid, { signal }),
    staleTime: 60_000,
  })
}

/** Where requests go: the same entry of the cache that the frame keeps fresh. */
export const connectionQuery = queryOptions({
  queryKey: ['connection'],
  queryFn: ({ signal }) => fetchConnection(signal),
  staleTime: 15_000,
})
