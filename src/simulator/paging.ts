import type { IdKind } from '#/comms/ids'
import { parseId } from '#/comms/ids'

/**
 * Page tokens are keyset cursors: base64 of the id of the last item shown (section 7), so rows that arrive later
 * neither shift a page nor double a row. In a scenario where they expire they also hold when they were given.
 */
export interface Cursor {
  id: string
  givenAt: number | null
}

export function encodeToken({ id, givenAt }: Cursor): string {
  return btoa(JSON.stringify(givenAt === null ? { pageToken: id } : { pageToken: id, givenAt }))
}

/** The cursor of a token for a list of these resources, or `null` when it is not one. */
export function decodeToken(token: string, kind: IdKind): Cursor | null {
  let json: unknown
  try {
    json = JSON.parse(atob(token))
  } catch {
    return null
  }
  if (typeof json !== 'object' || json === null || !('pageToken' in json)) return null
  const { pageToken: id } = json
  const parsed = typeof id === 'string' ? parseId(id) : null
  // An id without a time has no place in the list; taking it for a cursor would start the list over.
  if (parsed?.kind !== kind || parsed.time === null) return null
  return {
    id: parsed.id,
    givenAt: 'givenAt' in json && typeof json.givenAt === 'number' ? json.givenAt : null,
  }
}

/** Up to `size` items and whether there are more. */
export function take<Item>(items: Iterable<Item>, size: number): { items: Item[]; more: boolean } {
  const taken: Item[] = []
  for (const item of items) {
    if (taken.length === size) return { items: taken, more: true }
    taken.push(item)
  }
  return { items: taken, more: false }
}
