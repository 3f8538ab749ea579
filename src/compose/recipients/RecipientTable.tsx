import { useVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react'
import { SegmentedControl } from '#/ui/RadioGroup'
import { useDesk } from '../desk'
import { useChangeWho } from '../draft/useChangeWho'
import { removeRow, replaceRow, takeChoices } from '../draft/who'
import type { Checked } from '../reading/checked'
import type { Choice } from '../reading/choice'
import { needsLook } from '../reading/verdict'
import { choiceForKey } from './choices'
import { oneLine } from './oneLine'
import { RecipientRow } from './RecipientRow'

type Shown = 'all' | 'look' | 'duplicates'

const NARROW = '(max-width: 40rem)'

/** Everybody named, as typed and as they will be sent to. Scrolls by itself, so that the page keeps its length. */
export const RecipientTable = memo(function RecipientTable({ checked }: { checked: Checked }) {
  const [chosen, setShown] = useState<Shown>('all')
  const counts = { all: checked.raw.length, look: checked.look, duplicates: checked.duplicates }
  // A view that has become empty is no view any more.
  const shown = counts[chosen] === 0 ? 'all' : chosen
  const rows = useMemo(() => rowsOf(checked, shown), [checked, shown])
  if (checked.raw.length === 0) return null
  const options = (
    [
      ['all', 'All'],
      ['look', 'Need a look'],
      ['duplicates', 'Merged'],
    ] as const
  ).filter(([value]) => value === 'all' || counts[value] > 0)
  return (
    <div className="flex flex-col gap-2">
      {options.length > 1 && (
        <SegmentedControl
          label="Show"
          options={options.map(([value, label]) => ({
            value,
            label: `${label} ${counts[value].toLocaleString('en')}`,
          }))}
          value={shown}
          onChange={setShown}
        />
      )}
      <Rows key={shown} checked={checked} rows={rows} />
      {counts[shown] > rows.length && (
        <p className="text-sm text-text-2">
          The first {rows.length.toLocaleString('en')} of {counts[shown].toLocaleString('en')} rows are shown.
        </p>
      )}
      <p className="text-sm text-text-2 pointer-coarse:hidden">
        Arrow keys move between the rows, Delete removes one.
      </p>
    </div>
  )
})

/** Nobody scrolls further, and one send reaches no more: of a longer list only its beginning is shown. */
const MOST_ROWS = 20_000

/** What needs a look stands on top: nobody should have to find 3 rows among 10,000. */
function rowsOf({ verdict }: Checked, shown: Shown): number[] {
  const first: number[] = []
  const rest: number[] = []
  verdict.forEach((one, row) => {
    if (needsLook(one)) {
      if (shown !== 'duplicates') first.push(row)
    } else if (shown === 'all' || (shown === 'duplicates' && one === 'duplicate')) rest.push(row)
  })
  return first.concat(rest).slice(0, MOST_ROWS)
}

function Rows({ checked, rows }: { checked: Checked; rows: number[] }) {
  const { draft } = useDesk()
  const { change, changeWithUndo } = useChangeWho()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const focusNext = useRef<NextFocus | null>(null)
  const current = Math.min(active, rows.length - 1)
  const isNarrow = useSyncExternalStore(watchWidth, () => matchMedia(NARROW).matches)

  // oxlint-disable-next-line react/incompatible-library -- its functions are called in this component only
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (position) => guessHeight(isNarrow, checked, rows[position]),
    overscan: 12,
    getItemKey: (position) => rows[position] ?? position,
  })

  const forgetHeights = useEffectEvent(() => virtualizer.measure())
  useEffect(() => forgetHeights(), [isNarrow])
  // Rows that stay in the document may hold something else now, of another height.
  const measureShown = useEffectEvent(() => {
    for (const row of scroller.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])
      virtualizer.measureElement(row)
  })
  useLayoutEffect(() => measureShown(), [checked, rows])

  const focusRow = useEffectEvent(() => {
    const target = focusNext.current
    // What was changed is seen when it is checked.
    if (!target || rows.length === 0 || target.after === checked) return
    // Those that need a look stand on top: when one is done, the next of them is the place to be.
    const last =
      (target.isProblem && checked.look > 0 ? Math.min(checked.look, rows.length) : rows.length) - 1
    const position = Math.min(target.position, last)
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${position}"]`)
    if (!row) return
    focusNext.current = null
    const input = target.input ? row.querySelector('input') : null
    const place = input ?? row
    place.focus({ preventScroll: true })
  })
  useEffect(() => focusRow())

  const goTo = (position: number) => {
    const next = Math.max(0, Math.min(position, rows.length - 1))
    setActive(next)
    focusNext.current = { position: next, input: false, isProblem: false, after: null }
    virtualizer.scrollToIndex(next)
  }
  /** Where the focus goes when the change is checked. */
  const focusAfter = (position: number, row: number, input: boolean) => {
    focusNext.current = {
      position,
      input,
      isProblem: needsLook(checked.verdict[row] ?? 'ok'),
      after: checked,
    }
  }
  const remove = (position: number) => {
    const row = rows[position]
    if (row === undefined) return
    focusAfter(position, row, false)
    const number = oneLine(checked.raw[row] ?? '')
    changeWithUndo(number === '' ? 'Row removed' : `${number} removed`, (who) => removeRow(who, checked, row))
  }
  const correct = (position: number, raw: string, byKey: boolean) => {
    const row = rows[position]
    if (row === undefined || raw === oneLine(checked.raw[row] ?? '')) return
    if (byKey) focusAfter(position, row, true)
    change((who) => replaceRow(who, checked, row, raw))
  }
  const choose = (position: number, choice: Choice) => {
    const row = rows[position]
    if (row === undefined) return
    focusAfter(position, row, false)
    const words = `${choice.numbers.join(' and ')} ${choice.how === 'keep' ? 'kept' : 'used'}`
    changeWithUndo(words, (who) => takeChoices(who, checked, (at) => (at === row ? choice : undefined)))
  }
  const press = (event: KeyboardEvent) => {
    const { target } = event
    if (target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[current] ?? -1
    const choice = choiceForKey(event.key, checked.choices[row] ?? [])
    // On a button Enter presses the button.
    if (choice && !(event.key === 'Enter' && target instanceof HTMLButtonElement)) {
      event.preventDefault()
      choose(current, choice)
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -rows.length, End: rows.length }[
      event.key
    ]
    if (step !== undefined) goTo(current + step)
    else if (event.key === 'Delete') remove(current)
    else return
    event.preventDefault()
  }

  return (
    <div className="overflow-hidden rounded-md border border-line">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its rows */}
      <div
        ref={scroller}
        role="table"
        data-part="people"
        aria-label="People"
        aria-rowcount={rows.length}
        onKeyDown={press}
        onBlur={(event) => {
          // Whoever went elsewhere is not called back.
          if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget))
            focusNext.current = null
        }}
        className="max-h-[min(60vh,24rem)] overflow-y-auto bg-surface text-sm"
      >
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index: position, key, start }) => {
            const row = rows[position]
            if (row === undefined) return null
            return (
              <RecipientRow
                key={key}
                checked={checked}
                row={row}
                position={position}
                top={start}
                measure={virtualizer.measureElement}
                isActive={position === current}
                lists={draft.get().who.lists}
                onFocus={() => setActive(position)}
                onRemove={() => remove(position)}
                onCorrect={(raw, byKey) => correct(position, raw, byKey)}
                onChoose={(choice) => choose(position, choice)}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Where the focus goes next. */
interface NextFocus {
  position: number
  /** Into the field of the row, not on the row. */
  input: boolean
  /** Stays among the rows that need a look, as long as there are any. */
  isProblem: boolean
  /** Not before the list is another one than this. */
  after: Checked | null
}

function watchWidth(listener: () => void): () => void {
  const media = matchMedia(NARROW)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** px, before a row is measured. A row that needs a look has a field and a reason, one under the other. */
function guessHeight(isNarrow: boolean, checked: Checked, row: number | undefined): number {
  const isProblem = row !== undefined && needsLook(checked.verdict[row] ?? 'ok')
  return isProblem ? (isNarrow ? 104 : 68) : isNarrow ? 52 : 37
}
