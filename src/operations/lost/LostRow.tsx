import { RETRY_WORDS, TURN_WORDS } from '#/errors/explanationWords'
import { useExplanation } from '#/errors/useExplanation'
import { StatusMark } from '#/ui/StatusMark'
import { TextLink } from '#/ui/TextLink'
import { number } from '../ledgerWords'
import type { LostGroup } from './groupErrors'

/** One reason: how many it struck, what it means in a few words, and whether to send again. */
export function LostRow({ group }: { group: LostGroup }) {
  const { code, message, messages, example } = group
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 px-3 py-2 md:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <span className="text-right font-semibold tabular-nums">
        {number(messages)}
        <span className="sr-only"> {messages === 1 ? 'message' : 'messages'}:</span>
      </span>
      {code === null ? (
        <span className="break-words text-text-2">Without a code, in Twilio’s words: {message}</span>
      ) : (
        <Coded code={code} />
      )}
      {example !== null && (
        <TextLink to={`/messages/${example}`} className="max-md:col-start-2 max-md:justify-self-start">
          {messages === 1 ? 'Open the message' : 'Open one of them'}
          <span className="sr-only">, {code ?? 'without a code'}</span>
        </TextLink>
      )}
    </li>
  )
}

function Coded({ code }: { code: number }) {
  const { explanation, loading } = useExplanation(code)
  const { known, title, retry, turn } = explanation
  return (
    <span className="flex min-w-0 flex-wrap gap-x-4 gap-y-1">
      <span className="min-w-0 break-words">
        <TextLink to={`/errors/${code}`}>{code}</TextLink> {known && !loading && title}
      </span>
      {known && !loading && (
        <span className="flex flex-wrap gap-x-4 text-text-2">
          <StatusMark tone={RETRY_WORDS[retry].tone} title={RETRY_WORDS[retry].sentence}>
            {RETRY_WORDS[retry].label}
          </StatusMark>
          <span title={TURN_WORDS[turn].sentence}>Turn: {TURN_WORDS[turn].label}</span>
        </span>
      )}
    </span>
  )
}
