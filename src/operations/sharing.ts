import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Operation } from '#/comms'

/** The tabs of one browser tell each other what they were answered, so that ten of them cost what one does. */
const CHANNEL = 'switchboard.operations'

let channel: BroadcastChannel | null = null

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  channel ??= new BroadcastChannel(CHANNEL)
  return channel
}

/** Gives an operation that was just read to the other tabs. */
export function shareOperation(operation: Operation): void {
  open()?.postMessage(operation)
}

/** Calls back with each reading of this operation by another tab. */
export function useSharedOperation(id: string, onHeard: (operation: Operation) => void): void {
  useEffect(() => {
    const shared = open()
    const hear = ({ data }: MessageEvent<Operation>) => {
      if (data.id === id) onHeard(data)
    }
    shared?.addEventListener('message', hear)
    return () => shared?.removeEventListener('message', hear)
  }, [id, onHeard])
}

/**
 * Whether this tab is the one that asks, among the visible tabs that show the same thing. When it is hidden or closed
 * another takes over. Without the browser's help (plain HTTP from another host) every tab asks for itself.
 */
export function useLeadership(id: string): boolean {
  const isVisible = useSyncExternalStore(onVisibility, () => document.visibilityState !== 'hidden')
  const [isLeader, setLeader] = useState(false)
  // On pages that are not secure the browser has no locks, whatever the types say.
  const locks: LockManager | undefined = navigator.locks
  useEffect(() => {
    if (!isVisible || !locks) return undefined
    const waiting = new AbortController()
    let release = () => {}
    const lead = () =>
      new Promise<void>((resolve) => {
        release = resolve
        if (waiting.signal.aborted) resolve()
        else setLeader(true)
      })
    // Rejects only when the wait is given up below.
    locks.request(`switchboard.operation.${id}`, { signal: waiting.signal }, lead).catch(() => {})
    return () => {
      waiting.abort()
      release()
      setLeader(false)
    }
  }, [id, isVisible, locks])
  return isLeader || !locks
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
