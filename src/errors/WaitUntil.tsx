import { formatClock } from '#/ui/formatTime'

/** "Not before 12:03:10." The moment stands still, so that a live region around it does not speak every second. */
export function WaitUntil({ at }: { at: number | null }) {
  if (at === null) return null
  return <span className="whitespace-nowrap">Not before {formatClock(at)}.</span>
}
