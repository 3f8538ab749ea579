import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PageTitle } from './PageTitle'

interface PageHeaderProps {
  title: ReactNode
  /** The words of the browser tab; needed when `title` is not plain text. */
  documentTitle?: string
  back?: { to: string; label: string }
  /** What belongs to the title and changes: status, counts, age of the figures. */
  meta?: ReactNode
  /** Buttons, at the right (below the title on narrow screens). */
  actions?: ReactNode
}

/**
 * The top of every page: its one `h1` (focused by the frame after navigation), the way back, live facts and actions.
 * Keep it mounted while the page loads, so that nothing beneath it moves.
 */
export function PageHeader({ title, documentTitle, back, meta, actions }: PageHeaderProps) {
  const tabTitle = documentTitle ?? (typeof title === 'string' ? title : null)
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {tabTitle !== null && <PageTitle title={tabTitle} />}
      <div className="flex min-w-0 flex-auto flex-wrap items-center gap-x-3 gap-y-1">
        {back && (
          <Link
            to={back.to}
            className="-ml-1 inline-flex h-8 items-center gap-1 rounded-sm px-1 text-sm text-text-2 hover:text-text"
          >
            <ArrowLeft size={14} aria-hidden />
            {back.label}
          </Link>
        )}
        <h1 tabIndex={-1} className="min-w-0 text-lg font-semibold wrap-anywhere tracking-tight text-text">
          {title}
        </h1>
        {meta && (
          <div className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-2">
            {meta}
          </div>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
