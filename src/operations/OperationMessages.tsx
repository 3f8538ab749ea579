import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { MessageFilter } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'
import { filterOfUrl } from '#/messages/filter'
import { ListAge } from '#/messages/ListAge'
import { MessageTable } from '#/messages/MessageTable'
import { describeStatus } from '#/messages/status'
import { useMessageList } from '#/messages/useMessageList'
import { EmptyState } from '#/ui/EmptyState'
import { SegmentedControl } from '#/ui/RadioGroup'
import { Section } from '#/ui/Section'
import type { Ledger } from './ledger'
import { number } from './ledgerWords'

interface OperationMessagesProps {
  operationId: string
  ledger: Ledger
  /** When the figures were last seen to change, epoch milliseconds. */
  changedAt: number | null
}

const ALL = 'ALL'
/** A short list is read again by itself when the figures have moved, but not more often than this. */
const RENEW_MS = 6_000

/** The messages of this operation, all or those in one status, filtered by the API. */
export function OperationMessages({ operationId, ledger, changedAt }: OperationMessagesProps) {
  const [query, setQuery] = useSearchParams()
  const { status } = filterOfUrl(query).filter
  const filter: MessageFilter = { operationId, ...(status && { status }) }
  const list = useMessageList(filter)
  const { loadedAt, renew, refresh } = list

  const isOld = changedAt !== null && loadedAt !== null && changedAt > loadedAt
  const isShort = list.pageCount === 1 && list.end === 'complete' && status === undefined
  const tried = renew.isPending || (renew.isError && renew.variables === changedAt)
  const renewAt = isOld && isShort && !tried ? Math.max(loadedAt + RENEW_MS, changedAt) : null
  const { mutate } = renew
  useEffect(() => {
    if (renewAt === null || changedAt === null) return undefined
    const timer = setTimeout(() => mutate(changedAt), Math.max(renewAt - Date.now(), 0))
    return () => clearTimeout(timer)
  }, [renewAt, changedAt, mutate])

  const choose = (value: string) =>
    setQuery(value === ALL ? {} : { status: value }, { replace: true, preventScrollReset: true })
  return (
    <Section title="Messages" className="mt-6" actions={<ListAge list={list} outdated={isOld && !isShort} />}>
      <SegmentedControl
        label="Status"
        className="mb-3"
        options={choicesOf(ledger, status)}
        value={status ?? ALL}
        onChange={choose}
      />
      {refresh.isError && (
        <div className="mb-3">
          <RequestNotice error={refresh.error} since={loadedAt} onRetry={() => refresh.mutate()} />
        </div>
      )}
      <MessageTable
        label="Messages of this operation"
        list={list}
        empty={
          <EmptyState title={status ? 'No message in this status' : 'No messages yet'}>
            {status
              ? 'The API found none when it was asked. Statuses move on while an operation runs.'
              : 'The API shows the messages of an operation some time after it has accepted it, and for 7 days.'}
          </EmptyState>
        }
      />
    </Section>
  )
}

/** The statuses that the figures speak of, and the chosen one. Recipients without an address have no message. */
function choicesOf({ asked, parts }: Ledger, chosen: string | undefined) {
  const all = { value: ALL, label: asked === null ? 'All' : `All ${number(asked)}` }
  const statuses = parts
    .filter(
      ({ stat, count }) => stat !== 'unaddressable' && ((count ?? 0) > 0 || stat.toUpperCase() === chosen),
    )
    .map(({ stat, count }) => {
      const status = stat.toUpperCase()
      return { value: status, label: `${describeStatus(status).label} ${number(count ?? 0)}` }
    })
  return [all, ...statuses]
}
