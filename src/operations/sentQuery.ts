import { queryOptions } from '@tanstack/react-query'
import { createLane } from './inTurn'
import { firstMessageQuery, readFirst } from './queries'

const inTurn = createLane()

/**
 * The first message of an operation, for its row in the list: kept where the operation's page keeps it, but read in turn
 * and not tried again.
 */
export function sentQuery(operationId: string) {
  return queryOptions({
    queryKey: firstMessageQuery(operationId).queryKey,
    queryFn: ({ signal }) => inTurn(signal, () => readFirst(operationId, signal)),
    staleTime: ({ state }) => (state.data === null ? 0 : Infinity),
    retry: false,
  })
}
