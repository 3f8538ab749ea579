// MSW does not load where there is no `localStorage`, which no worker has. It would keep cookies there, which the
// simulator has none of; an empty object is taken for a storage that cannot be used. Must be imported before MSW is.
Object.assign(globalThis, { localStorage: {} })
