import { useEffect, useRef } from 'react'
import { Button } from '#/ui/Button'
import { useDesk } from '../desk'
import { removeNumbers } from '../draft/who'
import type { Checked } from '../reading/checked'
import type { Finding } from '../send/findings'
import { counted } from '../words'
import { FindingList } from './FindingList'

interface ErrorSummaryProps {
  findings: readonly Finding[]
  /** Numbers that the API named, which can be taken out together. */
  refused: ReadonlySet<string>
  checked: Checked
}

const SHOWN = 10

/** On top of the form after a press that could not send: everything to put right, focused, each leading to its field. */
export function ErrorSummary({ findings, refused, checked }: ErrorSummaryProps) {
  const { draft } = useDesk()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const count = findings.length
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="compose-errors"
      className="mb-4 rounded-lg border border-red-line bg-red-soft p-4 text-text"
    >
      <h2 id="compose-errors" className="mb-2 text-base font-semibold">
        {counted(count, 'thing has', 'things have')} to be put right before this can be sent
      </h2>
      <FindingList findings={findings.slice(0, SHOWN)} />
      {count > SHOWN && <p className="mt-1.5 text-sm">and {counted(count - SHOWN, 'more', 'more')}</p>}
      {refused.size > 0 && (
        <Button
          size="sm"
          className="mt-3"
          onClick={() => draft.set((old) => ({ ...old, who: removeNumbers(old.who, checked, refused) }))}
        >
          Remove the {refused.size === 1 ? 'number' : `${refused.size.toLocaleString('en')} numbers`} that the
          API refused
        </Button>
      )}
    </section>
  )
}
