import type { SimulatorState } from './simulatorControl'

type Rate = SimulatorState['rate']

interface Jump {
  ms: number
  label: string
  /** The label in full, for screen readers. */
  words: string
}

const MINUTE = 60_000

export const JUMPS: readonly Jump[] = [
  { ms: MINUTE, label: '+1 min', words: '1 minute later' },
  { ms: 10 * MINUTE, label: '+10 min', words: '10 minutes later' },
  { ms: 60 * MINUTE, label: '+1 h', words: '1 hour later' },
  { ms: 24 * 60 * MINUTE, label: '+1 day', words: '1 day later' },
]

export const RATES: ReadonlyArray<{ rate: Rate; label: string }> = [
  { rate: 0, label: 'Paused' },
  { rate: 1, label: '1×' },
  { rate: 10, label: '10×' },
  { rate: 60, label: '60×' },
]
