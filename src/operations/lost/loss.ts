import type { Ledger, LedgerStat } from '../ledger'

/** How many are counted under a stat now. */
export function countOf({ parts }: Ledger, stat: LedgerStat): number {
  return parts.find((part) => part.stat === stat)?.count ?? 0
}

/** Those not reached for a reason that has to be found out. Who was cancelled was cancelled. */
export function uncancelledLoss(ledger: Ledger): number {
  return ledger.lost - countOf(ledger, 'canceled')
}
