import type { Tone } from './tone'
import { TONE_FILL } from './tone'
import { cx } from './cx'

/** The fill of a bar's segment as a small square, for the legend beside the bar. */
export function Swatch({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('inline-block size-3 shrink-0 rounded-[3px]', TONE_FILL[tone], className)}
    />
  )
}
