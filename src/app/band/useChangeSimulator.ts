import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '#/ui/announce'
import { showLaterTime } from './laterTime'
import { showOtherAccount } from './otherAccount'
import { changeSimulator, type SimulatorPatch } from './simulatorControl'
import { simulatorQuery } from './simulatorQuery'
import { wordChange } from './wordChange'

/** Changes the simulator, and has every page show what it is then. Changes are made one after the other. */
export function useChangeSimulator() {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'simulator' },
    mutationFn: changeSimulator,
    onSuccess: async (state, patch: SimulatorPatch) => {
      // An answer from before the change must not come after it.
      await client.cancelQueries({ queryKey: simulatorQuery.queryKey })
      client.setQueryData(simulatorQuery.queryKey, state)
      if (patch.scenario !== undefined || patch.seed !== undefined || patch.dialect !== undefined) {
        showOtherAccount(client)
      } else if (patch.jumpMs !== undefined) showLaterTime(client)
      announce(wordChange(patch, state))
    },
  })
}
