import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryState } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Operation } from '#/comms'
import { follow, followAgain, type Followed } from './polling'
import { operationQuery, planOf } from './queries'
import { useLeadership, useSharedOperation } from './sharing'

/** How long a tab waits for the answer of the tab that asks, before it asks by itself. */
const PATIENCE_WITH_LEADER = 3_000

/**
 * One operation, asked for as often as it is worth. The only poller: whoever else needs the operation reads the cache.
 * While the page is hidden nothing is asked; when it is shown again, once, if that is due. Of several tabs one asks.
 */
export function useOperation(id: string) {
  const client = useQueryClient()
  const isLeader = useLeadership(id)
  const options = operationQuery(id)
  const query = useQuery({ ...options, ...pollingOf(id, isLeader ? 0 : PATIENCE_WITH_LEADER) })
  const hear = useCallback(
    (operation: Operation) =>
      client.setQueryData(operationQuery(id).queryKey, (old) => follow(old ?? null, operation, Date.now())),
    [client, id],
  )
  useSharedOperation(id, hear)
  const state = client.getQueryState<Followed>(options.queryKey)
  const refresh = () => void query.refetch({ cancelRefetch: false })
  return {
    followed: query.data ?? null,
    error: query.error,
    isFetching: query.isFetching,
    /** Why an attempt failed that is made again by itself, while that is waited for. */
    failureReason: query.failureReason,
    plan: state && (query.data || query.error) ? planOf(state, id) : null,
    refresh,
    /** Takes up following after it came to rest. */
    followAgain: () => {
      client.setQueryData(options.queryKey, (old) => old && followAgain(old, Date.now()))
      refresh()
    },
  }
}

export type FollowedOperation = ReturnType<typeof useOperation>

/**
 * When the cache asks again, all from the one plan. A hidden page is passed over by `refetchInterval` itself.
 * @param patience milliseconds to leave the plan to another tab
 */
function pollingOf(id: string, patience: number) {
  const whenDue = ({ state }: { state: QueryState<Followed> }) => {
    const plan = planOf(state, id)
    return 'at' in plan && plan.at + patience <= Date.now() ? 'always' : false
  }
  return {
    refetchInterval: ({ state }: { state: QueryState<Followed> }) => {
      if (state.data === undefined && state.error === null) return false
      const plan = planOf(state, id)
      // The moment is fixed by what is stored, so being asked twice gives the same moment twice.
      return 'at' in plan ? Math.max(plan.at + patience - Date.now(), 100) : false
    },
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: whenDue,
    refetchOnMount: whenDue,
    refetchOnReconnect: whenDue,
  } as const
}
