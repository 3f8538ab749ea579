import type { ReactNode } from 'react'
import { ToneIcon } from './ToneIcon'
import type { Tone } from './tone'
import { cx } from './cx'

/** A status in running text or in a table cell: shape and word, no box. `title` may explain the word. */
export function StatusMark({
  tone,
  children,
  title,
  className,
}: {
  tone: Tone
  children: ReactNode
  title?: string
  className?: string
}) {
  return (
    <span
      title={title}
      className={cx('inline-flex items-center gap-1.5 align-top whitespace-nowrap', className)}
    >
      <ToneIcon tone={tone} />
      {children}
    </span>
  )
}
