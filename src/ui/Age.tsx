import type { TimeValue } from './formatTime'
import { formatFull, formatRelative, toMillis } from './formatTime'
import { useNow } from './clock'

/**
 * How long ago (or in how long), counting by itself: "4 s ago", "in 3 min". Only this node renders again. For a fixed
 * "as of 12:03:09" use Time.
 */
export function Age({ at, className }: { at: TimeValue; className?: string }) {
  const now = useNow(1000)
  const millis = toMillis(at)
  if (Number.isNaN(millis)) return <span className={className}>{String(at)}</span>
  return (
    <time dateTime={new Date(millis).toISOString()} title={formatFull(millis)} className={className}>
      {formatRelative(millis, now)}
    </time>
  )
}
