import { lazy, Suspense, type ComponentType } from 'react'
import type { Operation } from '#/comms'
import { Time } from '#/ui/Time'
import type { Column } from '#/ui/VirtualTable'
import { ledgerOf } from './ledger'
import { LedgerBar } from './LedgerBar'
import { number, people, summaryOf } from './ledgerWords'
import { OperationStatusMark } from './OperationStatusMark'

/** An operation with its ledger, which every cell of its row reads. */
export interface OperationRow {
  id: string
  operation: Operation
  ledger: ReturnType<typeof ledgerOf>
}

const rows = new WeakMap<Operation, OperationRow>()

/** The row of an operation; the same one for the same operation, so that a table knows what has not changed. */
export function rowOf(operation: Operation): OperationRow {
  const known = rows.get(operation)
  if (known) return known
  const row = { id: operation.id, operation, ledger: ledgerOf(operation) }
  rows.set(operation, row)
  return row
}

const asked = ({ ledger }: OperationRow) => (ledger.asked === null ? 'not reported' : number(ledger.asked))

/** Loaded when somebody wants to see texts. Without it the list is still worth having, so a failure is passed over. */
const SentText = lazy(async (): Promise<{ default: ComponentType<{ row: OperationRow }> }> => {
  try {
    return { default: (await import('./SentText')).SentText }
  } catch {
    return { default: () => null }
  }
})

const sentText = (row: OperationRow) => (
  <Suspense fallback={<span className="block min-h-5" />}>
    <SentText row={row} />
  </Suspense>
)

/** What the API tells of an operation (section 2.3): figures only, neither text nor name nor sender. */
export const OPERATION_COLUMNS: ReadonlyArray<Column<OperationRow>> = [
  {
    key: 'state',
    header: 'State',
    width: '7.5rem',
    cell: ({ operation, ledger }) => <OperationStatusMark operation={operation} ledger={ledger} />,
  },
  { key: 'people', header: 'People', width: '5rem', align: 'end', cell: asked },
  {
    key: 'bar',
    header: 'Progress',
    width: 'minmax(6rem, 1.5fr)',
    cell: ({ ledger }) => <LedgerBar ledger={ledger} size="sm" />,
  },
  {
    key: 'outcome',
    header: 'Outcome so far',
    width: 'minmax(12rem, 2fr)',
    cell: ({ ledger }) => <span title={summaryOf(ledger)}>{summaryOf(ledger)}</span>,
  },
  {
    key: 'created',
    header: 'Created',
    width: '8rem',
    cell: ({ operation }) => operation.createdAt && <Time at={operation.createdAt} />,
  },
  {
    key: 'id',
    header: 'Id ends with',
    width: '7rem',
    hideBelow: 860,
    cell: ({ id }) => (
      <span className="font-mono text-text-2" title={id}>
        {id.slice(-10)}
      </span>
    ),
  },
]

/** With what was sent, which is no part of an operation and is read for each row. */
export const COLUMNS_WITH_TEXT: ReadonlyArray<Column<OperationRow>> = OPERATION_COLUMNS.flatMap((column) =>
  column.key === 'bar'
    ? [
        { key: 'text', header: 'What was sent', width: 'minmax(12rem, 3fr)', cell: sentText },
        { ...column, width: '5rem', hideBelow: 980 },
      ]
    : [column],
)

/** The same in two lines, for a narrow screen; in three with what was sent. */
export function CompactOperation({ row, withText }: { row: OperationRow; withText: boolean }) {
  const { operation, ledger } = row
  return (
    <span className="flex flex-col gap-1 py-1">
      <span className="flex justify-between gap-3">
        <span className="flex min-w-0 gap-3">
          <OperationStatusMark operation={operation} ledger={ledger} />
          {ledger.asked !== null && <span className="truncate text-text-2">{people(ledger.asked)}</span>}
        </span>
        {operation.createdAt && <Time at={operation.createdAt} className="shrink-0 text-text-2" />}
      </span>
      <span className="flex items-center gap-3">
        <span className="w-20 shrink-0">
          <LedgerBar ledger={ledger} size="sm" />
        </span>
        <span className="truncate">{summaryOf(ledger)}</span>
      </span>
      {withText && sentText(row)}
    </span>
  )
}
