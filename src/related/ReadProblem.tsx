import { CommsError } from '#/comms'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { formatClock } from '#/ui/formatTime'

interface ReadProblemProps {
  error: Error
  /** What it is called when the API does not have it, e.g. "There is no sender with this id". */
  missing: string
  /** Whether it may be gone merely because Twilio keeps such records for 7 days (section 0). */
  expires?: boolean
  onRetry: () => void
  retrying: boolean
}

/**
 * Why the resource behind an id could not be read. The errors room explains failed requests at length; it stands above
 * this one, so the few words needed here are its own.
 */
export function ReadProblem({ error, missing, expires = false, onRetry, retrying }: ReadProblemProps) {
  const kind = error instanceof CommsError ? error.kind : null
  const retryAt = error instanceof CommsError ? error.retryAt : null
  if (kind === 'missing') {
    return (
      <ErrorState title={missing} tone="neutral" details={detailsOf(error)}>
        {expires
          ? 'Twilio keeps such records for 7 days. It may be older, belong to another account, or the id is not right.'
          : 'It may belong to another account or have been removed, or this account is not offered this kind of resource.'}
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
