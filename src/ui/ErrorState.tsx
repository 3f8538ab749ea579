import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton'
import { Disclosure } from './Disclosure'
import { ToneIcon } from './ToneIcon'
import type { Tone } from './tone'

interface ErrorStateProps {
  /** What happened, in a few words. */
  title: string
  /** What it means and what to do. */
  children: ReactNode
  /** Ways on: try again, go elsewhere. */
  actions?: ReactNode
  /** What somebody who can fix it needs: request, status, body, stack. Shown on demand, with a copy button. */
  details?: string
  /** Amber where waiting or a setting helps, red where something broke. */
  tone?: Extract<Tone, 'red' | 'amber' | 'neutral'>
}

/** A part of a page, or a whole one, that could not be shown. Read out by screen readers when it appears. */
export function ErrorState({ title, children, actions, details, tone = 'red' }: ErrorStateProps) {
  return (
    <div role="alert" className="rounded-lg border border-line-strong bg-surface p-4">
      <div className="flex gap-3">
        <ToneIcon tone={tone} className="mt-1" />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <p className="text-base font-semibold">{title}</p>
          <div className="max-w-[72ch] text-base text-pretty text-text-2">{children}</div>
          {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
          {details && (
            <Disclosure summary="Details">
              <pre className="max-h-64 overflow-auto rounded-md border border-line bg-page p-3 font-mono text-xs whitespace-pre-wrap break-words text-text-2">
                {details}
              </pre>
              <div className="mt-2">
                <CopyButton look="button" label="Copy details" text={details} />
              </div>
            </Disclosure>
          )}
        </div>
      </div>
    </div>
  )
}
