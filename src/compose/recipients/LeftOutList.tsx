import { Button } from '#/ui/Button'
import { Disclosure } from '#/ui/Disclosure'
import type { SourceReport } from '../reading/checked'
import { counted } from '../words'

/** Digits that were read as something else than a phone number, each with the way back. */
export function LeftOutList({
  report: { leftOut, leftOutCount, form },
  onPutBack,
}: {
  report: SourceReport
  onPutBack: (raw: string) => void
}) {
  if (leftOutCount === 0) return null
  return (
    <Disclosure
      summary={`${counted(leftOutCount, 'item', 'items')} left out: no phone ${leftOutCount === 1 ? 'number' : 'numbers'}`}
    >
      <ul
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
        tabIndex={0}
        aria-label="Left out"
        className="flex max-h-56 flex-col overflow-y-auto rounded-md border border-line text-sm"
      >
        {leftOut.map(({ line, raw, what }, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- the same text may stand twice in a line
            key={`${line} ${raw} ${index}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1 last:border-b-0"
          >
            <span className="shrink-0 text-text-2">
              {form === 'table' ? 'row' : 'line'} {line.toLocaleString('en')}
            </span>
            <span className="min-w-48 flex-1 wrap-anywhere">
              <bdi className="font-mono">{raw.trim()}</bdi> <span className="text-text-2">{what}</span>
            </span>
            {CAN_BE_NUMBER.test(raw) && (
              <Button size="sm" variant="quiet" onClick={() => onPutBack(raw)}>
                This is a phone number
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leftOutCount > leftOut.length && (
        <p className="pt-1 text-sm text-text-2">
          and {(leftOutCount - leftOut.length).toLocaleString('en')} more
        </p>
      )}
    </Disclosure>
  )
}

/** Decimals and list numbers are no number by themselves. */
const CAN_BE_NUMBER = /(?:\p{Nd}[^\p{Nd}]*){4}/u
