import type { ReactNode } from 'react'
import { ToneIcon } from './ToneIcon'
import type { Tone } from './tone'
import { TONE_SOFT } from './tone'
import { cx } from './cx'

interface BadgeProps {
  tone: Tone
  children: ReactNode
  title?: string
  /** Leaves the shape out: for a label that is no state, such as a tag or a count. */
  plain?: boolean
}

/** A word in a tinted box, with the shape of its tone in front. For the one status a page is about. */
export function Badge({ tone, children, title, plain = false }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-sm border px-2 text-sm font-medium',
        TONE_SOFT[tone],
      )}
    >
      {!plain && <ToneIcon tone={tone} />}
      {children}
    </span>
  )
}
