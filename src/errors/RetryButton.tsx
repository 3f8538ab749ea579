import { useEffect, useRef } from 'react'
import { announce } from '#/ui/announce'
import { Button } from '#/ui/Button'
import type { ButtonSize } from '#/ui/buttonClass'
import { useNow } from '#/ui/clock'
import { formatClock, formatSpan } from '#/ui/formatTime'

interface RetryButtonProps {
  onRetry: () => void
  retrying?: boolean
  /** Epoch milliseconds before which it must not be pressed. */
  retryAt?: number | null
  size?: ButtonSize
}

/** "Try again", held back until the API allows it, with the seconds left. */
export function RetryButton({ retryAt = null, ...props }: RetryButtonProps) {
  return retryAt === null ? <ReadyButton {...props} /> : <WaitingButton {...props} retryAt={retryAt} />
}

function ReadyButton({ onRetry, retrying, size }: RetryButtonProps) {
  return (
    <Button onClick={onRetry} pending={retrying} size={size}>
      Try again
    </Button>
  )
}

function WaitingButton({ retryAt, onRetry, retrying, size }: RetryButtonProps & { retryAt: number }) {
  const left = retryAt - useNow(1000)
  const over = left <= 0
  const waited = useRef(false)
  useEffect(() => {
    if (!over) waited.current = true
    else if (waited.current) announce('You can try again now')
  }, [over])
  // One button for both, so that the focus stays on it when the time has come.
  return (
    <Button
      size={size}
      onClick={onRetry}
      pending={retrying}
      disabledReason={over ? null : `Twilio asked to wait until ${formatClock(retryAt)}`}
    >
      Try again
      {/* Read once as the reason above; counting aloud would drown everything else. */}
      {!over && <span aria-hidden>in {formatSpan(left)}</span>}
    </Button>
  )
}
