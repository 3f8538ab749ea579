import { useInfiniteQuery } from '@tanstack/react-query'
import { RequestError } from '#/errors/RequestError'
import { RequestNotice } from '#/errors/RequestNotice'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { Section } from '#/ui/Section'
import { Skeleton } from '#/ui/Skeleton'
import { isUndecided, journalQuery } from '../queries'
import type { JournalEntry } from '../send/journal'
import { counted } from '../words'
import { SendRow } from './SendRow'

/** The send journal: what is not decided on top, the rest by time. */
export function SendList() {
  const query = useInfiniteQuery(journalQuery())
  const { data, error, isFetching, dataUpdatedAt } = query
  const retry = () => void query.refetch()
  if (!data) {
    return error ? (
      <RequestError
        error={error}
        onRetry={retry}
        retrying={isFetching}
        title="The sends could not be loaded"
      />
    ) : (
      <Loading />
    )
  }
  const entries = unique(data.pages.flatMap((page) => page.entries))
  const setAside = data.pages[0]?.setAside ?? 0
  const undecided = entries.filter(isUndecided)
  const decided = entries.filter((entry) => !isUndecided(entry))
  return (
    <div className="flex flex-col gap-6">
      {error && <RequestNotice error={error} since={dataUpdatedAt} onRetry={retry} retrying={isFetching} />}
      {setAside > 0 && (
        <Banner tone="amber">
          {counted(setAside, 'line', 'lines')} of the send journal could not be read and{' '}
          {setAside === 1 ? 'was' : 'were'} set aside, as after a power cut. A send may be missing here: look
          at the messages before you send one again.
        </Banner>
      )}
      {entries.length === 0 && (
        <EmptyState
          title="Nothing was sent from here yet"
          action={
            <LinkButton to="/compose" variant="primary">
              Write a message
            </LinkButton>
          }
        >
          Every send is written down here before it leaves, with what became of it.
        </EmptyState>
      )}
      {undecided.length > 0 && (
        <Section title="Not decided yet" meta={counted(undecided.length, 'send', 'sends')}>
          <Rows label="Sends that are not decided yet" entries={undecided} />
        </Section>
      )}
      {decided.length > 0 && (
        <Section title="Decided" titleHidden={undecided.length === 0}>
          <Rows label="Sends" entries={decided} />
        </Section>
      )}
      {query.hasNextPage && (
        <Button
          className="self-center"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show older sends
        </Button>
      )}
    </div>
  )
}

function Rows({ label, entries }: { label: string; entries: readonly JournalEntry[] }) {
  return (
    <ul aria-label={label} className="rounded-lg border border-line bg-surface">
      {entries.map((entry) => (
        <SendRow key={entry.key} entry={entry} />
      ))}
    </ul>
  )
}

/** A send that comes in while pages are loaded shifts the later ones by a row. */
function unique(entries: readonly JournalEntry[]): JournalEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()]
}

function Loading() {
  return (
    <div aria-busy className="rounded-lg border border-line bg-surface">
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="flex gap-4 border-t border-line px-4 py-3 first:border-t-0">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-4 flex-1" />
        </div>
      ))}
    </div>
  )
}
