import type { MouseEvent, ReactNode } from 'react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useHref, useNavigate } from 'react-router'
import type { Column } from './virtual/column'
import { columnsFor } from './virtual/column'
import { SkeletonRows } from './virtual/SkeletonRows'
import { TableHeader } from './virtual/TableHeader'
import { TableRow } from './virtual/TableRow'
import { useActiveRow } from './virtual/useActiveRow'
import { useRowWindow } from './virtual/useRowWindow'
import { useWidth } from './virtual/useWidth'

export type { Column } from './virtual/column'

interface VirtualTableProps<Row> {
  /** The table's name. */
  label: string
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  /** Unique, and the same for the same thing from one load to the next. */
  rowKey: (row: Row) => string
  /** The page a row opens. Its first column becomes the link; a press anywhere else in the row follows it too. */
  rowHref?: (row: Row) => string
  /** In place of `rowHref`, for a row that opens something that is no page. */
  onOpen?: (row: Row) => void
  /** The link's name where the first column's words alone do not say which row it is; must contain them. */
  rowLabel?: (row: Row) => string
  /** How many rows there are in all, loaded or not; -1 when that is not known. */
  rowCount: number
  /** px; every row has this height. */
  rowHeight?: number
  /** A row on narrow screens, where it is `compactHeight` px high and has one cell. Without links or buttons inside. */
  renderCompact?: (row: Row) => ReactNode
  compactHeight?: number
  /** The key of the row whose details are shown beside the table. */
  selectedKey?: string | null
  /** Skeleton rows in place of rows, as long as there are none. */
  loading?: boolean
  /** Called once per number of rows when the end comes near. It must check by itself whether there is more. */
  onReachEnd?: () => void
  /** Under the rows: load more, the end, an error. Keep its height the same in all three. */
  footer?: ReactNode
}

const COMPACT_BELOW = 640
const NEAR_END = 30

/**
 * A table of any length that scrolls with the page and keeps at most 100 rows in the document. Arrow keys, Page, Home
 * and End move between rows, Enter opens; screen readers hear true row numbers. Rows have a fixed height.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, rows, rowKey, rowHref, onOpen, rowLabel, rowCount, rowHeight = 36 } = props
  const { renderCompact, compactHeight = 56, selectedKey = null, loading = false, onReachEnd, footer } = props
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const isCompact = renderCompact !== undefined && width > 0 && width < COMPACT_BELOW
  const height = isCompact ? compactHeight : rowHeight
  const shownColumns = columnsFor(columns, width)
  const template = isCompact ? 'minmax(0, 1fr)' : shownColumns.map((column) => column.width).join(' ')

  const shown = useRowWindow(body, rows.length, height)
  const active = useActiveRow({
    body,
    count: rows.length,
    rowHeight: height,
    settled: width > 0,
    keyAt: (index) => {
      const row = rows[index]
      return row === undefined ? null : rowKey(row)
    },
    indexOf: (key) => rows.findIndex((row) => rowKey(row) === key),
  })
  const tabStop = active.index >= 0 ? active.index : Math.min(shown.first, rows.length - 1)

  const nearEnd = shown.end >= rows.length - NEAR_END
  const reachEnd = useEffectEvent(() => onReachEnd?.())
  useEffect(() => {
    if (nearEnd && rows.length > 0) reachEnd()
  }, [nearEnd, rows.length])

  const navigate = useNavigate()
  const base = useHref('/').replace(/\/$/, '')
  const open = (event: MouseEvent) => {
    const index = pressedRow(event)
    const row = index === null ? undefined : rows[index]
    if (index === null || row === undefined) return
    if (event.button === 0) active.activate(index)
    if (onLink(event)) {
      if (!rowHref) onOpen?.(row)
      return
    }
    if (onControl(event) || selectsText()) return
    if (!rowHref) {
      if (event.button === 0) onOpen?.(row)
      return
    }
    if (event.button === 1 || event.metaKey || event.ctrlKey)
      window.open(base + rowHref(row), '_blank', 'noopener')
    else if (event.button === 0 && !event.shiftKey && !event.altKey) void navigate(rowHref(row))
  }

  const indexes = range(shown.start, shown.end)
  if (active.index >= 0 && active.index < shown.start) indexes.unshift(active.index)
  if (active.index >= shown.end) indexes.push(active.index)
  const skeleton = loading && rows.length === 0

  return (
    <div ref={frame} className="min-w-0 rounded-lg border border-line bg-surface text-sm">
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={rowCount < 0 ? -1 : rowCount + 1}
        aria-colcount={isCompact ? undefined : columns.length}
        aria-busy={loading || undefined}
      >
        <TableHeader
          columns={shownColumns}
          allColumns={shownColumns === columns ? null : columns}
          template={template}
          compactLabel={isCompact ? props.label : null}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens for the links inside */}
        <div
          ref={body}
          role="rowgroup"
          onKeyDown={active.onKeyDown}
          onClick={open}
          onAuxClick={open}
          className="relative overflow-clip bg-surface"
          style={{
            height: skeleton ? undefined : rows.length * height,
            backgroundImage: 'linear-gradient(to top, var(--color-line) 1px, transparent 1px)',
            backgroundSize: `100% ${height}px`,
          }}
        >
          {skeleton && (
            <SkeletonRows columns={isCompact ? 1 : shownColumns.length} template={template} height={height} />
          )}
          {indexes.map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const key = rowKey(row)
            return (
              <TableRow
                key={key}
                row={row}
                index={index}
                rowHeight={height}
                columns={shownColumns}
                allColumns={shownColumns === columns ? null : columns}
                template={template}
                compact={isCompact ? renderCompact : null}
                href={rowHref ? rowHref(row) : null}
                label={rowLabel?.(row)}
                opens={onOpen !== undefined}
                tabStop={index === tabStop}
                selected={key === selectedKey}
              />
            )
          })}
        </div>
      </div>
      {footer && (
        <div className="flex min-h-12 items-center justify-center px-3 py-2 text-text-2">{footer}</div>
      )}
    </div>
  )
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset)
}

function pressedRow(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  const index = row?.dataset['index']
  return index === undefined ? null : Number(index)
}

function onLink(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-row-link]') !== null
}

function onControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null
}

/** True while text is marked: a press that ends marking a number to copy it must not open the row. */
function selectsText(): boolean {
  return window.getSelection()?.isCollapsed === false
}
