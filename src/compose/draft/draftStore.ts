import { createStore, type Store } from '../store'
import type { List } from '../reading/list'
import { emptyDraft, isEmpty, type Draft } from './draft'
import { readDraft } from './readDraft'

/**
 * Both live in the tab's session storage: two tabs do not overwrite each other, and the numbers leave no trace on the
 * disk when the tab is closed. Lists, and the rows of lists, are stored by themselves: a key press does not write what
 * was said about ten thousand rows, nor does a correction write the rows.
 */
const DRAFT = 'switchboard.compose.draft'
const LISTS = 'switchboard.compose.lists'
const TABLES = 'switchboard.compose.tables'
/** No browser keeps more characters for a tab; to try it with a huge list would only cost memory. */
const LONGEST = 5_000_000
/** The country outlives the tab: it says nothing about anybody. */
const COUNTRY = 'switchboard.compose.country'

export interface DraftStore extends Store<Draft> {
  /** Stores what has changed, now. */
  flush: () => void
  /** `unsaved`: the draft is too large to survive a reload, or storage is not available. */
  saving: Store<{ unsaved: boolean }>
  /** An empty draft in place of this one, with its country. Gives the old one back, for undo. */
  clear: () => Draft
}

export interface DraftStoreOptions {
  session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  local: Pick<Storage, 'getItem' | 'setItem'> | null
  /** Country for national numbers where none was chosen before. */
  country: string
  /** Runs a task a little later; a new one takes the place of the last. */
  later: (task: () => void) => void
}

export function createDraftStore({ session, local, country, later }: DraftStoreOptions): DraftStore {
  const remembered = attempt(() => local?.getItem(COUNTRY)) ?? country
  const restored = readDraft(parse(DRAFT), parse(LISTS), parse(TABLES), remembered)
  const store = createStore(restored)
  let saved = restored
  let savedLists: List[] = restored.who.lists
  const saving = createStore({ unsaved: false })

  function parse(key: string): unknown {
    return attempt(() => JSON.parse(session?.getItem(key) ?? 'null') as unknown)
  }

  function flush(): void {
    const draft = store.get()
    if (draft === saved) return
    const { lists, ...who } = draft.who
    let written = true
    if (lists !== savedLists) {
      // Half a list is worse than none: what does not fit is not stored at all.
      written = writeTables(lists) && write(LISTS, lists.length === 0 ? null : lists.map(withoutTable))
      if (!written) for (const key of [TABLES, LISTS]) write(key, null)
    }
    written = write(DRAFT, isEmpty(draft) ? null : { ...draft, who }) && written
    if (who.country !== saved.who.country) attempt(() => local?.setItem(COUNTRY, who.country))
    saved = draft
    // What could not be stored is tried again with the next change.
    savedLists = written ? lists : []
    if (saving.get().unsaved === written) saving.set({ unsaved: !written })
  }

  function writeTables(lists: readonly List[]): boolean {
    const ids = new Set(savedLists.map(({ id }) => id))
    if (lists.length === savedLists.length && lists.every(({ id }) => ids.has(id))) return true
    const length = lists.flatMap(({ table }) => table.columns).reduce((sum, column) => sum + column.length, 0)
    if (length > LONGEST) return false
    return write(
      TABLES,
      lists.length === 0 ? null : Object.fromEntries(lists.map(({ id, table }) => [id, table])),
    )
  }

  function write(key: string, value: unknown): boolean {
    const done = attempt(() => {
      if (session === null) return false
      if (value === null) session.removeItem(key)
      else session.setItem(key, JSON.stringify(value))
      return true
    })
    return done === true
  }

  store.subscribe(() => later(flush))

  return {
    ...store,
    flush,
    saving,
    clear() {
      const old = store.get()
      store.set(emptyDraft(old.who.country))
      flush()
      return old
    },
  }
}

function withoutTable({ table: _, ...list }: List): Omit<List, 'table'> {
  return list
}

function attempt<Value>(task: () => Value): Value | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
