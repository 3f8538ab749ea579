import type { TimeValue } from './formatTime'
import { formatFull, formatShort, toMillis } from './formatTime'
import { useNow } from './clock'

/** How often a page notices that today has become yesterday. */
const MINUTE = 60_000

/**
 * A moment in local time, as short as it stays clear, with all of it and the zone in the tooltip. What is no time is
 * shown as it came, since a wrong date is worse than an odd text.
 */
export function Time({ at, className }: { at: TimeValue; className?: string }) {
  const now = useNow(MINUTE)
  const millis = toMillis(at)
  if (Number.isNaN(millis)) return <span className={className}>{String(at)}</span>
  return (
    <time dateTime={new Date(millis).toISOString()} title={formatFull(millis)} className={className}>
      {formatShort(millis, now)}
    </time>
  )
}
