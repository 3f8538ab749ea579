import ExternalIcon from 'lucide-react/icons/arrow-up-right'
import type { ReactNode } from 'react'
import type { LinkProps } from 'react-router'
import { Link } from 'react-router'
import { cx } from './cx'

const LINK =
  'rounded-sm text-accent-text underline decoration-current/40 underline-offset-2 hover:decoration-current'

/** A link to another page of this program, in text or in a table. */
export function TextLink({ className, ...rest }: Omit<LinkProps, 'className'> & { className?: string }) {
  return <Link {...rest} className={cx(LINK, className)} />
}

/** A link out of this program. It opens a new tab and says so; the target learns nothing about this page. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={LINK}>
      {children}
      <ExternalIcon size={12} aria-hidden className="ml-0.5 inline align-baseline" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
