import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Time } from '#/ui/Time'
import type { Ledger } from '../ledger'
import { number, people } from '../ledgerWords'
import type { Followed } from '../polling'

interface CancelDialogProps {
  followed: Followed
  ledger: Ledger
  onClose: () => void
  onCancel: () => void
}

/** What cancelling does and what it cannot do, before it is done. */
export function CancelDialog({ followed, ledger, onClose, onCancel }: CancelDialogProps) {
  const isScheduled = followed.operation.status === 'SCHEDULED'
  return (
    <Dialog
      open
      onClose={onClose}
      // The second press of a double one falls beside the dialog, and is no answer.
      dismissible={false}
      title="Cancel what is not sent yet?"
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            {isScheduled ? 'Leave it scheduled' : 'Let it go on'}
          </Button>
          <Button variant="danger" onClick={onCancel}>
            Cancel what is not sent yet
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          As of <Time at={followed.fetchedAt} />, {stillWaiting(ledger)}. The API is asked to send nothing to
          whoever is waiting.
        </p>
        <p>
          <strong className="font-semibold">Messages that were sent stay sent.</strong> That includes those
          that go out before the API has acted.
        </p>
        <p className="text-sm text-text-2">
          This cannot be undone. Whoever is to get the message after all needs a new send.
        </p>
      </div>
    </Dialog>
  )
}

/** Those who may still be spared: section 2.3, `scheduled` and `queued`. */
function stillWaiting({ parts, asked }: Ledger): string {
  const waiting = parts.reduce(
    (sum, { stat, count }) => sum + (stat === 'scheduled' || stat === 'queued' ? (count ?? 0) : 0),
    0,
  )
  const verb = (asked ?? waiting) === 1 ? 'was' : 'were'
  if (asked === null) return `${people(waiting)} ${verb} still waiting`
  return `${number(waiting)} of ${people(asked)} ${verb} still waiting`
}
