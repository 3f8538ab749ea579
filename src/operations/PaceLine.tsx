import { Age } from '#/ui/Age'
import { useNow } from '#/ui/clock'
import { formatSpan } from '#/ui/formatTime'
import { StatusMark } from '#/ui/StatusMark'
import { Time } from '#/ui/Time'
import type { Ledger } from './ledger'
import { paceOf, pacesOf } from './pace'
import type { Followed } from './polling'
import { Sparkline } from './Sparkline'

interface PaceLineProps {
  followed: Followed
  ledger: Ledger
  atRest: boolean
}

/** How fast it goes and how long it will take; and when nothing moves, for how long that has been so. */
export function PaceLine({ followed, ledger, atRest }: PaceLineProps) {
  const { changedAt, followedAt, samples, operation } = followed
  if (atRest) {
    if (operation.updatedAt === null) return null
    return (
      <p className="flex min-h-6 items-center gap-1 text-sm text-text-2">
        Last change reported by the API: <Time at={operation.updatedAt} />
      </p>
    )
  }
  const pace = paceOf(samples, ledger.underway)
  const paces = pacesOf(samples).map(({ at, perSecond }) => ({ at, value: perSecond }))
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-text-2">
      {pace && <span>{rateWords(pace.perSecond)}</span>}
      {pace && <span>about {formatSpan(pace.left)} left</span>}
      {changedAt === null ? (
        <span>
          no change yet since <Time at={followedAt} />
        </span>
      ) : (
        <span>
          last change <Age at={changedAt} />
        </span>
      )}
      <Standstill since={changedAt ?? followedAt} running={operation.status === 'PROCESSING'} />
      {ledger.underway > 0 && changedAt !== null && (
        <span title="People done per second, since this page was opened">
          <Sparkline points={paces} />
        </span>
      )}
    </div>
  )
}

function rateWords(perSecond: number): string {
  if (perSecond >= 10) return `${Math.round(perSecond).toLocaleString('en')} a second`
  if (perSecond >= 0.1) return `${perSecond.toFixed(1)} a second`
  return `${(perSecond * 60).toFixed(1)} a minute`
}

const LONG = 2 * 60_000

/** Stuck must not look like slow. */
function Standstill({ since, running }: { since: number; running: boolean }) {
  const still = useNow(5_000) - since
  if (!running || still < LONG) return null
  return <StatusMark tone="amber">Nothing has moved for {formatSpan(still)}</StatusMark>
}
