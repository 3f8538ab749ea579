import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '#/ui/Button'
import { Field } from '#/ui/Field'
import { formatNumber } from '#/ui/formatNumber'
import { RadioGroup } from '#/ui/RadioGroup'
import { TextInput } from '#/ui/TextInput'
import { ToneIcon } from '#/ui/ToneIcon'
import type { SimulatorPatch, SimulatorState } from './simulatorControl'
import { titleOf } from './wordChange'

interface AccountFormProps {
  state: SimulatorState
  isPending: boolean
  onStart: (patch: SimulatorPatch) => void
}

/** The largest seed that the server takes. */
const LARGEST_SEED = 999_999_999

/** Starts the account of a scenario anew. What that costs is said beside the button, before it is pressed. */
export function AccountForm({ state, isPending, onStart }: AccountFormProps) {
  const [scenario, setScenario] = useState(state.scenario)
  const [seedText, setSeedText] = useState(String(state.seed))
  const seed = readSeed(seedText)
  const what = scenario !== state.scenario ? 'scenario' : seed !== state.seed ? 'seed' : 'again'
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (seed !== null) onStart(seed === state.seed ? { scenario } : { scenario, seed })
  }
  return (
    <form onSubmit={start} className="border-t border-line">
      <div className="flex flex-col gap-3 px-4 py-3">
        <Field
          label="Seed"
          hint="The same scenario and seed give the same account."
          error={seed === null && `A whole number from 0 to ${formatNumber(LARGEST_SEED)}`}
        >
          <TextInput
            inputMode="numeric"
            value={seedText}
            onChange={(event) => setSeedText(event.target.value)}
            className="max-w-36"
          />
        </Field>
        <RadioGroup
          label="Scenario"
          options={state.scenarios.map(({ name, title: label, description }) => ({
            value: name,
            label,
            hint: description,
          }))}
          value={scenario}
          onChange={setScenario}
        />
      </div>
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-page px-4 py-3">
        <p className="flex min-w-0 flex-auto basis-48 gap-2 text-sm text-pretty">
          <ToneIcon tone="amber" className="mt-1" />
          <span className="min-w-0">{costOf(what, titleOf(state))}</span>
        </p>
        <Button
          type="submit"
          size="sm"
          variant={what === 'again' ? 'secondary' : 'primary'}
          pending={isPending}
          disabledReason={seed === null ? 'The seed is not a number it takes.' : null}
        >
          {what === 'scenario' && `Start ${titleOf({ ...state, scenario })}`}
          {what === 'seed' && 'Start with this seed'}
          {what === 'again' && 'Start over'}
        </Button>
      </div>
    </form>
  )
}

/** What is lost, and for what. */
function costOf(what: 'scenario' | 'seed' | 'again', running: string): string {
  if (what === 'scenario') {
    return `Starts the account of another scenario; what was sent in “${running}” is gone.`
  }
  if (what === 'seed') return 'Starts another account of this scenario; what was sent in this one is gone.'
  return 'Starts this account over; what was sent in it is gone.'
}

function readSeed(text: string): number | null {
  const seed = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : NaN
  return seed <= LARGEST_SEED ? seed : null
}
