import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** Why there is nothing. */
  children?: ReactNode
  /** The one next step. */
  action?: ReactNode
}

/** Nothing to show, why, and the one thing to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <p className="max-w-full text-base font-medium wrap-anywhere">{title}</p>
      {children && <div className="max-w-[60ch] text-sm text-pretty text-text-2">{children}</div>}
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
