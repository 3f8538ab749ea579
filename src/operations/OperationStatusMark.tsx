import type { Operation } from '#/comms'
import { StatusMark } from '#/ui/StatusMark'
import type { Ledger } from './ledger'
import { stateOf } from './status'

/** How an operation stands, as shape and word, with the sentence in the tooltip. */
export function OperationStatusMark({ operation, ledger }: { operation: Operation; ledger?: Ledger }) {
  const { label, tone, sentence } = stateOf(operation, ledger)
  return (
    <StatusMark tone={tone} title={sentence}>
      {label}
    </StatusMark>
  )
}
