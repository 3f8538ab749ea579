import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { Kbd } from '#/ui/Kbd'
import { TextInput } from '#/ui/TextInput'
import { ToneIcon } from '#/ui/ToneIcon'
import type { Checked } from '../reading/checked'
import { regionName } from '../reading/countries'
import type { List } from '../reading/list'
import type { Choice } from '../reading/choice'
import { explainRule, explainVerdict, needsLook } from '../reading/verdict'
import { keyOf, wordsForChoice } from './choices'
import { oneLine } from './oneLine'
import { placeOf } from './placeOf'

interface RecipientRowProps {
  checked: Checked
  row: number
  position: number
  top: number
  /** Tells the virtual list how high the row came out. */
  measure: (element: HTMLElement | null) => void
  /** The one row that Tab reaches; the arrow keys move it. */
  isActive: boolean
  lists: readonly List[]
  onFocus: () => void
  onRemove: () => void
  onCorrect: (raw: string, byKey: boolean) => void
  onChoose: (choice: Choice) => void
}

/** One row of the list: where it stands, what was written, what is sent to, or what is wrong and how to right it. */
export function RecipientRow(props: RecipientRowProps) {
  const { checked, row, position, top, measure, isActive, lists, onFocus, onRemove } = props
  const where = placeOf(checked, row, lists)
  const tabIndex = isActive ? 0 : -1
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={position + 1}
      data-index={position}
      tabIndex={tabIndex}
      onFocus={onFocus}
      className={cx(
        'absolute inset-x-0 top-0 grid items-center gap-x-3 border-b border-line px-3 py-1 outline-offset-[-2px]',
        'grid-cols-[minmax(0,1fr)_auto] @container',
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      {needsLook(checked.verdict[row] ?? 'ok') ? (
        <Problem {...props} where={where} tabIndex={tabIndex} />
      ) : (
        <Person checked={checked} row={row} where={where} lists={lists} />
      )}
      <div role="cell">
        <IconButton label={`Remove ${where}`} tabIndex={tabIndex} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}

function Problem({
  checked,
  row,
  where,
  tabIndex,
  onCorrect,
  onChoose,
}: RecipientRowProps & { where: string; tabIndex: number }) {
  const verdict = checked.verdict[row] ?? 'ok'
  const raw = oneLine(checked.raw[row] ?? '')
  const name = checked.name[row] ?? ''
  const choices = (checked.choices[row] ?? []).toSorted((one, other) => other.how.localeCompare(one.how))
  const why = explainVerdict(verdict, checked.about[row] ?? '', checked.e164[row] ?? '')
  return (
    <div className="flex min-w-0 flex-col justify-center gap-1 py-0.5">
      <div role="cell" className="flex min-w-0 items-baseline gap-1.5 text-amber-text">
        <ToneIcon tone="amber" className="translate-y-px" />
        <span className="min-w-0 text-pretty">
          {where}
          {name !== '' && (
            <>
              , <bdi>{name}</bdi>
            </>
          )}
          : {why}
        </span>
      </div>
      <div role="cell" className="flex min-w-0 flex-wrap items-center gap-2">
        <Correction key={raw} raw={raw} where={where} tabIndex={tabIndex} onCorrect={onCorrect} />
        {choices.map((choice) => {
          const key = keyOf(choice, choices)
          return (
            <Button
              key={`${choice.how} ${choice.numbers.join()} ${choice.label}`}
              size="sm"
              tabIndex={tabIndex}
              aria-keyshortcuts={key || undefined}
              onClick={() => onChoose(choice)}
            >
              {wordsForChoice(choice, verdict)}
              {key !== '' && (
                <span aria-hidden className="pointer-coarse:hidden">
                  <Kbd>{key === 'Enter' ? '↵' : key}</Kbd>
                </span>
              )}
            </Button>
          )
        })}
      </div>
    </div>
  )
}

function Person({
  checked,
  row,
  where,
  lists,
}: Pick<RecipientRowProps, 'checked' | 'row' | 'lists'> & { where: string }) {
  const name = checked.name[row] ?? ''
  const variables = checked.variables[row] ?? ''
  const raw = checked.raw[row] ?? ''
  const e164 = checked.e164[row] ?? ''
  const rule = checked.rule[row] ?? ''
  // What is sent to stands beside it; the same digits once more would only take the name its room.
  const isSpelledElse = raw.replaceAll(/[^+\d]/g, '') !== e164
  const country = regionName(checked.about[row] ?? '')
  const notes = [country, rule && explainRule(rule), variables].filter(Boolean).join(' · ')
  return (
    <div className="grid min-w-0 grid-cols-[minmax(3.5rem,auto)_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 @min-[36rem]:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1.2fr)]">
      <span
        role="cell"
        className="row-span-2 max-w-32 truncate text-text-2 @min-[36rem]:row-span-1"
        title={where}
      >
        {where}
      </span>
      <span role="cell" className="flex min-w-0 items-baseline gap-2">
        {name !== '' && (
          <bdi className="min-w-0 shrink truncate" title={name}>
            {name}
          </bdi>
        )}
        {(name === '' || isSpelledElse) && (
          <bdi className={cx('min-w-0 truncate font-mono whitespace-pre', name !== '' && 'text-text-2')}>
            {raw}
          </bdi>
        )}
      </span>
      <span role="cell" className="flex min-w-0 items-baseline gap-2">
        {checked.verdict[row] === 'duplicate' ? (
          <span className="truncate text-text-2">
            merged with {placeOf(checked, checked.first[row] ?? 0, lists)}
          </span>
        ) : (
          <>
            <span className="font-mono">{e164}</span>
            <span className="truncate text-text-2" title={notes}>
              {notes}
            </span>
          </>
        )}
      </span>
    </div>
  )
}

/** Keeps what is typed until Enter or until the field is left, since a check at each key would move the row away. */
function Correction({
  raw,
  where,
  tabIndex,
  onCorrect,
}: {
  raw: string
  where: string
  tabIndex: number
  onCorrect: (raw: string, byKey: boolean) => void
}) {
  const [value, setValue] = useState(raw)
  return (
    <TextInput
      mono
      aria-label={`Correct the number, ${where}`}
      value={value}
      tabIndex={tabIndex}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => onCorrect(value.trim(), false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          onCorrect(value.trim(), true)
        } else if (event.key === 'Escape') setValue(raw)
      }}
      className="h-7! max-w-96 min-w-52 flex-1 pointer-coarse:h-9!"
    />
  )
}
