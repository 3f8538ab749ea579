import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { TextInput } from '#/ui/TextInput'
import { ToneIcon } from '#/ui/ToneIcon'
import type { Checked } from './checked'
import { countryName } from './countries'
import type { List } from './list'
import { explainVerdict, needsLook } from './verdict'

interface RecipientRowProps {
  checked: Checked
  row: number
  position: number
  top: number
  height: number
  /** The one row that Tab reaches; the arrow keys move it. */
  isActive: boolean
  lists: readonly List[]
  onFocus: () => void
  onRemove: () => void
  onCorrect: (raw: string, byKey: boolean) => void
  onTrust: () => void
}

/** One row of the list: where it stands, what was typed, what is sent to, or what is wrong and a field to right it. */
export function RecipientRow(props: RecipientRowProps) {
  const { checked, row, position, top, height, isActive, lists, onFocus, onRemove, onCorrect, onTrust } =
    props
  const verdict = checked.verdict[row] ?? 'ok'
  const raw = checked.raw[row] ?? ''
  const e164 = checked.e164[row] ?? ''
  const region = checked.region[row] ?? ''
  const where = placeOf(checked, row, lists)
  const why = explainVerdict(verdict, region, e164)
  const tabIndex = isActive ? 0 : -1
  return (
    <div
      role="row"
      aria-rowindex={position + 1}
      data-position={position}
      tabIndex={tabIndex}
      onFocus={onFocus}
      className={cx(
        'absolute inset-x-0 top-0 grid items-center gap-x-3 border-b border-line px-3 outline-offset-[-2px]',
        'grid-cols-[minmax(0,1fr)_auto] @container',
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {needsLook(verdict) ? (
        <div className="flex min-w-0 flex-col justify-center gap-1">
          <div role="cell" className="flex min-w-0 items-baseline gap-1.5 text-amber-text">
            <ToneIcon tone="amber" className="translate-y-px" />
            <span className="line-clamp-2 min-w-0 sm:line-clamp-1" title={why}>
              {where}: {why}
            </span>
          </div>
          <div role="cell" className="flex min-w-0 flex-wrap items-center gap-2">
            <Correction key={raw} raw={raw} where={where} tabIndex={tabIndex} onCorrect={onCorrect} />
            {verdict === 'missing-plus' && (
              <Button size="sm" tabIndex={tabIndex} onClick={() => onCorrect(e164, true)}>
                Use {e164}
              </Button>
            )}
            {verdict === 'not-in-use' && (
              <Button size="sm" tabIndex={tabIndex} onClick={onTrust}>
                Keep it as {e164}
              </Button>
            )}
          </div>
        </div>
      ) : (
        <div className="grid min-w-0 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]">
          <span role="cell" className="row-span-2 truncate text-text-2 sm:row-span-1" title={where}>
            {where}
          </span>
          <span role="cell" dir="auto" className="truncate font-mono whitespace-pre">
            {raw}
          </span>
          <span role="cell" className="flex min-w-0 items-center gap-2">
            {verdict === 'duplicate' ? (
              <span className="truncate text-text-2">
                merged with {placeOf(checked, checked.first[row] ?? 0, lists)}
              </span>
            ) : (
              <>
                <span className="font-mono">{e164}</span>
                <span className="truncate text-text-2">{countryName(region).replace(/^the /, '')}</span>
              </>
            )}
          </span>
        </div>
      )}
      <div role="cell">
        <IconButton label={`Remove ${where}`} tabIndex={tabIndex} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
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
      className="h-7! w-52! pointer-coarse:h-9!"
    />
  )
}

function placeOf(checked: Checked, row: number, lists: readonly List[]): string {
  const source = checked.source[row] ?? -1
  const list = lists[source]
  const place = `${list?.rows ?? 'line'} ${(checked.line[row] ?? 0).toLocaleString('en')}`
  // Where there is one list and nothing typed, its name on every row would only be noise.
  return list && (lists.length > 1 || checked.source[0] !== source) ? `${list.name}, ${place}` : place
}
