import type { Tone } from './tone'

export interface ToastOptions {
  title: string
  description?: string
  tone?: Tone
  /** One thing to do about it; `altText` tells a screen reader user where else it can be done. */
  action?: { label: string; altText: string; onClick: () => void }
  /** Milliseconds on the screen; `Infinity` stays until closed. 6 s, with an action 12 s, when not given. */
  duration?: number
}

export interface ToastItem extends ToastOptions {
  id: number
}

/** More than this many at once push the oldest out. */
const MAX_SHOWN = 3

let items: readonly ToastItem[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly ToastItem[]) {
  items = next
  for (const hear of listeners) hear()
}

/**
 * Shows a short notice that goes by itself, from anywhere. Only for what needs no answer: an error that blocks the
 * work belongs on the page. Returns an id for `dismissToast`.
 */
export function toast(options: ToastOptions): number {
  lastId += 1
  set([...items, { ...options, id: lastId }].slice(-MAX_SHOWN))
  return lastId
}

/** Takes a notice away; nothing happens when it is gone already. */
export function dismissToast(id: number): void {
  if (items.some((item) => item.id === id)) set(items.filter((item) => item.id !== id))
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  read: () => items,
}
