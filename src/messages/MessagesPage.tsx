import { useSearchParams } from 'react-router'
import type { MessageFilter } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { filterOfUrl, urlOfFilter } from './filter'
import { FilterBar } from './FilterBar'
import { FilterChips } from './FilterChips'
import { ListAge } from './ListAge'
import { MessageTable } from './MessageTable'
import { useMessageList } from './useMessageList'
import { WaitNotice } from './WaitNotice'

/** All messages the API keeps, narrowed by what the address says. */
export function Component() {
  const [query, setQuery] = useSearchParams()
  const { filter, ignored } = filterOfUrl(query)
  const change = (next: MessageFilter) => setQuery(urlOfFilter(next))
  const list = useMessageList(filter)
  const { refresh } = list
  return (
    <>
      <PageHeader title="Messages" actions={<ListAge list={list} />} />
      <FilterBar filter={filter} onChange={change} />
      <FilterChips filter={filter} onChange={change} />
      {ignored.length > 0 && (
        <Banner
          tone="amber"
          className="mb-3"
          actions={
            <Button size="sm" onClick={() => change(filter)}>
              Remove from the address
            </Button>
          }
        >
          The address asks for something that is no filter, so it was left out: {ignored.join(', ')}.
        </Banner>
      )}
      {refresh.isError && (
        <div className="mb-3">
          <RequestNotice error={refresh.error} since={list.loadedAt} onRetry={() => refresh.mutate()} />
        </div>
      )}
      <WaitNotice isFetching={list.query.isFetching} failureReason={list.query.failureReason} />
      <MessageTable label="Messages" list={list} empty={<NoMessages filter={filter} onChange={change} />} />
    </>
  )
}

function NoMessages({
  filter,
  onChange,
}: {
  filter: MessageFilter
  onChange: (filter: MessageFilter) => void
}) {
  if (Object.keys(filter).length > 0) {
    return (
      <EmptyState
        title="No message matches these filters"
        action={<Button onClick={() => onChange({})}>Remove all filters</Button>}
      >
        The API looked through the messages of the last 7 days, which are all it keeps.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No messages in the last 7 days"
      action={
        <LinkButton to="/compose" variant="primary">
          Write a message
        </LinkButton>
      }
    >
      The API keeps a message for 7 days. What is sent from here, or from any other program on this account,
      shows up in this list.
    </EmptyState>
  )
}
