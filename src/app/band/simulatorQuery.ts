import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNow } from '#/ui/clock'
import { showOtherAccount } from './otherAccount'
import { fetchSimulator, type SimulatorState } from './simulatorControl'

/** Another tab, a test or a second person may change the simulator too. */
const CHECK_MS = 15_000

export const simulatorQuery = queryOptions({
  queryKey: ['simulator'],
  queryFn: async ({ signal, client, queryKey }): Promise<SimulatorState> => {
    const state = await fetchSimulator(signal)
    const before = client.getQueryData<SimulatorState>(queryKey)
    if (before && !isSameAccount(before, state)) showOtherAccount(client)
    return state
  },
  staleTime: CHECK_MS,
  gcTime: Infinity,
  retry: 1,
  refetchInterval: CHECK_MS,
})

function isSameAccount(one: SimulatorState, other: SimulatorState): boolean {
  return one.scenario === other.scenario && one.seed === other.seed && one.dialect === other.dialect
}

/** The simulator as it was last seen to stand, and when that was. */
export function useSimulator() {
  return useQuery(simulatorQuery)
}

/** Simulated epoch milliseconds, renewed every second, worked out from the last answer and the clock's rate. */
export function useSimulatedTime({ now, rate }: SimulatorState, readAt: number): number {
  return now + Math.max(useNow(1000) - readAt, 0) * rate
}
