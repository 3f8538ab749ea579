import { queryOptions, type QueryState } from '@tanstack/react-query'
import { api, CommsError, type Operation, type OperationFilter } from '#/comms'
import type { ListPage } from '#/messages/list'
import type { ListSource } from '#/messages/usePagedList'
import { follow, planPoll, type Followed, type Plan } from './polling'
import { wasJustSent } from './recent'

import { shareOperation } from './sharing'

const PAGE_SIZE = 100
const HEAD_SIZE = 50

/** When this operation will be asked for again, or why not. Reads stored moments only. */
export function planOf(state: QueryState<Followed>, id: string): Plan {
  const { data = null, error, errorUpdatedAt, errorUpdateCount, dataUpdatedAt } = state
  if (error === null) return planPoll({ followed: data, failure: null })
  return planPoll({
    followed: data,
    failure: {
      at: errorUpdatedAt,
      lasting: data ? errorUpdatedAt - dataUpdatedAt : 4_000 * 2 ** Math.min(errorUpdateCount - 1, 5),
      retryAt: error instanceof CommsError ? error.retryAt : null,
      hopeless: isHopeless(error, id),
    },
  })
}

/** A send may be accepted a while before it can be read (section 1.6), so "not found" is then no last word. */
function isHopeless(error: unknown, id: string): boolean {
  if (!(error instanceof CommsError)) return true
  if (error.kind === 'missing') return !wasJustSent(id)
  return error.kind === 'refused' || error.kind === 'invalid'
}

/** One operation, followed. Use it through `useOperation`, which is the only one that polls. */
export function operationQuery(id: string) {
  const queryKey = ['operations', 'one', id]
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<Followed> => {
      const operation = await (await api()).fetchOperation(id, { signal })
      shareOperation(operation)
      return follow(client.getQueryData<Followed>(queryKey) ?? null, operation, Date.now())
    },
    staleTime: Infinity,
  })
}

/** The operations for a filter (section 1.1). */
export function operationList(filter: OperationFilter): ListSource<Operation> {
  return {
    queryKey: ['operations', 'list', filter],
    fetchPage: (token, signal) => fetchPage(filter, token, PAGE_SIZE, signal),
  }
}

async function fetchPage(
  filter: OperationFilter,
  token: string | null,
  pageSize: number,
  signal?: AbortSignal,
): Promise<ListPage<Operation>> {
  const request = { pageSize, ...(token !== null && { pageToken: token }) }
  const page = await (await api()).listOperations(filter, request, { signal })
  return { ...page, token, fetchedAt: Date.now() }
}

/** How often the top of the list is looked at for new sends and changed figures; twice a minute when all is quiet. */
const LOOK = { busy: 10_000, quiet: 30_000 }

/** The newest operations: what has arrived on top of the list, and how those in it stand now. */
export function headQuery(filter: OperationFilter) {
  return queryOptions({
    queryKey: ['operations', 'head', filter],
    queryFn: ({ signal }) => fetchPage(filter, null, HEAD_SIZE, signal),
    staleTime: LOOK.busy,
    refetchInterval: ({ state: { data, error } }) => {
      if (error instanceof CommsError && error.retryAt !== null) {
        return Math.max(error.retryAt - Date.now(), LOOK.quiet)
      }
      const busy = data?.items.some(({ status }) => status === 'PROCESSING')
      return busy && error === null ? LOOK.busy : LOOK.quiet
    },
  })
}

export async function readFirst(operationId: string, signal: AbortSignal) {
  const client = await api()
  const { items } = await client.listMessages({ operationId }, { pageSize: 1 }, { signal })
  const [first] = items
  return first ? client.fetchMessage(first.id, { signal }) : null
}

/** Section 2.3: an operation carries no text, sender or tags, so its first message has to speak for it. */
export function firstMessageQuery(operationId: string) {
  return queryOptions({
    queryKey: ['operations', 'first-message', operationId],
    queryFn: ({ signal }) => readFirst(operationId, signal),
    staleTime: Infinity,
    // Messages may show up some time after their operation.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data === null && dataUpdateCount < 10 ? 3_000 : false,
  })
}
