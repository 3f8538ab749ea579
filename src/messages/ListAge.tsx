import { Button } from '#/ui/Button'
import { Skeleton } from '#/ui/Skeleton'
import { Time } from '#/ui/Time'
import type { ListRow } from './list'
import type { LoadedList } from './usePagedList'

interface ListAgeProps<Row extends ListRow> {
  list: LoadedList<Row>
  /** What it lists has changed since. */
  outdated?: boolean
}

/** How much of the list is here, since when, and the way to a new one. The list itself never moves unasked. */
export function ListAge<Row extends ListRow>({ list, outdated = false }: ListAgeProps<Row>) {
  const { query, rows, newer, end, loadedAt, refresh } = list
  if (loadedAt === null) {
    // As wide as it will be, so that a narrow header does not break into another line then.
    return query.isPending && <Skeleton className="h-7 w-60" />
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-2">
      <span>
        {rows.length.toLocaleString('en')}
        {end === 'complete' ? '' : ' loaded'} · as of <Time at={loadedAt} />
        {outdated && (
          <>
            {' · '}
            <span className="font-medium text-amber-text">changed since</span>
          </>
        )}
      </span>
      <Button size="sm" pending={refresh.isPending} onClick={() => !query.isFetching && refresh.mutate()}>
        {newer > 0 ? `Show ${newer.toLocaleString('en')} newer` : 'Refresh'}
      </Button>
    </div>
  )
}
