import type { ReactNode } from 'react'
import type { Operation } from '#/comms'
import { ListFooter } from '#/messages/ListFooter'
import type { LoadedList } from '#/messages/usePagedList'
import { VirtualTable } from '#/ui/VirtualTable'
import { COLUMNS_WITH_TEXT, CompactOperation, OPERATION_COLUMNS, type OperationRow } from './columns'
import { people, summaryOf } from './ledgerWords'
import { stateOf } from './status'

interface OperationTableProps {
  list: LoadedList<Operation>
  rows: OperationRow[]
  /** Shows what was sent, read for each row in sight. */
  withText: boolean
  /** In place of the table when the list is complete and holds nothing. */
  empty: ReactNode
}

const NOUN = { one: 'operation', many: 'operations' }

/** Operations by pages, newest first as the API gives them. */
export function OperationTable({ list, rows, withText, empty }: OperationTableProps) {
  const { query, end } = list
  if (query.isSuccess && rows.length === 0 && end === 'complete') return empty
  return (
    <VirtualTable
      label="Operations"
      columns={withText ? COLUMNS_WITH_TEXT : OPERATION_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowHref={hrefOf}
      rowLabel={labelOf}
      rowCount={end === 'complete' ? rows.length : -1}
      loading={query.isPending}
      renderCompact={withText ? compactWithText : compact}
      compactHeight={withText ? 80 : 56}
      onReachEnd={() => {
        if (end === 'more' && !query.isError) list.loadMore()
      }}
      footer={query.isPending ? undefined : <ListFooter list={list} noun={NOUN} />}
    />
  )
}

const keyOf = ({ id }: OperationRow) => id
const hrefOf = ({ id }: OperationRow) => `/operations/${encodeURIComponent(id)}`
const compact = (row: OperationRow) => <CompactOperation row={row} withText={false} />
const compactWithText = (row: OperationRow) => <CompactOperation row={row} withText />

/** The state alone is the same in many rows; who and how it went tells them apart. */
function labelOf({ operation, ledger }: OperationRow): string {
  const asked = ledger.asked === null ? 'people not reported' : people(ledger.asked)
  return `${stateOf(operation, ledger).label}, ${asked}, ${summaryOf(ledger)}`
}
