import { QueryClient } from '@tanstack/react-query'
import { retryDelay, shouldRetry } from '#/comms'

/**
 * The cache of what the server owns. Pages decide when to ask again; nothing is asked because a window got the focus.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => shouldRetry(failures, error),
        retryDelay: (failures, error) => retryDelay(failures, error),
        refetchOnWindowFocus: false,
        staleTime: 10_000,
        // Long enough that Back finds the rows it left.
        gcTime: 15 * 60_000,
        // "online" would hold requests back while the browser thinks it has no network, and let a held POST go later,
        // when nobody expects it. The proxy is often on this machine anyway.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
