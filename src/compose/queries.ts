import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJournalEntry, fetchJournalPage, type JournalEntry } from './send/journal'

const PAGE_SIZE = 50

/** The journal is asked again this often while a send in it has no outcome yet, in milliseconds. */
const UNDECIDED_MS = 3000
const SETTLED_MS = 30_000

/** Every send of this connection, newest first. */
export function journalQuery() {
  return infiniteQueryOptions({
    queryKey: ['compose', 'journal'],
    queryFn: ({ pageParam, signal }) => fetchJournalPage(pageParam, PAGE_SIZE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextToken }) => nextToken,
    // Every loaded page is asked again, so that only a short list is renewed by itself.
    refetchInterval: ({ state: { data } }) => {
      if (data && data.pages.length > 2) return false
      return data?.pages.some(({ entries }) => entries.some(isUndecided)) ? UNDECIDED_MS : SETTLED_MS
    },
  })
}

/** One send, asked again until its operation is known, for a minute. */
export function journalEntryQuery(key: string) {
  return queryOptions({
    queryKey: ['compose', 'journal', key],
    queryFn: ({ signal }) => fetchJournalEntry(key, signal),
    refetchInterval: ({ state }) =>
      state.data?.operationId || state.dataUpdateCount > 20 ? false : UNDECIDED_MS,
  })
}

/** On its way, or not known to have arrived. */
export function isUndecided({ state }: JournalEntry): boolean {
  return state === 'sent' || state === 'unknown'
}
