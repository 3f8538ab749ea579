import type { Column } from './column'
import { cx } from '../cx'

interface TableHeaderProps<Row> {
  columns: ReadonlyArray<Column<Row>>
  allColumns: ReadonlyArray<Column<Row>> | null
  template: string
  /** The name of the one column of compact rows, for screen readers only; `null` when rows are not compact. */
  compactLabel: string | null
}

/** The names of the columns; stays under the band while the rows scroll. */
export function TableHeader<Row>({ columns, allColumns, template, compactLabel }: TableHeaderProps<Row>) {
  if (compactLabel !== null) {
    return (
      <div role="rowgroup" className="sr-only">
        <div role="row" aria-rowindex={1}>
          <div role="columnheader">{compactLabel}</div>
        </div>
      </div>
    )
  }
  return (
    <div role="rowgroup" className="sticky top-(--frame-top,0px) z-10">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 items-center gap-x-4 rounded-t-lg border-b border-line-strong bg-surface px-3 text-xs font-medium text-text-2"
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={allColumns ? allColumns.indexOf(column) + 1 : undefined}
            className={cx('min-w-0 truncate', column.align === 'end' && 'text-right')}
          >
            {column.header}
          </div>
        ))}
      </div>
    </div>
  )
}
