/** What the demo keeps in the browser. */
const STORES = ['journal', 'deeds', 'settings'] as const
type Store = (typeof STORES)[number]

/** A few lists of plain data, in the order in which they were added to. */
export interface Database {
  /**
   * All that was added to a list after a place.
   * @param after as given by an earlier look; 0 for the start
   */
  read(store: Store, after?: number): Promise<Rows>
  /** Adds to the end of a list and gives what came after a place if one is named, all in one. Kept once this resolves. */
  add(store: Store, values: readonly unknown[], after?: number): Promise<Rows>
  /** The same, once the list was emptied. */
  replace(store: Store, values: readonly unknown[]): Promise<void>
}

export interface Rows {
  /** What was put in; whoever reads knows what it was. */
  values: unknown[]
  /** The place behind the last of them. */
  end: number
}

/** Opens a database of IndexedDB, made when it is not there. Rejects where the browser keeps nothing. */
export async function openDatabase(name: string): Promise<Database> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    for (const store of STORES) opening.result.createObjectStore(store, { autoIncrement: true })
  })
  const database = await resultOf(opening)

  async function within<Result>(
    store: Store,
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => Promise<Result>,
  ): Promise<Result> {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
    const [result] = await Promise.all([work(transaction.objectStore(store)), done])
    return result
  }

  return {
    read: (store, after = 0) => within(store, 'readonly', (rows) => rowsAfter(rows, after)),
    add: (store, values, after = Infinity) =>
      within(store, 'readwrite', (rows) => {
        for (const value of values) rows.add(value)
        return rowsAfter(rows, after)
      }),
    replace: (store, values) =>
      within(store, 'readwrite', async (rows) => {
        rows.clear()
        for (const value of values) rows.add(value)
      }),
  }
}

async function rowsAfter(rows: IDBObjectStore, after: number): Promise<Rows> {
  const range = IDBKeyRange.lowerBound(after, true)
  const [values, keys] = await Promise.all([resultOf(rows.getAll(range)), resultOf(rows.getAllKeys(range))])
  const last = keys.at(-1)
  return { values, end: typeof last === 'number' ? last : after }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')))
  })
}
