import type { ReactNode } from 'react'
import { memo } from 'react'
import { Link } from 'react-router'
import type { Column } from './column'
import { cx } from '../cx'

export interface TableRowProps<Row> {
  row: Row
  index: number
  rowHeight: number
  columns: ReadonlyArray<Column<Row>>
  /** Set where columns are hidden, so that a cell can say which one it is. */
  allColumns: ReadonlyArray<Column<Row>> | null
  template: string
  compact: ((row: Row) => ReactNode) | null
  href: string | null
  label: string | undefined
  opens: boolean
  tabStop: boolean
  selected: boolean
}

const ROW_LINK = 'min-w-0 truncate rounded-sm text-left text-text outline-none'

/** What is pressed to open a row. The focus ring is drawn around the whole row, see Row below. */
function RowLink({ href, label, tabStop, opens, className, children }: RowLinkProps) {
  const shared = {
    'data-row-link': '',
    tabIndex: tabStop ? 0 : -1,
    'aria-label': label,
    className: cx(ROW_LINK, className),
  }
  if (href !== null) {
    return (
      <Link {...shared} to={href}>
        {children}
      </Link>
    )
  }
  if (!opens) return children
  return (
    <button {...shared} type="button">
      {children}
    </button>
  )
}

interface RowLinkProps {
  href: string | null
  label: string | undefined
  tabStop: boolean
  opens: boolean
  className: string
  children: ReactNode
}

function Row<Row>(props: TableRowProps<Row>) {
  const { row, index, rowHeight, columns, allColumns, template, compact, href, label, opens, tabStop } = props
  const interactive = href !== null || opens
  const link = { href, label, tabStop, opens }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-current={props.selected || undefined}
      data-index={index}
      className={cx(
        'absolute inset-x-0 top-0 grid items-center gap-x-4 px-3 forced-colors:border-b',
        'has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:-outline-offset-2 has-[[data-row-link]:focus-visible]:outline-focus',
        interactive && 'cursor-pointer',
        props.selected ? 'bg-selected' : interactive && 'hover:bg-hover',
      )}
      style={{
        // One px less than its place: the lines between rows are painted behind them, and stay in sight.
        height: rowHeight - 1,
        transform: `translateY(${index * rowHeight}px)`,
        gridTemplateColumns: template,
      }}
    >
      {compact ? (
        <div role="cell" className="min-w-0">
          <RowLink {...link} className="block w-full overflow-hidden">
            {compact(row)}
          </RowLink>
        </div>
      ) : (
        columns.map((column, position) => (
          <div
            key={column.key}
            role="cell"
            aria-colindex={allColumns ? allColumns.indexOf(column) + 1 : undefined}
            className={cx('min-w-0 truncate', column.align === 'end' && 'text-right')}
          >
            {position === 0 ? (
              <RowLink {...link} className="block">
                {column.cell(row)}
              </RowLink>
            ) : (
              column.cell(row)
            )}
          </div>
        ))
      )}
    </div>
  )
}

/** One row. Renders again only when its data, its place or its state has changed. */
// `memo` forgets type parameters; the component is the same one, so its own type is the true one.
export const TableRow = memo(Row) as unknown as typeof Row
