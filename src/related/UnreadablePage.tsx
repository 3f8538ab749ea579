import type { IdKind } from '#/comms'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { KINDS } from './kinds'
import { pathOfId } from './paths'

/** An id whose resource this program has no way to read: why, and where to go on. */
export function UnreadablePage({ id, kind }: { id: string; kind: IdKind }) {
  const messages =
    kind === 'session'
      ? pathOfId(id)
      : kind === 'profile'
        ? `/messages?profile=${encodeURIComponent(id)}`
        : null
  return (
    <EmptyState
      title={messages === null ? 'Nothing to read here' : 'Look at its messages'}
      action={
        messages !== null ? (
          <LinkButton variant="primary" to={messages}>
            Show the messages of this {kind}
          </LinkButton>
        ) : (
          <LinkButton to="/messages">Go to messages</LinkButton>
        )
      }
    >
      {KINDS[kind].unreadable}
    </EmptyState>
  )
}
