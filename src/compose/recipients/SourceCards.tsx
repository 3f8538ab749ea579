import { useDesk, useDraft } from '../desk'
import { useChangeWho } from '../draft/useChangeWho'
import { matchColumns, putBack } from '../draft/who'
import type { Checked, SourceReport } from '../reading/checked'
import type { List } from '../reading/list'
import type { Matching } from '../reading/table'
import { SourceCard } from './SourceCard'
import { canReadAgain } from './useAddList'

interface SourceCardsProps {
  checked: Checked
  onReadAgain: (list: List, how: { encoding?: string; sheet?: string }) => void
}

/** Where the numbers come from: the text box, where something is to be said of it, and each file and paste. */
export function SourceCards({ checked, onReadAgain }: SourceCardsProps) {
  const { columns } = useDesk()
  const { change, changeWithUndo } = useChangeWho()
  const lists = useDraft(({ who }) => who.lists)
  const match = (report: SourceReport, matching: Matching) => {
    const headings = report.columns.map(({ heading }) => heading)
    if (matching.header >= 0 && headings.some((heading) => heading !== '')) columns.keep(headings, matching)
    change((who) => matchColumns(who, report, matching))
  }
  const remove = (list: List) =>
    changeWithUndo(`${list.name} removed`, (who) => ({
      ...who,
      lists: who.lists.filter(({ id }) => id !== list.id),
    }))
  const { typed } = checked
  const hasTyped = typed.form === 'table' || typed.leftOutCount > 0
  if (!hasTyped && lists.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {hasTyped && (
        <SourceCard
          list={null}
          report={typed}
          onMatch={(matching) => match(typed, matching)}
          onPutBack={(raw) => change((who) => putBack(who, raw))}
        />
      )}
      {lists.map((list) => {
        const report = checked.lists.find(({ id }) => id === list.id)
        return (
          <SourceCard
            key={list.id}
            list={list}
            report={report ?? null}
            onMatch={(matching) => report && match(report, matching)}
            onPutBack={(raw) => change((who) => putBack(who, raw))}
            onRemove={() => remove(list)}
            {...(canReadAgain(list) && { onReadAgain: (how) => onReadAgain(list, how) })}
          />
        )
      })}
    </div>
  )
}
