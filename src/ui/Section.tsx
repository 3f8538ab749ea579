import type { ReactNode } from 'react'
import { useId } from 'react'
import { cx } from './cx'

interface SectionProps {
  title: ReactNode
  /** Hides the title from sight, not from screen readers. */
  titleHidden?: boolean
  /** Beside the title: a count, an age. */
  meta?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Draws a frame around the content. */
  framed?: boolean
  className?: string
}

/** A named part of a page (an `h2` and a region). */
export function Section({
  title,
  titleHidden,
  meta,
  actions,
  children,
  framed = false,
  className,
}: SectionProps) {
  const titleId = useId()
  const headed = !titleHidden || meta || actions
  return (
    <section aria-labelledby={titleId} className={cx('min-w-0', className)}>
      <div className={headed ? 'mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1' : 'sr-only'}>
        <h2 id={titleId} className={titleHidden ? 'sr-only' : 'text-base font-semibold'}>
          {title}
        </h2>
        {meta && <div className="text-sm text-text-2">{meta}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {framed ? <Card>{children}</Card> : children}
    </section>
  )
}

/** A frame around what belongs together. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('rounded-lg border border-line bg-surface p-4', className)}>{children}</div>
}
