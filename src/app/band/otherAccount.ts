import type { Query, QueryClient } from '@tanstack/react-query'
import { resetApi } from '#/comms'

/** What the frame itself knows; it is about the server, not about an account. */
const FRAME: ReadonlySet<unknown> = new Set(['connection', 'simulator'])
/** Picks what pages have read, for the cache's filters. */
export const ofPages = ({ queryKey: [room] }: Pick<Query, 'queryKey'>) => !FRAME.has(room)

/** Nothing that was read of the account before stays: the pages on the screen start as if they were opened now. */
export function showOtherAccount(client: QueryClient): void {
  resetApi()
  client.removeQueries({ predicate: ofPages, type: 'inactive' })
  void client.resetQueries({ predicate: ofPages })
  void client.invalidateQueries({ queryKey: ['connection'] })
}
