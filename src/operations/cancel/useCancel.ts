import { queryOptions, useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#/comms'
import { announce } from '#/ui/announce'
import { followAgain } from '../polling'
import { operationQuery } from '../queries'
import { outcomeOf, outcomeOfError } from './outcome'

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

/** Asks to cancel an operation, and tells what came of it, also to a page that was left and opened again. */
export function useCancel(id: string) {
  const client = useQueryClient()
  const mutationKey = ['operations', 'cancel', id]
  const { data: notOffered = false } = useQuery(notOfferedQuery)
  const states = useMutationState({ filters: { mutationKey }, select: ({ state }) => state })

  /** How it stands now decides what to do next, so the operation is read at once and followed again. */
  const look = () => {
    const { queryKey } = operationQuery(id)
    client.setQueryData(queryKey, (old) => old && followAgain(old, Date.now()))
    void client.refetchQueries({ queryKey })
  }
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: () => cancelOperation(id),
    retry: false,
    gcTime: Infinity,
    onSuccess: () => {
      announce('The API accepted the request to cancel')
      look()
    },
    onError: (error) => {
      const { kind } = outcomeOfError(error)
      if (kind === 'not-offered') announce('This API offers no way to cancel. Nothing was changed')
      if (kind === 'unknown' || kind === 'too-late') look()
    },
    onSettled: () => client.invalidateQueries({ queryKey: notOfferedQuery.queryKey }),
  })
  return {
    outcome: outcomeOf(states.at(-1) ?? null),
    notOffered,
    /** Asks once: a second press finds the first under way, before anything has been drawn again. */
    ask: () => {
      if (client.isMutating({ mutationKey }) === 0) mutate()
    },
  }
}

export type Cancel = ReturnType<typeof useCancel>
