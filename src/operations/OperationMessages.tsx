import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { MessageFilter, MessageMetadata } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'
import { filterOfUrl } from '#/messages/filter'
import { ListAge } from '#/messages/ListAge'
import { MessageTable } from '#/messages/MessageTable'
import { describeStatus } from '#/messages/status'
import { useMessageList } from '#/messages/useMessageList'
import type { LoadedList } from '#/messages/usePagedList'
import { EmptyState } from '#/ui/EmptyState'
import { SegmentedControl } from '#/ui/RadioGroup'
import { Section } from '#/ui/Section'
import type { Ledger } from './ledger'
import { number } from './ledgerWords'
import type { Followed } from './polling'

interface OperationMessagesProps {
  followed: Followed
  ledger: Ledger
}

const ALL = 'ALL'
/** A short list is read again by itself when the figures have moved, but not more often than this. */
const RENEW_MS = 6_000
/** Messages show up some time after their operation was accepted; for so long it is worth looking for them. */
const ACCEPTANCE_MS = 30_000
const MISSING_MS = 2_000

/** The messages of this operation, all or those in one status, filtered by the API. */
export function OperationMessages({ followed, ledger }: OperationMessagesProps) {
  const { changedAt } = followed
  const operationId = followed.operation.id
  const [query, setQuery] = useSearchParams()
  const { status } = filterOfUrl(query).filter
  const filter: MessageFilter = { operationId, ...(status && { status }) }
  const list = useMessageList(filter)
  const { loadedAt, renew, refresh } = list

  const isOld = changedAt !== null && loadedAt !== null && changedAt > loadedAt
  const isShort = list.pageCount === 1 && list.end === 'complete' && status === undefined
  const renewAt = isShort ? whenToRenew(list, followed) : null
  const { mutate } = renew
  useEffect(() => {
    if (renewAt === null || loadedAt === null) return undefined
    const timer = setTimeout(() => mutate(loadedAt), Math.max(renewAt - Date.now(), 0))
    return () => clearTimeout(timer)
  }, [renewAt, loadedAt, mutate])

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

/**
 * When a list of one page is read again: after the figures have moved, and while messages are missing that the API has
 * only just accepted. Not when that was tried already and failed; then it is the person's decision.
 */
function whenToRenew(list: LoadedList<MessageMetadata>, { operation, followedAt, changedAt }: Followed) {
  const { loadedAt, rows, renew } = list
  if (loadedAt === null || renew.isPending || (renew.isError && renew.variables === loadedAt)) return null
  if (changedAt !== null && changedAt > loadedAt) return Math.max(loadedAt + RENEW_MS, changedAt)
  const isMissing = rows.length < (operation.stats.total ?? 0)
  return isMissing && loadedAt - followedAt < ACCEPTANCE_MS ? loadedAt + MISSING_MS : null
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
