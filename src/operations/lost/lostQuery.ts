import { queryOptions } from '@tanstack/react-query'
import { api } from '#/comms'
import { groupErrors, type LostGroup } from './groupErrors'

export interface LostReading {
  groups: LostGroup[]
  /** How many failures were read. */
  read: number
  /** The API has more of them than were read. */
  hasMore: boolean
}

/** One page, the largest there is (section 1.1): enough to see what the reasons are, and bounded. */
const PAGE_SIZE = 1000

/**
 * Why messages of an operation were lost (section 8, point 2). Read once while it runs, when asked for, and once when
 * it is settled.
 */
export function lostQuery(id: string, isFinal: boolean) {
  return queryOptions({
    queryKey: ['operations', 'lost', id, isFinal ? 'final' : 'so far'],
    queryFn: async ({ signal }): Promise<LostReading> => {
      const { items, nextToken } = await (
        await api()
      ).listOperationErrors(id, { pageSize: PAGE_SIZE }, { signal })
      return { groups: groupErrors(items), read: items.length, hasMore: nextToken !== null }
    },
    staleTime: Infinity,
  })
}
