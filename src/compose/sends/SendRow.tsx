import { formatFull, toMillis } from '#/ui/formatTime'
import { StatusMark } from '#/ui/StatusMark'
import { TextLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { SEND_KEY_TAG } from '#/tags/sendKey'
import { messagesWithTag, TagList } from '#/tags/TagList'
import type { JournalEntry } from '../send/journal'
import { people } from '../words'
import { outcomeOf } from './outcome'

/** One send: when, to how many, what became of it, and the way to its operation or its messages. */
export function SendRow({ entry }: { entry: JournalEntry }) {
  const { key, at, recipients, tags, by, operationId, state, traceable, errors } = entry
  const { word, tone, sentence } = outcomeOf(entry)
  const codes = [...new Set(errors.map(({ code }) => code))].filter((code) => code !== null)
  // In a list of links alone, "Operation" would be the name of each.
  const which = `of the send to ${people(recipients)}, ${formatFull(toMillis(at))}`
  const hasMessages = traceable && (state === 'accepted' || state === 'unknown' || state === 'not-found')
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm first:border-t-0 sm:grid-cols-[8rem_8rem_minmax(0,1fr)_auto]">
      <span className="flex gap-x-3 sm:contents">
        <Time at={at} />
        <span>{people(recipients)}</span>
      </span>
      <span className="flex min-w-0 flex-col gap-1">
        <StatusMark tone={tone}>
          <span className="font-medium">{word}</span>
          {by !== null && <span className="text-text-2">by {by}</span>}
        </StatusMark>
        {sentence && <span className="text-pretty text-text-2">{sentence}</span>}
        {codes.length > 0 && (
          <span className="flex flex-wrap gap-x-3">
            {codes.slice(0, 5).map((code) => (
              <TextLink key={code} to={`/errors/${code}`}>
                What code {code} means
              </TextLink>
            ))}
          </span>
        )}
        {Object.keys(tags).length > 0 && <TagList tags={tags} />}
      </span>
      <span className="flex gap-x-3 sm:justify-end">
        {operationId !== null && (
          <TextLink to={`/operations/${encodeURIComponent(operationId)}`} aria-label={`Operation ${which}`}>
            Operation
          </TextLink>
        )}
        {operationId === null && hasMessages && (
          <TextLink to={messagesWithTag(SEND_KEY_TAG, key)} aria-label={`Its messages, ${which}`}>
            Its messages
          </TextLink>
        )}
      </span>
    </li>
  )
}
