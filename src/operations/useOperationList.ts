import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OperationFilter } from '#/comms'
import { countNew, withLatest } from '#/messages/list'
import { usePagedList } from '#/messages/usePagedList'
import { rowOf } from './columns'
import { headQuery, operationList } from './queries'

/**
 * The list as it was read, with the figures of its newest rows kept up to date in place, and how many sends have come
 * on top since. They wait until they are asked for: the list never moves by itself.
 */
export function useOperationList(filter: OperationFilter) {
  const list = usePagedList(operationList(filter))
  const { rows, loadedAt } = list
  const head = useQuery({ ...headQuery(filter), enabled: loadedAt !== null })
  const latest = head.data && loadedAt !== null && head.data.fetchedAt > loadedAt ? head.data : null
  const shown = useMemo(() => (latest ? withLatest(rows, latest.items) : rows).map(rowOf), [rows, latest])
  const newCount = useMemo(() => (latest ? countNew(rows, latest.items) : 0), [rows, latest])
  return {
    list,
    rows: shown,
    newCount,
    /** The head was full of new sends, so there are at least that many. */
    newAtLeast: latest !== null && newCount > 0 && newCount === latest.items.length,
    head,
    /** When the figures of the newest rows were read, epoch milliseconds. */
    figuresAt: latest?.fetchedAt ?? loadedAt,
  }
}
