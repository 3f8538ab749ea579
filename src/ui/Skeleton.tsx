import { cx } from './cx'

/**
 * A quiet block in the place and size of what is still loading (give both by `className`). Hidden from screen readers:
 * the region around it should be `aria-busy`.
 */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('animate-pulse rounded-sm bg-sunken', className ?? 'h-4 w-full')} />
}

/** Lines of text that are still loading, the last one shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cx('h-3', line === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  )
}
