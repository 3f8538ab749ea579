import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { MessageFilter } from '#/comms'
import { listOf } from './list'
import { messageList } from './queries'
import { pagedListQuery } from './usePagedList'

interface ShownList {
  filter: MessageFilter
  /** The entry of the history it belongs to. */
  entry: string
  /** Where it was shown, with its filters. */
  path: string
}

/** The list that was last on the screen of this tab: the one a message was opened from. */
let shown: ShownList | null = null

export function useRememberList(filter: MessageFilter): void {
  const { pathname, search, key } = useLocation()
  useEffect(() => {
    shown = { filter, entry: key, path: pathname + search }
  })
}

export interface Neighbours {
  /** The page of the list, with the filters it had. */
  path: string
  /** From 1. */
  position: number
  count: number
  previousId: string | null
  nextId: string | null
}

/** The messages above and below in the list that this one was opened from; `null` when it came from elsewhere. */
export function useNeighbours(id: string): Neighbours | null {
  const client = useQueryClient()
  if (shown === null) return null
  const { queryKey } = pagedListQuery(messageList(shown.filter), shown.entry)
  const pages = client.getQueryData(queryKey)?.pages
  if (!pages) return null
  const { rows } = listOf(pages)
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) return null
  return {
    path: shown.path,
    position: index + 1,
    count: rows.length,
    previousId: rows[index - 1]?.id ?? null,
    nextId: rows[index + 1]?.id ?? null,
  }
}
