import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { cx } from './cx'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  defaultOpen?: boolean
  className?: string
}

/** A part that is closed until asked for. Its content is first made when it is opened. */
export function Disclosure({ summary, children, defaultOpen = false, className }: DisclosureProps) {
  const [seen, setSeen] = useState(defaultOpen)
  return (
    <details
      open={defaultOpen || undefined}
      onToggle={(event) => event.currentTarget.open && setSeen(true)}
      className={cx('group', className)}
    >
      <summary className="-ml-1 inline-flex h-8 list-none items-center gap-1 rounded-sm px-1 text-sm font-medium text-text-2 hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight size={14} aria-hidden className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {seen && <div className="pt-1">{children}</div>}
    </details>
  )
}
