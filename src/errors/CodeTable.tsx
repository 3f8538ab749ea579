import { Link } from 'react-router'
import { StatusMark } from '#/ui/StatusMark'
import type { Explanation } from './explanation'
import { RETRY_WORDS, TURN_WORDS } from './explanationWords'

/** Codes as rows, each a link to its explanation. On narrow screens the columns fold under the title. */
export function CodeTable({ explanations, label }: { explanations: readonly Explanation[]; label: string }) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-sm">
      <colgroup>
        <col className="w-16" />
        <col />
        <col className="hidden w-32 md:table-column" />
        <col className="hidden w-44 md:table-column" />
      </colgroup>
      <thead className="max-md:sr-only">
        <tr className="h-7 border-b border-line bg-page text-left text-xs text-text-2">
          <th scope="col" className="pl-3 font-medium">
            Code
          </th>
          <th scope="col" className="px-3 font-medium">
            What it means
          </th>
          <th scope="col" className="px-3 font-medium">
            Whose turn
          </th>
          <th scope="col" className="px-3 font-medium">
            Send again?
          </th>
        </tr>
      </thead>
      <tbody>
        {explanations.map((explanation) => (
          <CodeRow key={explanation.code} explanation={explanation} />
        ))}
      </tbody>
    </table>
  )
}

function CodeRow({ explanation }: { explanation: Explanation }) {
  const { code, turn, retry } = explanation
  const again = RETRY_WORDS[retry]
  return (
    <tr className="relative h-9 border-t border-line first:border-t-0 hover:bg-hover">
      <td className="py-2 pl-3 align-baseline font-mono md:py-0 md:align-middle">{code}</td>
      <th scope="row" className="px-3 py-2 text-left align-baseline font-normal md:py-0 md:align-middle">
        <Words explanation={explanation} />
      </th>
      <td className="hidden px-3 text-text-2 md:table-cell">{TURN_WORDS[turn].label}</td>
      <td className="hidden px-3 md:table-cell">
        <StatusMark tone={again.tone}>{again.label}</StatusMark>
      </td>
    </tr>
  )
}

function Words({ explanation: { code, title, meaning, turn, retry } }: { explanation: Explanation }) {
  const again = RETRY_WORDS[retry]
  return (
    <div className="flex min-w-0 flex-col md:flex-row md:gap-x-3">
      <Link to={`/errors/${code}`} className={ROW_LINK}>
        {title}
      </Link>
      <span className="min-w-0 text-text-2 md:truncate">{meaning}</span>
      <span className="mt-0.5 flex flex-wrap gap-x-3 text-text-2 md:hidden">
        <StatusMark tone={again.tone}>{again.label}</StatusMark>
        <span>{TURN_WORDS[turn].label}</span>
      </span>
    </div>
  )
}

/** The link covers its row, so that the row can be pressed anywhere, and the focus ring goes around the row. */
const ROW_LINK =
  'shrink-0 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 ' +
  'focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus'
