import X from 'lucide-react/icons/x'
import { useId, type ClipboardEvent, type KeyboardEvent } from 'react'
import { TAG_LIMITS } from '#/comms'
import { Button } from '#/ui/Button'
import { IconButton } from '#/ui/IconButton'
import { TextInput } from '#/ui/TextInput'
import { ToneIcon } from '#/ui/ToneIcon'
import type { PairProblem } from './pairProblem'
import type { TagPair } from './pairs'
import { SEND_KEY_TAG } from './sendKey'

export type TagPart = 'key' | 'value'

interface TagRowProps {
  row: number
  pair: TagPair
  problem: PairProblem | null
  onKey: (text: string) => void
  onValue: (text: string) => void
  onPaste: (part: TagPart, event: ClipboardEvent<HTMLInputElement>) => void
  onPress: (part: TagPart, event: KeyboardEvent<HTMLInputElement>) => void
  /** Missing for the one empty row that is always there. */
  onRemove?: () => void
  /** The proposed text was taken. Its button goes away with the problem, so the focus has to move. */
  onSuggested: (part: TagPart, text: string) => void
  onFocusChange: (inside: boolean) => void
}

/** One tag: name, value, the reason why it would be refused, and a button that takes it away. */
export function TagRow({ row, pair, problem, onKey, onValue, onRemove, onSuggested, ...props }: TagRowProps) {
  const problemId = useId()
  const field = (part: TagPart) => ({
    'data-row': row,
    'data-part': part,
    mono: true,
    spellCheck: false,
    autoCapitalize: 'off',
    'aria-invalid': problem?.field === part || undefined,
    'aria-describedby': problem ? problemId : undefined,
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => props.onPaste(part, event),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => props.onPress(part, event),
  })
  return (
    <div
      className="min-w-0"
      onFocus={() => props.onFocusChange(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && props.onFocusChange(false)}
    >
      <div className="flex min-w-0 items-center gap-1.5">
        <div className="min-w-0 flex-2">
          <TextInput
            {...field('key')}
            aria-label={`Tag ${row + 1}, name`}
            placeholder="name"
            value={pair.key}
            onChange={(event) => onKey(event.target.value)}
          />
        </div>
        <span aria-hidden className="font-mono text-text-3">
          =
        </span>
        <div className="min-w-0 flex-3">
          <TextInput
            {...field('value')}
            aria-label={`Tag ${row + 1}, value`}
            placeholder="value"
            value={pair.value}
            onChange={(event) => onValue(event.target.value)}
          />
        </div>
        <IconButton
          label={pair.key ? `Remove tag ${pair.key}` : `Remove tag ${row + 1}`}
          onClick={onRemove}
          className={onRemove ? undefined : 'invisible'}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <Lengths pair={pair} />
      {pair.key === SEND_KEY_TAG && (
        <p className="mt-1 text-sm text-text-2">Written by Switchboard, to find this send again.</p>
      )}
      {problem && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <p id={problemId} className="flex min-w-0 items-baseline gap-1.5 text-red-text">
            <ToneIcon tone="red" className="translate-y-px" />
            <span className="min-w-0 break-words">{problem.text}</span>
          </p>
          {problem.suggestion !== null && <Suggestion problem={problem} onUse={onSuggested} />}
        </div>
      )}
    </div>
  )
}

function Suggestion({ problem, onUse }: { problem: PairProblem; onUse: TagRowProps['onSuggested'] }) {
  const { field, suggestion } = problem
  if (suggestion === null) return null
  return (
    <Button size="sm" onClick={() => onUse(field, suggestion)}>
      <span className="max-w-[24ch] truncate">Use “{suggestion}”</span>
    </Button>
  )
}

/** Counts characters once they come near their limit. */
function Lengths({ pair }: { pair: TagPair }) {
  const near = [
    { word: 'Name', length: pair.key.length, limit: TAG_LIMITS.keyLength },
    { word: 'Value', length: pair.value.length, limit: TAG_LIMITS.valueLength },
  ].filter(({ length, limit }) => length > limit * 0.8)
  if (near.length === 0) return null
  return (
    <p className="mt-1 text-sm text-text-2">
      {near.map(({ word, length, limit }) => `${word}: ${length} of ${limit} characters`).join('. ')}
    </p>
  )
}
