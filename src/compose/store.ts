/** A value that outlives the page showing it, and those who want to know when it changes. */
export interface Store<Value extends object> {
  get: () => Value
  set: (next: Value | ((value: Value) => Value)) => void
  subscribe: (listener: () => void) => () => void
}

export function createStore<Value extends object>(initial: Value): Store<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const changed = typeof next === 'function' ? next(value) : next
      if (Object.is(changed, value)) return
      value = changed
      for (const hear of listeners) hear()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
