import { useState } from 'react'
import { Button } from '#/ui/Button'
import type { Ledger } from '../ledger'
import type { Followed } from '../polling'
import { CancelDialog } from './CancelDialog'
import type { Cancel } from './useCancel'

interface CancelActionProps {
  cancel: Cancel
  followed: Followed
  ledger: Ledger
}

/** The way to stop what has not gone out, while there may be something to stop. */
export function CancelAction({ cancel: { outcome, notOffered, ask }, followed, ledger }: CancelActionProps) {
  const [asking, setAsking] = useState(false)
  const { status } = followed.operation
  const isOpen = status === 'SCHEDULED' || status === 'PROCESSING'
  if (!isOpen || outcome.kind === 'accepted') return null
  return (
    <>
      {notOffered && <span className="text-sm text-text-2">This API offers no way to cancel.</span>}
      <Button
        size="sm"
        variant={notOffered ? 'quiet' : 'quiet-danger'}
        pending={outcome.kind === 'pending'}
        aria-label={notOffered ? 'Try again to cancel' : undefined}
        onClick={() => setAsking(true)}
      >
        {notOffered ? 'Try again' : 'Cancel what is not sent yet'}
      </Button>
      {asking && (
        <CancelDialog
          followed={followed}
          ledger={ledger}
          onClose={() => setAsking(false)}
          onCancel={() => {
            setAsking(false)
            ask()
          }}
        />
      )}
    </>
  )
}
