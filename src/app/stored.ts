const PREFIX = 'switchboard.'
const listeners = new Set<() => void>()

/** A setting of this browser; `null` when it was never made or storage is blocked. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Keeps a setting; `null` forgets it. Where storage is blocked the setting lasts until the next reload. */
export function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
  } catch {
    // Nothing to do: the page works without its settings.
  }
  for (const hear of listeners) hear()
}

/** Calls back when a setting changes, in this tab or another one. Returns the end of it. */
export function onStored(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
