import type { ReactNode } from 'react'
import { ToneIcon } from './ToneIcon'
import type { Tone } from './tone'
import { TONE_SOFT } from './tone'
import { cx } from './cx'

interface BannerProps {
  tone: Tone
  children: ReactNode
  /** Links or small buttons, at the right. */
  actions?: ReactNode
  /** Has screen readers say it when it appears: `polite` after what they are saying, `alert` at once. */
  live?: 'polite' | 'alert'
  className?: string
}

/** A notice in the flow of a page: stale figures, a limit, something that is missing. */
export function Banner({ tone, children, actions, live, className }: BannerProps) {
  return (
    <div
      role={live === 'alert' ? 'alert' : live === 'polite' ? 'status' : undefined}
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-3 py-2 text-sm',
        TONE_SOFT[tone],
        className,
      )}
    >
      {/* By its own width, not the window's: where text and actions do not fit side by side, the actions go below. */}
      <div className="flex min-w-0 flex-[1_1_18rem] gap-2">
        <ToneIcon tone={tone} className="mt-1" />
        <div className="min-w-0 text-pretty">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
