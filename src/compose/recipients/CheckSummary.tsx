import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { Spinner } from '#/ui/Spinner'
import { StatusMark } from '#/ui/StatusMark'
import { useDesk } from '../desk'
import { useChangeWho } from '../draft/useChangeWho'
import { removeNeedingLook, takeChoices } from '../draft/who'
import type { Checked } from '../reading/checked'
import { counted, people } from '../words'
import { download } from './download'
import { peopleCsv, rejectsCsv } from './exportCsv'
import { repairsOf, type Repair } from './repairs'
import type { CheckedState } from './useChecked'

/** What became of everybody named, in one line, and what to do with those that need a look. */
export function CheckSummary({ state }: { state: CheckedState }) {
  const { checked, pending, failed, progress, retry } = state
  if (failed) return <CheckFailed onRetry={retry} />
  if (checked.raw.length === 0) return pending ? <Checking progress={progress} /> : null
  return (
    <div aria-busy={pending} className="flex flex-col gap-2">
      <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <StatusMark tone={checked.people > 0 ? 'green' : 'neutral'}>{people(checked.people)}</StatusMark>
        {checked.look > 0 && (
          <StatusMark tone="amber">{counted(checked.look, 'needs', 'need')} a look</StatusMark>
        )}
        {checked.duplicates > 0 && (
          <StatusMark tone="neutral">
            {counted(checked.duplicates, 'duplicate', 'duplicates')} merged
          </StatusMark>
        )}
        {pending && progress !== null && <Checking progress={progress} />}
      </p>
      <Actions checked={checked} pending={pending} />
    </div>
  )
}

function CheckFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <Banner
      tone="red"
      live="alert"
      actions={
        <Button size="sm" onClick={onRetry}>
          Check again
        </Button>
      }
    >
      The numbers could not be checked, so nothing can be sent: the check could not be loaded. Look whether
      this computer is online, and check again. Nothing typed is lost.
    </Banner>
  )
}

/** A long list takes a few seconds; a short one is checked before anybody can read this. */
function Checking({ progress }: { progress: number | null }) {
  return (
    <span className="flex items-center gap-2 text-sm text-text-2">
      <Spinner /> Checking the numbers{progress !== null && `, ${Math.floor(progress * 100)} % done`}
    </span>
  )
}

function Actions({ checked, pending }: { checked: Checked; pending: boolean }) {
  const { draft } = useDesk()
  const { changeWithUndo: change } = useChangeWho()
  const { look } = checked
  const repair = ({ done, choiceOf }: Repair) => change(done, (who) => takeChoices(who, checked, choiceOf))
  const wait = pending ? 'The numbers are being checked' : null
  return (
    <div className="flex flex-wrap gap-2">
      {repairsOf(checked).map((one) => (
        <Button key={one.label} size="sm" disabledReason={wait} onClick={() => repair(one)}>
          {one.label}
        </Button>
      ))}
      {look > 0 && (
        <>
          <Button
            size="sm"
            disabledReason={wait}
            onClick={() =>
              change(`${counted(look, 'number', 'numbers')} removed`, (who) =>
                removeNeedingLook(who, checked),
              )
            }
          >
            Remove the {look === 1 ? 'one that needs' : `${look.toLocaleString('en')} that need`} a look
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabledReason={wait}
            onClick={() => download('numbers-to-look-at.csv', rejectsCsv(checked, draft.get().who))}
          >
            Download {look === 1 ? 'it' : 'them'} as CSV
          </Button>
        </>
      )}
      {checked.people > 1 && (
        <Button
          size="sm"
          variant="quiet"
          disabledReason={wait}
          onClick={() => download('people.csv', peopleCsv(checked, draft.get().who))}
        >
          Download the list of {people(checked.people)} as CSV
        </Button>
      )}
    </div>
  )
}
