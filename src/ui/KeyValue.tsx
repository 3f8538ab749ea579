import type { ReactNode } from 'react'
import { cx } from './cx'

interface KeyValueProps {
  /** Pairs in order; a pair whose value is null, undefined or false is left out. */
  items: ReadonlyArray<readonly [label: string, value: ReactNode]>
  className?: string
}

/** Facts as label and value, in two aligned columns; the value goes under the label where there is no room. */
export function KeyValue({ items, className }: KeyValueProps) {
  return (
    <dl
      className={cx(
        'grid grid-cols-1 gap-x-4 text-sm sm:grid-cols-[minmax(7rem,max-content)_minmax(0,1fr)]',
        className,
      )}
    >
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== false)
        .map(([label, value]) => (
          <div key={label} className="col-span-full grid grid-cols-subgrid py-1">
            <dt className="text-text-2">{label}</dt>
            <dd className="min-w-0 break-words text-text">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
