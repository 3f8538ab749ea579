import { CommsError } from '#/comms'
import { RequestError } from '#/errors/RequestError'

interface ReadProblemProps {
  error: Error
  /** What it is called when the API does not have it, e.g. "There is no sender with this id". */
  missing: string
  /** Whether it may be gone merely because Twilio keeps such records for 7 days (section 0). */
  expires?: boolean
  onRetry: () => void
  retrying: boolean
}

/** Why the resource behind an id could not be read. Not every kind of resource expires, so "missing" has its own words. */
export function ReadProblem({ error, missing, expires = false, ...retry }: ReadProblemProps) {
  if (!(error instanceof CommsError) || error.kind !== 'missing')
    return <RequestError error={error} {...retry} />
  return (
    <RequestError error={error} title={missing} {...retry}>
      {expires
        ? 'Twilio keeps such records for 7 days. It may be older, belong to another account, or the id is not right.'
        : 'It may belong to another account or have been removed, or this account is not offered this kind of resource.'}
    </RequestError>
  )
}
