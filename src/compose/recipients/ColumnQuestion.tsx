import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import type { SourceReport } from '../reading/checked'
import type { Matching } from '../reading/table'

/** Asks which column is the phone number, where more than one could be. Nothing of the table is sent to before. */
export function ColumnQuestion({
  report,
  onChange,
}: {
  report: SourceReport
  onChange: (matching: Matching) => void
}) {
  const { columns, matching } = report
  const rivals = columns.flatMap(({ numbers }, column) => (numbers > 0 ? [column] : []))
  const choose = (column: number) =>
    onChange({
      ...matching,
      numbers: [column],
      names: matching.names.filter((one) => one !== column),
    })
  return (
    <Banner tone="amber" live="polite">
      <div data-part="column-question" className="flex flex-col items-start gap-2">
        <p>
          {rivals.length > 1
            ? 'More than one column could be the phone number. Which one is it?'
            : 'No column is clearly the phone number. Which one is it?'}
        </p>
        <div className="flex flex-wrap gap-2">
          {(rivals.length > 0 ? rivals : columns.map((_, column) => column)).map((column) => (
            <Button key={column} size="sm" onClick={() => choose(column)}>
              <bdi>{columns[column]?.label}</bdi>
              <span className="font-normal text-text-2">{columns[column]?.samples[0]}</span>
            </Button>
          ))}
        </div>
      </div>
    </Banner>
  )
}
