import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { LedgerSkeleton } from './LedgerSkeleton'
import type { Plan } from './polling'

interface NotVisibleYetProps {
  plan: Plan | null
  onRetry: () => void
  retrying: boolean
}

/** Accepted a moment ago and not readable yet (section 1.6): no failure, and above all no reason to send again. */
export function NotVisibleYet({ plan, onRetry, retrying }: NotVisibleYetProps) {
  const keepsLooking = plan !== null && 'at' in plan
  return (
    <>
      <Banner
        tone="blue"
        live="polite"
        className="mb-4"
        actions={
          <Button size="sm" pending={retrying} onClick={onRetry}>
            Look now
          </Button>
        }
      >
        <span className="font-medium">Accepted. Do not send it again.</span> The API has taken this send and
        does not show it yet, which can take a moment.
        {keepsLooking && ' Switchboard keeps looking for it.'}
      </Banner>
      <LedgerSkeleton />
    </>
  )
}
