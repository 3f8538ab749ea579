import { CommsError } from '#/comms'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { formatClock } from '#/ui/formatTime'

interface ReadProblemProps {
  error: Error
  /** What was asked for, e.g. "sender". */
  noun: string
  onRetry: () => void
  retrying: boolean
}

/**
 * Why the resource behind an id could not be read. The errors room explains failed requests at length; it stands above
 * this one, so the few words needed here are its own.
 */
export function ReadProblem({ error, noun, onRetry, retrying }: ReadProblemProps) {
  const kind = error instanceof CommsError ? error.kind : null
  const retryAt = error instanceof CommsError ? error.retryAt : null
  if (kind === 'missing') {
    return (
      <ErrorState title={`There is no ${noun}`} tone="neutral" details={detailsOf(error)}>
        The API does not have it: it may belong to another account, have been removed, or be older than the 7
        days that Twilio keeps. Some accounts are not offered this kind of resource at all.
      </ErrorState>
    )
  }
  return (
    <ErrorState
      title="It could not be read"
      tone={kind === 'server' || kind === 'unreadable' ? 'red' : 'amber'}
      details={detailsOf(error)}
      actions={
        <Button onClick={onRetry} pending={retrying}>
          Try again
        </Button>
      }
    >
      <p>{error.message}</p>
      {kind === 'refused' && (
        <p>
          Whoever runs Switchboard sets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and
          TWILIO_API_SECRET) in the file .env.local next to the program, then restarts it.
        </p>
      )}
      {retryAt !== null && <p>Twilio asks to wait until {formatClock(retryAt)}.</p>}
    </ErrorState>
  )
}

function detailsOf(error: Error): string {
  if (!(error instanceof CommsError)) return error.stack ?? error.message
  const { method, path, status, message, problems } = error
  const codes = problems.map((problem) => `Problem: ${problem.code ?? ''} ${problem.message}`)
  return [`${method} ${path}`, `Status: ${status ?? 'none'}`, message, ...codes].join('\n')
}
