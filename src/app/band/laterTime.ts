import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { ofPages } from './otherAccount'

/** Time has passed at once: what is on the screen is asked for again, and the rest when it is shown again. */
export function showLaterTime(client: QueryClient): void {
  client.removeQueries({ predicate: ofPages, type: 'inactive' })
  // Renewing a long list would ask for all its pages, one after the other.
  client.setQueriesData({ predicate: (query) => ofPages(query) && isList(query.state.data) }, topOf)
  void client.invalidateQueries({ predicate: ofPages })
}

function isList(data: unknown): data is InfiniteData<unknown> {
  return typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data
}

function topOf(data: unknown): unknown {
  if (!isList(data)) return data
  return { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }
}
