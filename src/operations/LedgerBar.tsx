import { StackedBar, type BarSegment } from '#/ui/StackedBar'
import type { Ledger } from './ledger'
import { people, segmentsOf, summaryOf } from './ledgerWords'

/** The ledger as one bar. What is not accounted for is a part of it, never an empty end. */
export function LedgerBar({ ledger, size }: { ledger: Ledger; size: 'sm' | 'md' }) {
  const asked = ledger.asked === null ? 'an unknown number of people' : people(ledger.asked)
  const segments = segmentsOf(ledger)
  return (
    <StackedBar
      size={size}
      segments={size === 'sm' ? joined(segments) : segments}
      label={`${asked}: ${summaryOf(ledger)}`}
    />
  )
}

/** Neighbours that look the same as one: on a small bar the line between delivered and read would look like a gap. */
function joined(segments: BarSegment[]): BarSegment[] {
  const result: BarSegment[] = []
  for (const segment of segments.filter(({ count }) => count > 0)) {
    const last = result.at(-1)
    if (last?.tone !== segment.tone) result.push(segment)
    else {
      const label = `${last.label} or ${segment.label.toLowerCase()}`
      result[result.length - 1] = { ...last, label, count: last.count + segment.count }
    }
  }
  return result
}
