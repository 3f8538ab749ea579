import { CommsError } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'
import { Button } from '#/ui/Button'
import { Spinner } from '#/ui/Spinner'
import { DRY_PAGES, type ListRow } from './list'
import type { LoadedList } from './usePagedList'

const number = (count: number) => count.toLocaleString('en')

/** What the rows are, in the singular and the plural. */
export interface Noun {
  one: string
  many: string
}

/** What comes under the last row: more, the end and why it is the end, or what went wrong and the way on. */
export function ListFooter<Row extends ListRow>({ list, noun }: { list: LoadedList<Row>; noun: Noun }) {
  const { query, rows, end, startOver, loadMore, unreadable } = list
  const restart = (
    <Button size="sm" pending={startOver.isPending} onClick={() => startOver.mutate()}>
      Start again from the top
    </Button>
  )
  if (query.isFetchNextPageError && !query.isFetching) {
    const expired = query.error instanceof CommsError && query.error.kind === 'invalid'
    if (!expired) {
      return (
        <RequestNotice
          what={`More ${noun.many} could not be loaded`}
          error={query.error}
          onRetry={loadMore}
        />
      )
    }
    return (
      <div className="flex flex-wrap items-center justify-center gap-3">
        <p>
          The API no longer knows the place where this list stopped. The {number(rows.length)} {noun.many}{' '}
          above stay; it is read again from the top to find the rest.
        </p>
        {restart}
      </div>
    )
  }
  if (startOver.isError && !startOver.isPending) {
    return (
      <RequestNotice
        what="The list could not be read again"
        error={startOver.error}
        onRetry={() => startOver.mutate()}
      />
    )
  }
  if (query.isFetchingNextPage || startOver.isPending) {
    return (
      <p className="flex items-center gap-2">
        <Spinner />
        Loading more {noun.many}
      </p>
    )
  }
  if (end === 'more') {
    return (
      <Button size="sm" variant="quiet" onClick={loadMore}>
        Load more {noun.many}
      </Button>
    )
  }
  if (end === 'dry') {
    return (
      <div className="flex flex-wrap items-center justify-center gap-3">
        <p>
          The last {DRY_PAGES} pages held no {noun.many}, and the API says that there are more.
        </p>
        <Button size="sm" onClick={loadMore}>
          Look further
        </Button>
      </div>
    )
  }
  if (end === 'loop') {
    return (
      <div className="flex flex-wrap items-center justify-center gap-3">
        <p>
          The API led back to a page that is shown already, so the list may be incomplete after{' '}
          {number(rows.length)} {noun.many}.
        </p>
        {restart}
      </div>
    )
  }
  return (
    <p>
      {rows.length === 1
        ? `That is the only ${noun.one}.`
        : `That is all: ${number(rows.length)} ${noun.many}.`}
      {unreadable > 0 && ` ${number(unreadable)} more came in a form that could not be read.`}
    </p>
  )
}
