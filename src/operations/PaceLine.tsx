import { Age } from '#/ui/Age'
import { useNow } from '#/ui/clock'
import { formatSpan } from '#/ui/formatTime'
import { StatusMark } from '#/ui/StatusMark'
import { Time } from '#/ui/Time'
import { isTerminal, type Ledger } from './ledger'
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
      <p className="flex min-h-6 items-center text-sm text-text-2">
        <NoChange since={followedAt} updatedAt={operation.updatedAt} />
      </p>
    )
  }
  // Once all are handed over, the rest waits for phones to be switched on, which has no pace.
  const pace = isTerminal(operation) ? null : paceOf(samples, ledger.underway)
  const paces = pacesOf(samples).map(({ at, perSecond }) => ({ at, value: perSecond }))
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-text-2">
      {pace && <span>{rateWords(pace.perSecond)}</span>}
      {pace && <span>About {formatSpan(pace.left)} left</span>}
      {changedAt === null ? (
        <NoChange since={followedAt} updatedAt={operation.updatedAt} />
      ) : (
        <span>
          Last change <Age at={changedAt} />
        </span>
      )}
      <Standstill since={changedAt ?? followedAt} running={operation.status === 'PROCESSING'} />
      {pace && (
        <span title="People done per second, since this page was opened">
          <Sparkline points={paces} />
        </span>
      )}
    </div>
  )
}

/** Nothing has changed before these eyes; what the API says of before is worth more than that. */
function NoChange({ since, updatedAt }: { since: number; updatedAt: string | null }) {
  if (updatedAt === null) {
    return (
      <span>
        No change since this page was opened at <Time at={since} />
      </span>
    )
  }
  return (
    <span>
      Last change reported by the API: <Time at={updatedAt} />
    </span>
  )
}

function rateWords(perSecond: number): string {
  if (perSecond >= 10) return `${Math.round(perSecond).toLocaleString('en')} people a second`
  if (perSecond >= 0.1) return `${perSecond.toFixed(1)} people a second`
  return `${(perSecond * 60).toFixed(1)} people a minute`
}

const LONG = 2 * 60_000

/** Stuck must not look like slow. */
function Standstill({ since, running }: { since: number; running: boolean }) {
  const still = useNow(5_000) - since
  if (!running || still < LONG) return null
  return <StatusMark tone="amber">Nothing has moved for {formatSpan(still)}</StatusMark>
}
