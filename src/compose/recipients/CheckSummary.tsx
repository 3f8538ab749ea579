import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { StatusMark } from '#/ui/StatusMark'
import { toast } from '#/ui/toast'
import { useDesk } from '../desk'
import { addMissingPlus, removeNeedingLook } from '../draft/who'
import { counted, people } from '../words'
import type { Who } from './list'
import { rejectsCsv } from './rejectsCsv'
import type { CheckedState } from './useChecked'

/** What became of everybody named, in one line, and what to do with those that need a look. */
export function CheckSummary({ state }: { state: CheckedState }) {
  const { draft } = useDesk()
  const { checked, pending, failed, retry } = state
  if (failed) {
    return (
      <Banner
        tone="red"
        live="alert"
        actions={
          <Button size="sm" onClick={retry}>
            Check again
          </Button>
        }
      >
        The numbers could not be checked, so nothing can be sent: the check did not load. Nothing typed is
        lost.
      </Banner>
    )
  }
  const { look, duplicates, missingPlus } = checked
  if (checked.raw.length === 0) {
    return pending ? <p className="text-sm text-text-2">Checking the numbers</p> : null
  }
  const change = (words: string, to: (who: Who) => Who) => {
    const before = draft.get().who
    draft.set((old) => ({ ...old, who: to(old.who) }))
    toast({
      title: words,
      action: {
        label: 'Undo',
        altText: 'Write the numbers again',
        onClick: () => draft.set((old) => ({ ...old, who: before })),
      },
    })
  }
  return (
    <div aria-busy={pending} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <StatusMark tone={checked.people > 0 ? 'green' : 'neutral'}>{people(checked.people)}</StatusMark>
        {look > 0 && <StatusMark tone="amber">{counted(look, 'needs', 'need')} a look</StatusMark>}
        {duplicates > 0 && (
          <StatusMark tone="neutral">{counted(duplicates, 'duplicate', 'duplicates')} merged</StatusMark>
        )}
      </p>
      {look > 0 && (
        <div className="flex flex-wrap gap-2">
          {missingPlus > 0 && (
            <Button
              size="sm"
              onClick={() =>
                change(`+ added to ${counted(missingPlus, 'number', 'numbers')}`, (who) =>
                  addMissingPlus(who, checked),
                )
              }
              disabledReason={pending ? 'The numbers are being checked' : null}
            >
              Add the + to {missingPlus.toLocaleString('en')}
            </Button>
          )}
          <Button
            size="sm"
            onClick={() =>
              change(`${counted(look, 'number', 'numbers')} removed`, (who) =>
                removeNeedingLook(who, checked),
              )
            }
            disabledReason={pending ? 'The numbers are being checked' : null}
          >
            Remove the {look === 1 ? 'one that needs' : `${look.toLocaleString('en')} that need`} a look
          </Button>
          <Button size="sm" variant="quiet" onClick={() => download(rejectsCsv(checked, draft.get().who))}>
            Download {look === 1 ? 'it' : 'them'} as CSV
          </Button>
        </div>
      )}
    </div>
  )
}

function download(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'numbers-to-look-at.csv'
  link.click()
  // The download has begun by the next turn; the address is then no longer needed.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
