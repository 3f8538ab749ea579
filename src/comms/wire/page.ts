import type { Dialect } from '../dialect'
import type { Json, Page } from '../resources'
import { field, list, snakeCase, text } from './spelling'
import { Unreadable } from './unreadable'

/**
 * A page of a list. `next` null, absent or empty ends the list (section 3); some clients were seen reading
 * `nextPageToken`. An item that cannot be read is left out and counted, so one bad row costs one row.
 * @param name the field that holds the items: `messages`, `operations`, …
 */
export function decodePage<Item>(body: Json, name: string, decodeItem: (json: Json) => Item): Page<Item> {
  if (!Array.isArray(field(body, name))) throw new Unreadable(`a list without ${name}`)
  const items: Item[] = []
  let unreadable = 0
  for (const json of list(body, name)) {
    try {
      items.push(decodeItem(json))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      unreadable += 1
    }
  }
  const pagination = field(body, 'pagination')
  return { items, unreadable, nextToken: text(pagination, 'next') ?? text(pagination, 'nextPageToken') }
}

export interface PageLinks {
  next: string | null
  /** The token of this page. */
  self: string | null
  /** Path without version, such as `/Messages`. */
  path: string
  pageSize: number
}

/** A page as a server of this dialect writes it: the early one gives `self` as a relative URI (section 3). */
export function encodePage(name: string, items: Json[], links: PageLinks, dialect: Dialect): Json {
  const token = links.self === null ? '' : `&page_token=${encodeURIComponent(links.self)}`
  const self = dialect === 'early' ? `${links.path}?page_size=${links.pageSize}${token}` : (links.self ?? '')
  return { [dialect === 'early' ? snakeCase(name) : name]: items, pagination: { next: links.next, self } }
}
