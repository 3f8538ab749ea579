import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { showLaterTime } from './laterTime'
import { showOtherAccount } from './otherAccount'

const pages = ['first', 'second', 'third']
const LIST = { pages, pageParams: [{ token: 'top' }, { token: 'a' }, { token: 'b' }] }

function cacheWith(data: Record<string, unknown>): QueryClient {
  const client = new QueryClient()
  for (const [room, value] of Object.entries(data)) client.setQueryData([room], value)
  return client
}

describe('what a change of the simulator leaves in the cache', () => {
  it.each([
    ['another account', showOtherAccount],
    ['a later time', showLaterTime],
  ])('nothing of the pages that are not on the screen after %s, and all of the frame', (_, show) => {
    const client = cacheWith({ connection: 'c', simulator: 's', operations: 'o', messages: LIST })
    show(client)
    expect(client.getQueryData(['connection'])).toBe('c')
    expect(client.getQueryData(['simulator'])).toBe('s')
    expect(client.getQueryData(['operations'])).toBeUndefined()
    expect(client.getQueryData(['messages'])).toBeUndefined()
  })

  it('the top of a list that is on the screen, asked for once, however long it was', async () => {
    const client = cacheWith({ messages: LIST })
    const asked: unknown[] = []
    const observer = new InfiniteQueryObserver(client, {
      queryKey: ['messages'],
      queryFn: async ({ pageParam }: { pageParam: unknown }) => {
        asked.push(pageParam)
        return 'renewed'
      },
      initialPageParam: { token: 'top' },
      getNextPageParam: () => ({ token: 'next' }),
      staleTime: Infinity,
    })
    const renewed = new Promise<unknown>((resolve) => {
      observer.subscribe(({ data }) => data?.pages[0] === 'renewed' && resolve(data))
    })
    showLaterTime(client)
    expect(await renewed).toEqual({ pages: ['renewed'], pageParams: [{ token: 'top' }] })
    expect(asked).toEqual([{ token: 'top' }])
  })
})
