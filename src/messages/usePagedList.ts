import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useLocation } from 'react-router'
import { bringsNothing, listOf, nextToken, withLatestAndNew, type ListPage, type ListRow } from './list'

/** A list of the API, as something that can be read page by page. */
export interface ListSource<Row extends ListRow> {
  /** What the list is kept under; begins with its room and holds the filter. */
  queryKey: readonly unknown[]
  /** A page, from the top when `token` is `null`. */
  fetchPage: (token: string | null, signal?: AbortSignal) => Promise<ListPage<Row>>
}

const HALF_AN_HOUR = 30 * 60_000

/**
 * What was read stays as it was read: the cache never asks for all pages again. The list belongs to an entry of the
 * history, so that going back finds the same rows in the same place without a request, and coming anew a new list.
 */
export function pagedListQuery<Row extends ListRow>({ queryKey, fetchPage }: ListSource<Row>, entry: string) {
  return infiniteQueryOptions({
    queryKey: [...queryKey, entry],
    // The token is wrapped because a bare `null` would mean "no further page" to the cache.
    initialPageParam: { token: null as string | null },
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam.token, signal),
    getNextPageParam: (_last, pages: ListPage<Row>[]) => {
      const token = nextToken(pages)
      return token === null ? undefined : { token }
    },
    staleTime: Infinity,
    gcTime: HALF_AN_HOUR,
    refetchOnReconnect: false,
  })
}

/** The rows of a list, how to get more of them, and how to renew them. Nothing here moves a row by itself. */
export function usePagedList<Row extends ListRow>(source: ListSource<Row>) {
  const client = useQueryClient()
  const options = pagedListQuery(source, useLocation().key)
  const query = useInfiniteQuery(options)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const pages = data?.pages
  const list = useMemo(() => listOf(pages ?? []), [pages])

  const put = (next: ListPage<Row>[]) => {
    client.setQueryData(options.queryKey, {
      pages: next,
      pageParams: next.map(({ token }) => ({ token })),
    })
  }
  const now = () => client.getQueryData(options.queryKey)?.pages ?? []

  /** Reads the top of the list and shows that in place of everything: one request, however long the list was. */
  const refresh = useMutation({
    mutationFn: () => source.fetchPage(null),
    onSuccess: (page) => put([page]),
  })

  /** Reads on from the top, under the rows there are: the way past a page token that the API no longer takes. */
  const startOver = useMutation({
    mutationFn: () => source.fetchPage(null),
    onSuccess: (page) => put([...now(), page]),
  })

  /**
   * Reads the only page of a short list again. Rows change in place, new ones go below. `reason` is the moment that
   * made the rows old, so that the caller can tell whether it was tried for that already.
   */
  const renew = useMutation({
    mutationFn: (_reason: number) => source.fetchPage(null),
    onSuccess: (page) => {
      const [first, ...rest] = now()
      if (first && rest.length === 0) put([{ ...page, items: withLatestAndNew(first.items, page.items) }])
    },
  })

  const canLoadMore = hasNextPage && !isFetching && !startOver.isPending && !refresh.isPending
  const loadMore = () => {
    if (canLoadMore) void fetchNextPage()
  }

  // A page without a row to show leaves the end of the list where it was, so no scroll would ask for the next one.
  const goOn = canLoadMore && !isError && list.end === 'more' && bringsNothing(pages ?? [])
  useEffect(() => {
    if (goOn) void fetchNextPage()
  }, [goOn, fetchNextPage])

  return {
    ...list,
    query,
    loadMore,
    refresh,
    startOver,
    renew,
    /** When the top of the list was read, epoch milliseconds. */
    loadedAt: pages?.[0]?.fetchedAt ?? null,
    pageCount: pages?.length ?? 0,
  }
}

/** A list as its table, its footer and its buttons need it, whatever its rows are. */
export type LoadedList<Row extends ListRow> = ReturnType<typeof usePagedList<Row>>
