import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { buttonClass } from '#/ui/buttonClass'
import { useNow } from '#/ui/clock'
import type { SimulatorState } from './simulatorControl'
import { useSimulatedTime, useSimulator } from './simulatorQuery'
import { wordRate, wordTime } from './wordTime'

const load = () => import('./SimulatorPanel')
const SimulatorPanel = lazy(async () => ({ default: (await load()).SimulatorPanel }))

/** The part of the band that there is with the simulator only: its clock, and the way to its controls. */
export function SimulatorBand() {
  const { data: state, dataUpdatedAt } = useSimulator()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  if (!state) return null
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="flex shrink-0 items-center gap-2">
      <SimulatedClock state={state} readAt={dataUpdatedAt} />
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(!isOpen)}
        title="Scenario, clock and dialect of the simulator"
        className={buttonClass('secondary', 'sm')}
      >
        <SlidersHorizontal size={14} aria-hidden />
        <span className="sr-only md:not-sr-only">Simulator</span>
      </button>
      <Suspense fallback={null}>
        {isOpen && <SimulatorPanel id={panelId} state={state} readAt={dataUpdatedAt} onClose={close} />}
      </Suspense>
    </div>
  )
}

/** Renders every second, and nothing else of the band with it. */
function SimulatedClock({ state, readAt }: { state: SimulatorState; readAt: number }) {
  const today = useNow(60_000)
  const { day, time } = wordTime(useSimulatedTime(state, readAt), today)
  return (
    <span className="whitespace-nowrap" title="Simulated time, and how fast it runs">
      <span className="sr-only">Simulated time: </span>
      {day !== null && <span className="max-md:sr-only">{day}, </span>}
      {time} <span className="ml-1">{wordRate(state.rate)}</span>
    </span>
  )
}
