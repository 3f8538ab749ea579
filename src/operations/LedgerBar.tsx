import { StackedBar } from '#/ui/StackedBar'
import type { Ledger } from './ledger'
import { people, segmentsOf, summaryOf } from './ledgerWords'

/** The ledger as one bar. What is not accounted for is a part of it, never an empty end. */
export function LedgerBar({ ledger, size }: { ledger: Ledger; size: 'sm' | 'md' }) {
  const asked = ledger.asked === null ? 'an unknown number of people' : people(ledger.asked)
  return <StackedBar size={size} segments={segmentsOf(ledger)} label={`${asked}: ${summaryOf(ledger)}`} />
}
