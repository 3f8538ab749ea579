import Ellipsis from 'lucide-react/icons/ellipsis'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'react-router'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { Skeleton } from '#/ui/Skeleton'
import { ToneIcon } from '#/ui/ToneIcon'
import { useConnection } from './connection'
import { Mark } from './Mark'
import { useOnline } from './useOnline'
import { wordConnection } from './wordConnection'

/** Loaded with the simulator only. A band without it is better than no page, so a failure to load is passed over. */
const SimulatorBand = lazy(async () => {
  try {
    return { default: (await import('./band/SimulatorBand')).SimulatorBand }
  } catch {
    return { default: () => null }
  }
})

const LOOKS = {
  simulator: 'bg-selected text-accent-text',
  account: 'bg-surface text-text',
  problem: 'bg-red-soft text-red-text',
  unknown: 'bg-amber-soft text-amber-text',
}

/** The band on top of every page: whether a send would reach real phones, by colour and word. */
export function ConnectionBand({ onShowMore }: { onShowMore: () => void }) {
  const { data, error } = useConnection()
  const words = wordConnection(data, { failed: error !== null, online: useOnline() })
  return (
    <header
      className={cx(
        'sticky top-0 z-30 flex h-(--frame-top) items-center gap-3 border-b border-line-strong px-3 text-sm',
        LOOKS[words?.look ?? 'account'],
      )}
    >
      <Link
        to="/operations"
        className="flex items-center gap-2 rounded-sm font-semibold text-text md:w-49 md:shrink-0"
      >
        <Mark />
        <span className="sr-only md:not-sr-only">Switchboard</span>
      </Link>
      <div role="status" aria-label="Connection" className="flex min-w-0 flex-1 items-center">
        {words ? (
          <p className="flex min-w-0 items-center gap-2" title={words.title}>
            {words.tone && <ToneIcon tone={words.tone} />}
            <strong className="shrink-0 font-semibold">{words.state}</strong>
            <span className="min-w-0 truncate">{joined(words.facts)}</span>
          </p>
        ) : (
          <Skeleton className="h-3 w-48" />
        )}
      </div>
      {words?.look === 'simulator' ? (
        <Suspense fallback={null}>
          <SimulatorBand />
        </Suspense>
      ) : (
        <Link to="/contract" className="rounded-sm underline-offset-2 hover:underline max-md:hidden">
          Contract
        </Link>
      )}
      <div className="md:hidden">
        <IconButton label="Open id, theme, contract" onClick={onShowMore}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      </div>
    </header>
  )
}

function joined(facts: readonly string[]): ReactNode {
  return facts.map((fact, position) => (
    <span key={fact}>
      {position > 0 && <span className="px-1.5">·</span>}
      {fact}
    </span>
  ))
}
