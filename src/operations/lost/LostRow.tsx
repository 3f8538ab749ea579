import { RETRY_WORDS, TURN_WORDS } from '#/errors/explanationWords'
import { useExplanation } from '#/errors/useExplanation'
import { StatusMark } from '#/ui/StatusMark'
import { TextLink } from '#/ui/TextLink'
import { number } from '../ledgerWords'
import type { LostGroup } from './groupErrors'

const ROW = 'border-t border-line align-baseline first:border-t-0'

/** One reason: how many messages it struck, what it means, whose turn it is, and one of the messages. */
export function LostRow({ group }: { group: LostGroup }) {
  return group.code === null ? <WordsRow group={group} /> : <CodeRow group={group} code={group.code} />
}

function CodeRow({ group, code }: { group: LostGroup; code: number }) {
  const { explanation, loading } = useExplanation(code)
  const { title, retry, turn } = explanation
  const isTold = explanation.known && !loading
  const again = isTold && (
    <StatusMark tone={RETRY_WORDS[retry].tone} title={RETRY_WORDS[retry].sentence}>
      {RETRY_WORDS[retry].label}
    </StatusMark>
  )
  return (
    <tr className={ROW}>
      <Count group={group} />
      <th scope="row" className="px-3 py-2 text-left font-normal break-words">
        <TextLink to={`/errors/${code}`}>{code}</TextLink> {isTold && title}
        <div className="text-text-2 md:hidden">{again}</div>
      </th>
      <td className="hidden px-3 text-text-2 md:table-cell">{isTold && TURN_WORDS[turn].label}</td>
      <td className="hidden px-3 md:table-cell">{again}</td>
      <Example group={group} />
    </tr>
  )
}

function WordsRow({ group }: { group: LostGroup }) {
  return (
    <tr className={ROW}>
      <Count group={group} />
      <th scope="row" className="px-3 py-2 text-left font-normal break-words text-text-2">
        Without a code, in Twilio’s words: {group.message}
      </th>
      <td className="hidden px-3 text-text-3 md:table-cell">not known</td>
      <td className="hidden px-3 text-text-3 md:table-cell">not known</td>
      <Example group={group} />
    </tr>
  )
}

function Count({ group }: { group: LostGroup }) {
  return <td className="px-3 py-2 text-right font-semibold tabular-nums">{number(group.messages)}</td>
}

function Example({ group: { example, messages, code } }: { group: LostGroup }) {
  return (
    <td className="px-3 py-2">
      {example !== null && (
        <TextLink to={`/messages/${example}`}>
          {messages === 1 ? 'Open it' : 'Open one'}
          <span className="sr-only">, {code ?? 'without a code'}</span>
        </TextLink>
      )}
    </td>
  )
}
