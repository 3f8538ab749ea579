import { useNow } from '#/ui/clock'
import { Button } from '#/ui/Button'
import { formatSpan } from '#/ui/formatTime'
import { Time } from '#/ui/Time'
import type { Plan } from './polling'
import type { FollowedOperation } from './useOperation'

/** How old the figures are, when they are asked for again or why not, and the button to ask now. */
export function FollowNote({ live }: { live: FollowedOperation }) {
  const { followed, plan, isFetching, refresh, followAgain } = live
  if (!followed || !plan) return null
  return (
    <>
      <span>
        as of <Time at={followed.fetchedAt} />
        <Next plan={plan} />
      </span>
      {'rest' in plan && plan.rest === 'quiet' ? (
        <Button size="sm" pending={isFetching} onClick={followAgain}>
          Follow again
        </Button>
      ) : (
        <Button size="sm" variant="quiet" onClick={refresh}>
          Refresh
        </Button>
      )}
    </>
  )
}

const WHY_NOT = {
  settled: ', final',
  quiet: ', not followed any more because nothing changed',
  failed: ', not followed any more',
}

function Next({ plan }: { plan: Plan }) {
  return 'at' in plan ? <NextIn at={plan.at} /> : WHY_NOT[plan.rest]
}

function NextIn({ at }: { at: number }) {
  const left = at - useNow(1000)
  // Steady width, so that the button beside it stands still.
  return (
    <span className="inline-block min-w-[9ch] tabular-nums">
      , {left < 500 ? 'next now' : `next in ${formatSpan(left)}`}
    </span>
  )
}
