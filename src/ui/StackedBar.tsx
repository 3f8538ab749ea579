import { formatNumber } from './formatNumber'
import type { Tone } from './tone'
import { TONE_FILL } from './tone'
import { cx } from './cx'

export interface BarSegment {
  key: string
  label: string
  count: number
  tone: Tone
}

interface StackedBarProps {
  /** Read out in place of the bar, e.g. "214 people: 131 delivered, 57 queued". */
  label: string
  segments: ReadonlyArray<BarSegment>
  /** What the full width stands for. Defaults to the sum; what is above the sum stays empty. */
  total?: number
  size?: 'sm' | 'md'
  className?: string
}

/**
 * Counts as parts of one bar, in the order given. A count above zero is at least 3 px wide: three lost among ten
 * thousand must be seen.
 */
export function StackedBar({ label, segments, total, size = 'md', className }: StackedBarProps) {
  const shown = segments.filter((segment) => segment.count > 0)
  const sum = shown.reduce((all, segment) => all + segment.count, 0)
  const rest = Math.max(0, (total ?? sum) - sum)
  return (
    <div
      role="img"
      aria-label={label}
      className={cx(
        'flex w-full min-w-16 gap-px overflow-hidden rounded-sm bg-sunken forced-colors:border',
        size === 'sm' ? 'h-2' : 'h-4',
        className,
      )}
    >
      {shown.map((segment) => (
        <div
          key={segment.key}
          title={`${segment.label}: ${formatNumber(segment.count)}`}
          className={cx('h-full min-w-[3px]', TONE_FILL[segment.tone])}
          style={{ flex: `${segment.count} 1 0` }}
        />
      ))}
      {rest > 0 && <div style={{ flex: `${rest} 1 0` }} />}
    </div>
  )
}
