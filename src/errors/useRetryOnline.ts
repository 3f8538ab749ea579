import { useEffect, useEffectEvent } from 'react'
import { CommsError } from '#/comms'

/** Reads again by itself when the network is back. Never anything but a read: a send is for a person to repeat. */
export function useRetryOnline(error: unknown, onRetry: (() => void) | undefined): void {
  const retry = useEffectEvent(() => onRetry?.())
  const waits = error instanceof CommsError && error.kind === 'network' && error.reads
  useEffect(() => {
    if (!waits) return undefined
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [waits])
}
