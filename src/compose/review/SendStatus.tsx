import type { ReactNode } from 'react'
import { CommsError } from '#/comms'
import { describeError } from '#/errors/describeError'
import { ProblemLinks } from '#/errors/ProblemLinks'
import { Age } from '#/ui/Age'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { formatClock } from '#/ui/formatTime'
import { Spinner } from '#/ui/Spinner'
import { TextLink } from '#/ui/TextLink'
import { useDesk, useStore } from '../desk'
import type { NotSent, SendState } from '../send/sendState'
import { people } from '../words'
import { messagesOf } from './messagesOf'
import { AgentSays } from './AgentSays'

/** Where the send stands. Everything but `idle` is said in full, for as long as it is so. */
export function SendStatus() {
  const { sender } = useDesk()
  const state = useStore(sender)
  switch (state.phase) {
    case 'sending':
      return (
        <p role="status" className="flex items-center gap-2 text-sm">
          <Spinner /> Sending to {people(state.attempt.people)}. Keep this page open.
        </p>
      )
    case 'unknown':
      return <Unknown state={state} onFindOut={sender.findOut} />
    case 'refused':
      return <Refused state={state} />
    case 'not-sent':
      return (
        <Banner tone="amber" live="alert">
          <Lead>{state.certain ? 'Not sent.' : 'Most likely not sent.'}</Lead> {NOT_SENT[state.why]}
          {state.retryAt !== null && ` Not before ${formatClock(state.retryAt)}.`}
          {state.why === 'sent-before' && <TextLink to="/sends">All sends</TextLink>}
        </Banner>
      )
    default:
      return null
  }
}

const NOT_SENT: Record<NotSent, string> = {
  offline: 'This computer has no network. Connect again and press the button again.',
  unreachable: 'The API could not be reached, so nothing left. Try again.',
  'rate-limited': 'Twilio takes only so many requests at a time and did not take this one.',
  unavailable: 'The API, or the way to it, is not available at the moment. Nothing was done.',
  'sent-before':
    'This draft was sent before, with other words or to other people: from a copy of this tab, or before the browser was closed. Look at all sends first; press again to send this one too.',
  'never-left': 'The connection failed before the message left. It is safe to send it.',
  'not-found':
    'The answer was lost, and after ten minutes of looking there is no message of this send. Look at the messages once more before you send it again.',
  agent: 'You looked and said that it was not sent. It can be sent again.',
}

function Lead({ children }: { children: ReactNode }) {
  return <strong className="font-semibold">{children}</strong>
}

function Refused({ state }: { state: Extract<SendState, { phase: 'refused' }> }) {
  const { failure, fields } = state
  const { title, detail, advice } = describeError(
    new CommsError({ ...failure, method: 'POST', path: '/Messages' }),
  )
  // What has a place in the form is said there.
  const words =
    fields.length > 0
      ? 'What it names is marked in the form.'
      : `${detail} ${failure.kind === 'invalid' ? '' : advice}`
  return (
    <Banner tone="red" live="alert">
      <p>
        <Lead>Not sent. {title}.</Lead> Nobody got a message. {words}
      </p>
      <ProblemLinks problems={failure.problems} />
    </Banner>
  )
}

function Unknown({
  state,
  onFindOut,
}: {
  state: Extract<SendState, { phase: 'unknown' }>
  onFindOut: () => void
}) {
  const { attempt, why, look } = state
  return (
    <Banner tone="amber" live="polite">
      <div className="flex flex-col gap-1.5">
        <p>
          <Lead>It is not known whether this was sent</Lead> to {people(attempt.people)} at{' '}
          {formatClock(attempt.at)}. {why} Do not send it again yet.
        </p>
        <p>{look === null ? 'Looking for it.' : LOOKS[look.says]}</p>
        {look !== null && (
          <p>
            Last looked <Age at={look.at} />. It goes on by itself for about ten minutes. Another message can
            be written in a new tab.
          </p>
        )}
        <p className="flex flex-wrap gap-x-3">
          <TextLink to={messagesOf(attempt)}>
            {attempt.traceable ? 'Messages of this send' : 'All messages'}
          </TextLink>
          <TextLink to="/sends">All sends</TextLink>
        </p>
        <div className="mt-1 flex flex-wrap gap-2">
          <Button size="sm" onClick={onFindOut}>
            Find out now
          </Button>
          <AgentSays />
        </div>
      </div>
    </Banner>
  )
}

const LOOKS = {
  sent: 'It is still on its way to the API; the API has not answered yet.',
  unknown: 'The answer was lost. Switchboard looks for the messages at the API.',
  untraceable:
    'The answer was lost, and all ten tags were taken, so Switchboard cannot look for it. Look at the messages yourself.',
  'no-answer': 'Switchboard’s own server does not answer at the moment.',
}
