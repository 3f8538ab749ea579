import type { ReactNode } from 'react'
import type { MessageMetadata } from '#/comms'
import { RequestError } from '#/errors/RequestError'
import { VirtualTable } from '#/ui/VirtualTable'
import { CompactMessage, MESSAGE_COLUMNS } from './columns'
import { ListFooter } from './ListFooter'
import { partyTo } from './party'
import { describeStatus } from './status'
import type { LoadedList } from './usePagedList'

interface MessageTableProps {
  /** The table's name. */
  label: string
  /** From `useMessageList`. */
  list: LoadedList<MessageMetadata>
  /** In place of the table when the list is complete and holds nothing. */
  empty: ReactNode
}

/** Messages by pages, as many as there are, with the end of the list always saying how it stands. */
export function MessageTable({ label, list, empty }: MessageTableProps) {
  const { query, rows, end } = list
  if (query.isError && query.data === undefined) {
    return (
      <RequestError error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    )
  }
  if (query.isSuccess && rows.length === 0 && end === 'complete') return empty
  return (
    <VirtualTable
      label={label}
      columns={MESSAGE_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowHref={hrefOf}
      rowLabel={labelOf}
      rowCount={end === 'complete' ? rows.length : -1}
      loading={query.isPending}
      renderCompact={compact}
      onReachEnd={() => {
        // After an error, or a stretch of empty pages, going on is the person's decision.
        if (end === 'more' && !query.isError) list.loadMore()
      }}
      footer={query.isPending ? undefined : <ListFooter list={list} noun={NOUN} />}
    />
  )
}

const NOUN = { one: 'message', many: 'messages' }
const keyOf = ({ id }: MessageMetadata) => id
const hrefOf = ({ id }: MessageMetadata) => `/messages/${encodeURIComponent(id)}`
const compact = (row: MessageMetadata) => <CompactMessage row={row} />

/** A number may be in the list many times; the status tells its rows apart. Starts with the words of the first cell. */
function labelOf(row: MessageMetadata): string {
  const party = partyTo(row)
  const more = party && party.others > 0 ? ` +${party.others} more` : ''
  return `${party?.name ?? 'not reported'}${more}, ${describeStatus(row.status).label}`
}
