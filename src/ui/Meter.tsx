import { formatNumber } from './formatNumber'
import type { Tone } from './tone'
import { StackedBar } from './StackedBar'

interface MeterProps {
  /** What is measured; the figures are added, e.g. "Tags" reads "Tags: 4 of 10". */
  label: string
  value: number
  max: number
  tone?: Tone
}

/** One amount out of a maximum, as a thin bar. */
export function Meter({ label, value, max, tone = 'blue' }: MeterProps) {
  const text = `${label}: ${formatNumber(value)} of ${formatNumber(max)}`
  return (
    <StackedBar
      size="sm"
      label={text}
      total={max}
      segments={[{ key: 'value', label, count: Math.min(value, max), tone }]}
    />
  )
}
