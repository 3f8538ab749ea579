import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '#/comms'
import { announce } from '#/ui/announce'
import { followAgain } from '../polling'
import { operationQuery } from '../queries'
import { outcomeOfError, type Outcome } from './outcome'

const NONE: Outcome = { kind: 'none' }

/** Whether cancelling was refused earlier on this connection. Looking costs no request. */
const notOfferedQuery = queryOptions({
  queryKey: ['operations', 'cancel-not-offered'],
  queryFn: async () => (await api()).capabilities.state('cancelOperation') === 'not-offered',
  staleTime: 0,
  retry: false,
})

/** A person asked for it, so it is tried even where this API was seen not to offer it (section 8, point 1). */
async function cancelOperation(id: string): Promise<void> {
  const client = await api()
  client.capabilities.forget('cancelOperation')
  await client.cancelOperation(id)
}

/** Asks, and tells what came of it; never throws. */
async function outcomeOfAsking(id: string): Promise<Outcome> {
  const at = Date.now()
  try {
    await cancelOperation(id)
    return { kind: 'accepted', at }
  } catch (error) {
    return outcomeOfError(error)
  }
}

/** Kept in the cache, so that a page that was left and opened again knows of it, and does not ask twice. */
function outcomeQuery(id: string) {
  const queryKey = ['operations', 'cancel', id]
  return queryOptions<Outcome>({
    queryKey,
    queryFn: ({ client }) => client.getQueryData<Outcome>(queryKey) ?? NONE,
    staleTime: Infinity,
    gcTime: Infinity,
  })
}

/** The way to cancel an operation, and what came of it. */
export function useCancel(id: string) {
  const client = useQueryClient()
  const { queryKey } = outcomeQuery(id)
  const { data: outcome = NONE } = useQuery(outcomeQuery(id))
  const { data: notOffered = false } = useQuery(notOfferedQuery)

  const ask = async () => {
    // A second press finds the first under way, before anything has been drawn again.
    if (client.getQueryData<Outcome>(queryKey)?.kind === 'pending') return
    client.setQueryData<Outcome>(queryKey, { kind: 'pending' })
    const found = await outcomeOfAsking(id)
    client.setQueryData<Outcome>(queryKey, found)
    void client.invalidateQueries({ queryKey: notOfferedQuery.queryKey })
    if (found.kind === 'accepted') announce('The API accepted the request to cancel')
    if (found.kind === 'not-offered') announce('This API offers no way to cancel. Nothing was changed')
    if (found.kind !== 'refused' && found.kind !== 'not-offered') lookNow(client, id)
  }
  return { outcome, notOffered, ask: () => void ask() }
}

export type Cancel = ReturnType<typeof useCancel>

/** How the operation stands now decides what to do next, so it is read at once and followed again. */
function lookNow(client: QueryClient, id: string) {
  const { queryKey } = operationQuery(id)
  client.setQueryData(queryKey, (old) => old && followAgain(old, Date.now()))
  void client.refetchQueries({ queryKey })
}
