import X from 'lucide-react/icons/x'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Banner } from '#/ui/Banner'
import { IconButton } from '#/ui/IconButton'
import { SegmentedControl } from '#/ui/RadioGroup'
import { TextLink } from '#/ui/TextLink'
import { AccountForm } from './AccountForm'
import { ClockControls } from './ClockControls'
import type { SimulatorPatch, SimulatorState } from './simulatorControl'
import { useChangeSimulator } from './useChangeSimulator'

interface SimulatorPanelProps {
  id: string
  state: SimulatorState
  /** When the state was read, epoch milliseconds. */
  readAt: number
  onClose: () => void
}

const DIALECTS = [
  { value: 'current', label: 'Current' },
  { value: 'early', label: 'Early' },
] as const

/**
 * The simulator's controls, under the band. Not modal: whoever moves the clock wants to watch the page meanwhile. On
 * narrow screens it takes the whole width.
 */
export function SimulatorPanel({ id, state, readAt, onClose }: SimulatorPanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const { mutate, error, isPending } = useChangeSimulator()
  /** What was chosen and is not answered yet: a choice must not jump back meanwhile. */
  const [wanted, setWanted] = useState<SimulatorPatch>({})
  const change = (patch: SimulatorPatch) => {
    setWanted(patch)
    mutate(patch, { onSettled: () => setWanted({}) })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  })
  useEffect(() => {
    const element = panel.current
    const listen = (event: KeyboardEvent) => onKey(event)
    element?.focus()
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])
  return (
    <div
      ref={panel}
      id={id}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className="absolute inset-x-0 top-full flex max-h-[calc(100dvh-var(--frame-top)-4rem)] flex-col border-b border-line-strong bg-raised text-base text-text shadow-float outline-none sm:left-auto sm:right-2 sm:mt-1 sm:max-h-[calc(100dvh-var(--frame-top)-1rem)] sm:w-104 sm:rounded-lg sm:border"
    >
      <div className="flex items-center justify-between gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <h2 id={titleId} className="text-base font-semibold">
          Simulator
        </h2>
        <div className="flex items-center gap-3 text-sm">
          <TextLink to="/contract" onClick={onClose}>
            Contract lens
          </TextLink>
          <IconButton label="Close" onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
      <div className="flex min-h-0 scroll-pt-10 scroll-pb-4 flex-col overflow-y-auto">
        {error && (
          <Banner tone="red" live="alert" className="mx-4 mt-3">
            The simulator was not changed. {error.message}
          </Banner>
        )}
        <ClockControls state={state} readAt={readAt} rate={wanted.rate ?? state.rate} onChange={change} />
        <div className="border-t border-line px-4 py-3">
          <SegmentedControl
            label="Dialect"
            labelHidden={false}
            options={DIALECTS}
            value={wanted.dialect ?? state.dialect}
            onChange={(dialect) => change({ dialect })}
          />
          <p className="mt-1 text-sm text-text-2">
            How it spells fields, statuses and errors. The account stays the same.
          </p>
        </div>
        <AccountForm state={state} isPending={isPending} onStart={change} />
      </div>
    </div>
  )
}
