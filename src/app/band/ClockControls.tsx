import { Button } from '#/ui/Button'
import { SegmentedControl } from '#/ui/RadioGroup'
import { JUMPS, RATES } from './choices'
import type { SimulatorPatch, SimulatorState } from './simulatorControl'
import { useSimulatedTime } from './simulatorQuery'
import { wordTime } from './wordTime'

interface ClockControlsProps {
  state: SimulatorState
  readAt: number
  /** The rate that is chosen; the state has it once it is answered. */
  rate: SimulatorState['rate']
  onChange: (patch: SimulatorPatch) => void
}

const OPTIONS = RATES.map(({ rate, label }) => ({ value: String(rate), label }))

/** The simulated time, its speed, and jumps ahead. */
export function ClockControls({ state, readAt, rate, onChange }: ClockControlsProps) {
  const choose = (value: string) => {
    const chosen = RATES.find((offered) => String(offered.rate) === value)
    if (chosen) onChange({ rate: chosen.rate })
  }
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <SegmentedControl
        label="Clock"
        labelHidden={false}
        options={OPTIONS}
        value={String(rate)}
        onChange={choose}
      />
      <div role="group" aria-label="Move the clock" className="flex flex-wrap gap-1.5">
        {JUMPS.map(({ ms, label, words }) => (
          <Button
            key={ms}
            size="sm"
            aria-label={`${label}: ${words}`}
            onClick={() => onChange({ jumpMs: ms })}
          >
            {label}
          </Button>
        ))}
      </div>
      <LocalTime state={state} readAt={readAt} />
    </div>
  )
}

function LocalTime({ state, readAt }: { state: SimulatorState; readAt: number }) {
  const now = useSimulatedTime(state, readAt)
  const { day, time } = wordTime(now, 0)
  return (
    <p className="text-sm text-text-2">
      It is {day}, {time} for the simulator. The clock cannot go back.
    </p>
  )
}
