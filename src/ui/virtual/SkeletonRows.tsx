import { Skeleton } from '../Skeleton'

const ROWS = 12

/** Rows that are still loading, as high and as wide as real ones. */
export function SkeletonRows({
  columns,
  template,
  height,
}: {
  columns: number
  template: string
  height: number
}) {
  return (
    <div aria-hidden>
      {Array.from({ length: ROWS }, (_, row) => (
        <div
          key={row}
          className="grid items-center gap-x-4 px-3"
          style={{ height, gridTemplateColumns: template }}
        >
          {Array.from({ length: columns }, (_column, column) => (
            // Widths vary a little, like text does, and are the same each time.
            <div key={column} style={{ width: `${55 + ((row * 7 + column * 13) % 5) * 9}%` }}>
              <Skeleton className="h-3" />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
