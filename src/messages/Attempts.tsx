import type { Attempt, MessageStatus } from '#/comms'
import { CodeExplanation } from '#/errors/CodeExplanation'
import { cx } from '#/ui/cx'
import { ExternalLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { nameOfChannel } from './channel'
import { MessageStatusMark } from './MessageStatusMark'
import { partyFrom } from './party'
import { PartyName } from './PartyName'
import { describeStatus } from './status'

interface AttemptsProps {
  attempts: Attempt[]
  /** Of the message as a whole. */
  status: MessageStatus
}

/**
 * Each try to reach the person, first to last (section 4.1, point 4), with the reason where one failed; and with what
 * to do where none came after it and the person was not reached.
 */
export function Attempts({ attempts, status }: AttemptsProps) {
  const { group } = describeStatus(status)
  const isOpen = group === 'reached' || group === 'underway' || group === 'waiting'
  if (attempts.length === 0) return <p className="text-sm text-text-2">No attempt has been made yet.</p>
  return (
    <ol className="flex flex-col">
      {attempts.map((attempt, i) => (
        // Attempts have no id, and new ones only come at the end.
        <li
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          className="relative flex flex-col gap-2 border-l-2 border-line pb-5 pl-4 last:pb-0"
        >
          <span aria-hidden className="absolute top-1.5 -left-[5px] size-2 rounded-full bg-neutral-solid" />
          <AttemptLine attempt={attempt} />
          {attempt.error && <AttemptError error={attempt.error} past={isOpen || i < attempts.length - 1} />}
          {attempt.infoUrl && (
            <p className="text-sm">
              <ExternalLink href={attempt.infoUrl}>Log in the Twilio Console</ExternalLink>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function AttemptLine({ attempt: { from, to, status, attemptedAt } }: { attempt: Attempt }) {
  const channel = from?.channel ?? to[0]?.channel
  const [address, ...others] = to
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="w-20 font-medium">{channel ? nameOfChannel(channel) : 'Attempt'}</span>
      <MessageStatusMark status={status} />
      <span className="text-text-2">
        from <PartyName party={partyFrom(from)} none="a sender that is not reported" />
        {address && (
          <>
            {' '}
            to{' '}
            <PartyName party={{ name: address.address, channel: address.channel, others: others.length }} />
          </>
        )}
      </span>
      {attemptedAt && <Time at={attemptedAt} className="text-text-2" />}
    </p>
  )
}

function AttemptError({ error, past }: { error: NonNullable<Attempt['error']>; past: boolean }) {
  if (error.code === null) {
    return <p className="text-sm break-words text-text-2">Twilio’s words, without a code: {error.message}</p>
  }
  return (
    <div className={cx('rounded-md border bg-surface p-3', past ? 'border-line' : 'border-red-line')}>
      <CodeExplanation code={error.code} message={error.message} past={past} />
    </div>
  )
}
