import type { ReactNode } from 'react'
import { CommsError } from '#/comms'
import { ErrorState } from '#/ui/ErrorState'
import { describeError } from './describeError'
import { ProblemLinks } from './ProblemLinks'
import { RetryButton } from './RetryButton'
import { useRetryOnline } from './useRetryOnline'
import { WaitUntil } from './WaitUntil'

interface RequestErrorProps {
  error: unknown
  /** Asks again. Left out where asking again is not possible. */
  onRetry?: () => void
  /** A new attempt is under way. */
  retrying?: boolean
  /** Further ways on, beside "Try again". */
  actions?: ReactNode
  /** Replaces the words for some errors, where a page knows better what they mean there. */
  title?: string
  children?: ReactNode
}

/** In place of what could not be loaded: what happened, what to do, until when to wait, details to copy. */
export function RequestError({ error, onRetry, retrying, actions, title, children }: RequestErrorProps) {
  useRetryOnline(error, onRetry)
  const described = describeError(error)
  const offered = onRetry && described.worthRetrying
  return (
    <ErrorState
      title={title ?? described.title}
      tone={described.tone}
      details={described.copyText}
      actions={
        (offered || actions) && (
          <>
            {offered && <RetryButton onRetry={onRetry} retrying={retrying} retryAt={described.retryAt} />}
            {actions}
          </>
        )
      }
    >
      {children ?? (
        <>
          <p className="break-words">{described.detail}</p>
          <p>
            {described.advice} <WaitUntil at={described.retryAt} />
          </p>
          {error instanceof CommsError && <ProblemLinks problems={error.problems} />}
        </>
      )}
    </ErrorState>
  )
}
