import { remember, type Remembered } from '../reading/remembered'
import type { Matching } from '../reading/table'
import { readMatching } from './readDraft'

/** How columns were matched by hand, for the next file with the same headings. Headings only, and nobody's cells. */
export interface ColumnMemory {
  get: () => readonly Remembered[]
  keep: (headings: readonly string[], matching: Matching) => void
}

const KEY = 'switchboard.compose.columns'

/** @param storage where it outlives the tab; `null`: it is forgotten with it */
export function createColumnMemory(storage: Pick<Storage, 'getItem' | 'setItem'> | null): ColumnMemory {
  let remembered = restore(storage)
  return {
    get: () => remembered,
    keep(headings, matching) {
      remembered = remember(remembered, headings, matching)
      try {
        storage?.setItem(KEY, JSON.stringify(remembered))
      } catch {
        // Storage is full or closed: the matching holds for this page.
      }
    },
  }
}

function restore(storage: Pick<Storage, 'getItem'> | null): Remembered[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(readOne) : []
  } catch {
    return []
  }
}

function readOne(stored: unknown): Remembered[] {
  if (typeof stored !== 'object' || stored === null || !('headings' in stored) || !('matching' in stored))
    return []
  const { headings } = stored
  const matching = readMatching(stored.matching)
  const isRight = Array.isArray(headings) && headings.every((heading) => typeof heading === 'string')
  return isRight && matching ? [{ headings, matching }] : []
}
