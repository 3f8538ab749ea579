import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Receipt } from '#/comms'
import { Time } from '#/ui/Time'
import { nameOfChannel } from './channel'
import { MessageStatusMark } from './MessageStatusMark'
import { OptionalPart } from './OptionalPart'

/** Groups are small; what is beyond one page is said. */
const PAGE_SIZE = 200

function receiptsQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', 'receipts', id],
    queryFn: async ({ signal }) => (await api()).listReceipts(id, { pageSize: PAGE_SIZE }, { signal }),
    staleTime: 5_000,
  })
}

/** What became of each person of a group message (section 8, point 2). Read once, and again when asked. */
export function Receipts({ messageId }: { messageId: string }) {
  return (
    <OptionalPart
      title="Each person of the group"
      query={useQuery(receiptsQuery(messageId))}
      capability="receipts"
      notOffered="This API does not list the receipts of a group message."
      unread="The receipts could not be read"
      isLive
    >
      {({ items, nextToken }) => <ReceiptTable receipts={items} hasMore={nextToken !== null} />}
    </OptionalPart>
  )
}

function ReceiptTable({ receipts, hasMore }: { receipts: Receipt[]; hasMore: boolean }) {
  if (receipts.length === 0) {
    return <p className="text-sm text-text-2">The API lists no receipts for this message.</p>
  }
  return (
    <>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table aria-label="Receipts" className="w-full border-collapse text-sm">
          <thead>
            <tr className="h-7 border-b border-line bg-page text-left text-xs text-text-2">
              {['Person', 'Status', 'Last change'].map((title) => (
                <th key={title} scope="col" className="px-3 font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {receipts.map((receipt, index) => (
              // A person may be listed with the same address twice.
              // oxlint-disable-next-line react/no-array-index-key
              <ReceiptRow key={index} receipt={receipt} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && (
        <p className="mt-2 text-sm text-text-2">These are the first {receipts.length}; the API lists more.</p>
      )}
    </>
  )
}

function ReceiptRow({ receipt: { to, status, updatedAt } }: { receipt: Receipt }) {
  return (
    <tr className="h-9 border-t border-line first:border-t-0">
      <th scope="row" className="px-3 text-left font-normal">
        <bdi>{to.address}</bdi>
        {to.channel && <span className="text-text-2"> {nameOfChannel(to.channel)}</span>}
      </th>
      <td className="px-3">
        <MessageStatusMark status={status} />
      </td>
      <td className="px-3 text-text-2">{updatedAt ? <Time at={updatedAt} /> : 'not reported'}</td>
    </tr>
  )
}
