import { useEffect, useRef } from 'react'
import { describeError } from '#/errors/describeError'
import { RequestNotice } from '#/errors/RequestNotice'
import { Banner } from '#/ui/Banner'
import { Time } from '#/ui/Time'
import type { Outcome } from './outcome'

/** What came of asking to cancel, above the figures that it is about. */
export function CancelOutcome({ outcome }: { outcome: Outcome }) {
  const box = useRef<HTMLDivElement>(null)
  const isAccepted = outcome.kind === 'accepted'
  useEffect(() => {
    // The button that was pressed is gone; whoever works by keyboard goes on from here.
    if (isAccepted && isNowhere(document.activeElement)) box.current?.focus({ preventScroll: true })
  }, [isAccepted])
  const words = wordsOf(outcome)
  if (words === null) return null
  return (
    <div ref={box} tabIndex={-1} className="mb-4 rounded-md">
      {words}
    </div>
  )
}

const isNowhere = (element: Element | null) => element === null || element === document.body

function wordsOf(outcome: Outcome) {
  switch (outcome.kind) {
    case 'accepted':
      return (
        <Banner tone="blue">
          Asked to cancel at <Time at={outcome.at} />, and the API accepted it. Messages that were sent by
          then stay sent; the figures show how it ends.
        </Banner>
      )
    case 'too-late':
      return (
        <Banner tone="amber" live="alert">
          <span className="font-medium">Too late to cancel.</span> The API says that this operation can no
          longer be cancelled. The figures were read again.
        </Banner>
      )
    case 'unknown':
      return (
        <Banner tone="red" live="alert">
          <span className="font-medium">It is not known whether this was cancelled.</span>{' '}
          {describeError(outcome.error).detail} The operation was read again: look at its status before you
          ask once more.
        </Banner>
      )
    case 'refused':
      return <RequestNotice what="Not cancelled" error={outcome.error} />
    default:
      return null
  }
}
