import type { SimulatorPatch, SimulatorState } from './simulatorControl'
import { wordTime } from './wordTime'

/** What a change has led to, for whoever does not see the screen. */
export function wordChange(patch: SimulatorPatch, state: SimulatorState): string {
  if (patch.scenario !== undefined || patch.seed !== undefined) {
    return `A new account was started: ${titleOf(state)}, seed ${state.seed}`
  }
  if (patch.dialect !== undefined) return `The simulator speaks the ${state.dialect} dialect now`
  if (patch.jumpMs !== undefined) {
    const { day, time } = wordTime(state.now, 0)
    return `The simulated time is ${day}, ${time} now`
  }
  if (state.rate === 0) return 'The simulated clock is paused'
  return state.rate === 1
    ? 'The simulated clock runs at normal speed'
    : `The simulated clock runs ${state.rate} times as fast`
}

/** The title of the scenario that is running. */
export function titleOf({ scenario, scenarios }: SimulatorState): string {
  return scenarios.find(({ name }) => name === scenario)?.title ?? scenario
}
