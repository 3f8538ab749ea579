import { Banner } from '#/ui/Banner'
import { formatClock } from '#/ui/formatTime'
import { describeError } from './describeError'
import { RetryButton } from './RetryButton'
import { useRetryOnline } from './useRetryOnline'

interface RequestNoticeProps {
  error: unknown
  /** Epoch milliseconds of the figures that are still on the screen. */
  since?: number | null
  /** Epoch milliseconds of the next attempt that happens by itself, `null` when there is none. */
  nextTryAt?: number | null
  onRetry?: () => void
  retrying?: boolean
  /** What was tried, e.g. "More messages could not be loaded". Default: "Could not be refreshed". */
  what?: string
}

/** Above what is kept on the screen although a refresh failed: since when it is old, why, and when it is tried again. */
export function RequestNotice({ error, since, nextTryAt, onRetry, retrying, what }: RequestNoticeProps) {
  useRetryOnline(error, onRetry)
  const { title, advice, retryAt, tone } = describeError(error)
  const age = since ? ` since ${formatClock(since)}` : ''
  return (
    <Banner
      tone={tone === 'red' ? 'red' : 'amber'}
      live="polite"
      actions={onRetry && <RetryButton onRetry={onRetry} retrying={retrying} retryAt={retryAt} size="sm" />}
    >
      <span className="font-medium">
        {what ?? 'Could not be refreshed'}
        {age}:
      </span>{' '}
      {lowerFirst(title)}. {nextTryAt ? `Next try at ${formatClock(nextTryAt)}.` : advice}
      {!nextTryAt && retryAt !== null && ` Not before ${formatClock(retryAt)}.`}
    </Banner>
  )
}

/** "Too many requests" goes on as "… : too many requests"; names keep their capital. */
function lowerFirst(title: string): string {
  return /^(?:Twilio|Switchboard)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}
