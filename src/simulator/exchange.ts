import type { Dialect, Spelling } from '#/comms/dialect'
import type { Json } from '#/comms/resources'
import { encodePage } from '#/comms/wire'
import { json } from './answers'
import { isWithin, readListQuery, type ListQuery, type ListRules } from './checks/listQuery'
import { encodeToken, take } from './paging'
import type { Inventory } from './senders'
import type { Lens } from './views'

/** One request on its way through the routes. */
export interface Exchange extends Lens {
  request: Request
  url: URL
  dialect: Dialect
  /** Of the resources in the answer. */
  spelling: Spelling
  /** `v1` or `preview`. */
  version: string
  /** The variable segments of the path, in order. */
  segments: readonly string[]
}

export type Handler = (exchange: Exchange) => Response | Promise<Response>

/** Reads the query of a list request, see {@link readListQuery}. */
export function queryOf({ url, time, world }: Exchange, rules: ListRules) {
  const lifetime = world.scenario.tokenLifetime ?? Infinity
  return readListQuery(url.searchParams, rules, time, (givenAt) => givenAt + lifetime)
}

/** What the account has to send from at the time of the request: its senders, and its pools as they are then. */
export function accountInventory({ world, time }: Lens): Inventory {
  return { ...world.inventory, pools: world.pools.at(time) }
}

export interface ListPage {
  /** Field of the body that holds the items, such as `messages`. */
  name: string
  /** Path without version, such as `/Messages`. */
  path: string
  items: Json[]
  /** Id of the last item when more follow. */
  lastId: string | null
}

/** The answer to a list request; the token of the next page is the id of the last item (section 7). */
export function listAnswer(exchange: Exchange, query: ListQuery, page: ListPage): Response {
  const { dialect, time, world } = exchange
  const givenAt = world.scenario.tokenLifetime === undefined ? null : time
  const next = page.lastId === null ? null : encodeToken({ id: page.lastId, givenAt })
  const links = { next, self: query.token, path: page.path, pageSize: query.pageSize }
  return json(encodePage(page.name, page.items, links, dialect))
}

/** A page of a short list that is held in memory: newest first, which is the order of the ids. */
export function newestFirst<Item extends { id: string; createdAt: number }>(
  items: readonly Item[],
  query: ListQuery,
): { items: Item[]; more: boolean } {
  const { after } = query
  const shown = items.filter((item) => isWithin(query, item.createdAt) && (after === null || item.id < after))
  const sorted = shown.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  return take(sorted, query.pageSize)
}
