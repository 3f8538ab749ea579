import { useSearchParams } from 'react-router'
import { CommsError, OPERATION_STATUSES } from '#/comms'
import { RequestError } from '#/errors/RequestError'
import { RequestNotice } from '#/errors/RequestNotice'
import { WaitNotice } from '#/messages/WaitNotice'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { Field } from '#/ui/Field'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { Select } from '#/ui/Select'
import { Skeleton } from '#/ui/Skeleton'
import { TextLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { number } from './ledgerWords'
import { OpenById } from './OpenById'
import { OperationTable } from './OperationTable'
import { STATUS_CHOICES } from './status'
import { useOperationList } from './useOperationList'
import { useTextsShown } from './useTextsShown'

const STATUSES = [{ value: '', label: 'Any status' }, ...STATUS_CHOICES]

/** All sends the API keeps, newest first. */
export function Component() {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('status') ?? ''
  const status = OPERATION_STATUSES.find((known) => known === asked.toUpperCase())
  const choose = (value: string) => setQuery(value === '' ? {} : { status: value })
  const operations = useOperationList(status ? { status } : {})
  const { list, rows, newCount, newAtLeast, head, figuresAt } = operations
  const { refresh } = list
  const [textsShown, showTexts] = useTextsShown()
  const { error, data, isFetching, refetch } = list.query

  if (error && data === undefined) {
    return (
      <>
        <PageHeader title="Operations" />
        {isNotOffered(error) ? (
          <NoList />
        ) : (
          <RequestError error={error} onRetry={() => void refetch()} retrying={isFetching} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Operations"
        meta={
          figuresAt === null ? (
            <Skeleton className="h-4 w-28" />
          ) : (
            <span>
              as of <Time at={figuresAt} />
            </span>
          )
        }
        actions={
          <>
            <Field label="Status" labelHidden>
              <Select options={STATUSES} value={status ?? ''} onChange={choose} size="sm" />
            </Field>
            <Button size="sm" onClick={() => showTexts(!textsShown)}>
              {textsShown ? 'Hide texts' : 'Show texts'}
            </Button>
            <Button
              size="sm"
              pending={refresh.isPending}
              onClick={() => !list.query.isFetching && refresh.mutate()}
            >
              Refresh
            </Button>
          </>
        }
      />
      {asked !== '' && !status && (
        <Banner
          tone="amber"
          className="mb-3"
          actions={
            <Button size="sm" onClick={() => choose('')}>
              Remove from the address
            </Button>
          }
        >
          The address asks for the status “{asked.slice(0, 40)}”, which operations do not have. All are shown.
        </Banner>
      )}
      {(refresh.error ?? head.error) && (
        <div className="mb-3">
          <RequestNotice
            error={refresh.error ?? head.error}
            since={figuresAt}
            onRetry={() => refresh.mutate()}
            retrying={refresh.isPending}
          />
        </div>
      )}
      <WaitNotice isFetching={isFetching} failureReason={list.query.failureReason} />
      {newCount > 0 && (
        <div className="mb-3">
          <Button
            size="sm"
            pending={refresh.isPending}
            onClick={() => refresh.mutate(undefined, { onSuccess: () => window.scrollTo({ top: 0 }) })}
          >
            {newWords(newCount, newAtLeast)}
          </Button>
        </div>
      )}
      <OperationTable
        list={list}
        rows={rows}
        withText={textsShown}
        empty={<NoOperations filtered={status !== undefined} onShowAll={() => choose('')} />}
      />
    </>
  )
}

function newWords(count: number, atLeast: boolean): string {
  if (atLeast) return `Show ${number(count)} or more new sends`
  return count === 1 ? 'Show 1 new send' : `Show ${number(count)} new sends`
}

/** Deployments without the list answer as for any unknown route. */
function isNotOffered(error: unknown): boolean {
  return error instanceof CommsError && error.kind === 'not-offered'
}

function NoList() {
  return (
    <>
      <Banner tone="amber" className="mb-4">
        This API does not offer a list of operations. Open one by its id, or find it through{' '}
        <TextLink to="/messages">one of its messages</TextLink>.
      </Banner>
      <OpenById />
    </>
  )
}

function NoOperations({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="No operation has this status"
        action={<Button onClick={onShowAll}>Show all operations</Button>}
      >
        The API looked through the operations of the last 7 days, which are all it keeps.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing was sent in the last 7 days"
      action={
        <LinkButton to="/compose" variant="primary">
          Write a message
        </LinkButton>
      }
    >
      Each send becomes an operation, and is listed here until everybody is accounted for and for 7 days in
      all.
    </EmptyState>
  )
}
