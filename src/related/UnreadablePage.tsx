import type { IdKind } from '#/comms'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { KINDS } from './kinds'
import { pathOfId } from './paths'

/** An id whose resource this program has no way to read: why, and where to go on. */
export function UnreadablePage({ id, kind }: { id: string; kind: IdKind }) {
  const session = kind === 'session'
  return (
    <EmptyState
      title={session ? 'Look at its messages' : 'Nothing to read here'}
      action={
        session ? (
          <LinkButton variant="primary" to={pathOfId(id) ?? '/messages'}>
            Show the messages of this session
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
