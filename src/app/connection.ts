import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchConnection } from '#/comms'

/** How often the band checks that it still tells the truth: a restarted server may be connected to something else. */
const CHECK_MS = 15_000

const connectionQuery = queryOptions({
  queryKey: ['connection'],
  queryFn: ({ signal }) => fetchConnection(signal),
  staleTime: CHECK_MS,
  gcTime: Infinity,
  retry: 1,
  refetchInterval: CHECK_MS,
})

/** Where this page's requests go. */
export function useConnection() {
  return useQuery(connectionQuery)
}
