import { CommsError } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'

interface WaitNoticeProps {
  isFetching: boolean
  /** Why the attempt before the one that is waited for failed; `null` when none has. */
  failureReason: unknown
}

/** Why it takes so long: the API asked to wait, and the request goes out again by itself after that. */
export function WaitNotice({ isFetching, failureReason }: WaitNoticeProps) {
  if (!isFetching || !(failureReason instanceof CommsError) || failureReason.retryAt === null) return null
  return (
    <div className="mb-3">
      <RequestNotice what="Waiting for the API" error={failureReason} nextTryAt={failureReason.retryAt} />
    </div>
  )
}
