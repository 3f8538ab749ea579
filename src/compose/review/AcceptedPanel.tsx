import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '#/ui/Button'
import { formatClock } from '#/ui/formatTime'
import { LinkButton } from '#/ui/LinkButton'
import { ToneIcon } from '#/ui/ToneIcon'
import { journalEntryQuery } from '../queries'
import type { SendState } from '../send/sendState'
import { people } from '../words'
import { messagesOf } from './messagesOf'

interface AcceptedPanelProps {
  state: Extract<SendState, { phase: 'accepted' }>
  onDone: () => void
}

/** A send that went through while nobody could be led to it: it has no id (section 1.6), or the page was left. */
export function AcceptedPanel({ state, onDone }: AcceptedPanelProps) {
  const panel = useRef<HTMLElement>(null)
  // The button that had the focus is gone.
  useEffect(() => panel.current?.focus(), [])
  const { attempt, foundLater } = state
  // The messages carry the key, so the proxy finds their operation a little later.
  const entry = useQuery({ ...journalEntryQuery(attempt.key), enabled: state.operationId === null })
  const operationId = state.operationId ?? entry.data?.operationId ?? null
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby="compose-accepted"
      className="rounded-lg border border-green-line bg-green-soft p-4"
    >
      <div className="flex gap-3">
        <ToneIcon tone="green" className="mt-1" />
        <div className="flex min-w-0 flex-col gap-3">
          <h2 id="compose-accepted" className="text-base font-semibold text-text">
            Accepted for {people(attempt.people)} at {formatClock(attempt.at)}
          </h2>
          <p className="max-w-[72ch] text-pretty text-text">
            {operationId === null
              ? 'The API accepted the message and gave no id to follow it by. Do not send it again. Its messages appear in the list within a minute or so.'
              : foundLater
                ? 'The answer was lost on the way, and the message was found: it was sent once.'
                : state.operationId === null
                  ? 'The API gave no id to follow it by; Switchboard found it by its messages.'
                  : 'It was accepted while you were on another page.'}
          </p>
          <div className="flex flex-wrap gap-2">
            {operationId === null ? (
              <LinkButton variant="primary" to={messagesOf(attempt)}>
                {attempt.traceable ? 'Show its messages' : 'Show the messages'}
              </LinkButton>
            ) : (
              <LinkButton variant="primary" to={`/operations/${encodeURIComponent(operationId)}`}>
                Follow it
              </LinkButton>
            )}
            <LinkButton to="/sends">All sends</LinkButton>
            <Button onClick={onDone}>Write another message</Button>
          </div>
        </div>
      </div>
    </section>
  )
}
