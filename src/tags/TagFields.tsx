import Plus from 'lucide-react/icons/plus'
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { TAG_LIMITS } from '#/comms'
import { announce } from '#/ui/announce'
import { Button } from '#/ui/Button'
import { problemsOf } from './pairProblem'
import { filledPairs, type TagPair } from './pairs'
import { splitPairs } from './splitPairs'
import { TagRow, type TagPart } from './TagRow'

interface TagFieldsProps {
  /** The rows, also unfinished ones: what was typed is never anywhere else, so nothing is lost on blur or submit. */
  value: readonly TagPair[]
  onChange: (pairs: TagPair[]) => void
  /** Also says what is merely unfinished, as after a press on "Save" or "Send". */
  showAll?: boolean
  /** Puts the cursor into the first row when it appears. */
  startFocused?: boolean
}

/** Where the cursor goes; `select` has the next key press replace what is there, as after Tab. */
interface Target {
  row: number
  part: TagPart
  select?: boolean
}

const EMPTY: TagPair = { key: '', value: '' }

/** Editor of up to ten tags. Typing "=" goes to the value, Enter to the next tag; pasted lists are taken apart. */
export function TagFields({ value, onChange, showAll = false, startFocused = false }: TagFieldsProps) {
  const rows = value.length > 0 ? value : [EMPTY]
  const problems = problemsOf(rows)
  const count = filledPairs(rows).length
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLFieldSetElement>(null)
  const focusNext = useRef<Target | null>(startFocused ? { row: 0, part: 'key' } : null)

  // After the rows of this change stand, put the cursor where the hand expects it.
  useEffect(() => {
    const target = focusNext.current
    focusNext.current = null
    if (target) enter(find(list.current, target.row, target.part), target.select)
  })

  const goTo = (row: number, part: TagPart, select = false) => {
    focusNext.current = { row, part, select }
  }
  const change = (row: number, pair: Partial<TagPair>) =>
    onChange(rows.map((old, index) => (index === row ? { ...old, ...pair } : old)))
  const add = () => {
    goTo(rows.length, 'key')
    onChange([...rows, EMPTY])
  }
  const remove = (row: number) => {
    const name = rows[row]?.key
    announce(name ? `Tag ${name} removed` : 'Empty tag removed')
    goTo(Math.max(0, Math.min(row, rows.length - 2)), 'key')
    onChange(rows.filter((_, index) => index !== row))
  }
  const typeKey = (row: number, text: string) => {
    const end = text.search(/[=:]/)
    if (end < 0) return change(row, { key: text })
    // No name can hold "=" or ":", so it means that the name is done.
    goTo(row, 'value', true)
    const rest = text.slice(end + 1)
    return change(row, rest === '' ? { key: text.slice(0, end) } : { key: text.slice(0, end), value: rest })
  }
  const paste = (row: number, part: TagPart, event: ClipboardEvent<HTMLInputElement>) => {
    const pairs = splitPairs(event.clipboardData.getData('text'))
    const old = rows[row]
    // A value may be a Liquid expression with any signs in it; only a name, or an empty row, takes a list apart.
    if (!pairs || !old || (part === 'value' && old.key !== '') || old.key !== '') return
    event.preventDefault()
    const first = pairs[0] ?? EMPTY
    const kept = first.value === '' && old.value !== '' ? { ...first, value: old.value } : first
    const next = [...rows.slice(0, row), kept, ...pairs.slice(1), ...rows.slice(row + 1)]
    announce(pairs.length === 1 ? 'One tag pasted' : `${pairs.length} tags pasted`)
    goTo(row + pairs.length - 1, 'value')
    onChange(next.filter((pair, index) => index <= row || pair.key !== '' || pair.value !== ''))
  }
  const press = (row: number, part: TagPart, event: KeyboardEvent<HTMLInputElement>) => {
    const pair = rows[row] ?? EMPTY
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // Enter must not send the form around this: it goes on to the next field.
      event.preventDefault()
      if (part === 'key') enter(find(list.current, row, 'value'), true)
      else if (row < rows.length - 1) enter(find(list.current, row + 1, 'key'), true)
      else if (pair.key !== '' && count < TAG_LIMITS.pairs) add()
    } else if (event.key === 'Backspace' && part === 'value' && pair.value === '') {
      event.preventDefault()
      enter(find(list.current, row, 'key'))
    } else if (
      event.key === 'Backspace' &&
      part === 'key' &&
      pair.key === '' &&
      pair.value === '' &&
      row > 0
    ) {
      event.preventDefault()
      goTo(row - 1, 'value')
      onChange(rows.filter((_, index) => index !== row))
    }
  }

  return (
    <fieldset ref={list} aria-label="Tags" className="flex min-w-0 flex-col gap-2">
      {rows.map((pair, row) => {
        const problem = problems[row] ?? null
        const hidden = problem?.unfinished && !showAll && active === row
        return (
          <TagRow
            // A row is its place: what stands in it changes while it is typed.
            // oxlint-disable-next-line react/no-array-index-key
            key={row}
            row={row}
            pair={pair}
            problem={hidden ? null : problem}
            onKey={(text) => typeKey(row, text)}
            onValue={(text) => change(row, { value: text })}
            onSuggested={(part, text) => {
              goTo(row, part)
              change(row, { [part]: text })
            }}
            onPaste={(part, event) => paste(row, part, event)}
            onPress={(part, event) => press(row, part, event)}
            onRemove={rows.length > 1 || count > 0 ? () => remove(row) : undefined}
            onFocusChange={(inside) => setActive(inside ? row : null)}
          />
        )
      })}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="sm"
          onClick={add}
          disabledReason={count >= TAG_LIMITS.pairs ? `A message can have ${TAG_LIMITS.pairs} tags` : null}
        >
          <Plus size={14} aria-hidden />
          Add tag
        </Button>
        <span className="text-sm text-text-2">
          {count} of {TAG_LIMITS.pairs}. Paste “campaign=autumn, desk=4” to fill in several.
        </span>
      </div>
    </fieldset>
  )
}

function find(list: HTMLElement | null, row: number, part: TagPart): HTMLInputElement | null {
  return list?.querySelector<HTMLInputElement>(`[data-row="${row}"][data-part="${part}"]`) ?? null
}

function enter(input: HTMLInputElement | null, select = false) {
  input?.focus()
  if (select) input?.select()
}
