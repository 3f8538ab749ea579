import { useState, type SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { findId, parseTagFilter, SENDER_CHANNELS, TAG_LIMITS, type MessageFilter } from '#/comms'
import { pathOfId } from '#/related/paths'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Field } from '#/ui/Field'
import { Select } from '#/ui/Select'
import { TextInput } from '#/ui/TextInput'
import { nameOfChannel } from './channel'
import { fromField, toField } from './localTime'
import { STATUS_CHOICES } from './status'

const ANY = { value: '', label: 'Any' }
const STATUSES = [ANY, ...STATUS_CHOICES]
const CHANNELS = [
  ANY,
  ...SENDER_CHANNELS.map((channel) => ({ value: channel, label: nameOfChannel(channel) })),
]

interface FilterBarProps {
  filter: MessageFilter
  onChange: (filter: MessageFilter) => void
}

/** The conditions the API can apply to the list (section 1.1). Each takes effect when it is chosen or entered. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const [open, setOpen] = useState(false)
  const set = (part: MessageFilter) => onChange({ ...filter, ...part })
  const hidden = !open && 'max-md:hidden'
  return (
    <search aria-label="Filter messages" className="mb-3 flex flex-wrap items-start gap-3">
      <Field label="Status" className="w-34 max-md:w-auto max-md:flex-1">
        <Select
          options={STATUSES}
          value={filter.status ?? ''}
          onChange={(status) => set({ status: status || undefined })}
        />
      </Field>
      <Field label="Channel" className="w-28 max-md:w-auto max-md:flex-1">
        <Select
          options={CHANNELS}
          value={filter.channel ?? ''}
          onChange={(channel) => set({ channel: channel || undefined })}
        />
      </Field>
      <Button
        variant="quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="self-end md:hidden"
      >
        {open ? 'Fewer filters' : 'More filters'}
      </Button>
      <TagEntry filter={filter} onEnter={(tags) => set({ tags })} className={cx('w-40', hidden)} />
      <IdEntry onEnter={set} className={cx('w-56', hidden)} />
      <Moment
        label="Created after"
        moment={filter.startDate}
        onEnter={(startDate) => set({ startDate })}
        className={cx('w-52', hidden)}
      />
      <Moment
        label="Created before"
        moment={filter.endDate}
        onEnter={(endDate) => set({ endDate })}
        className={cx('w-52', hidden)}
      />
    </search>
  )
}

function TagEntry({
  filter,
  onEnter,
  className,
}: {
  filter: MessageFilter
  onEnter: (tags: MessageFilter['tags']) => void
  className: string
}) {
  const enter = (text: string): string | null => {
    // People write key=value, as the screens do; the API writes key:value.
    const parsed = parseTagFilter(text.replaceAll('=', ':'))
    if (!parsed) return 'Write a tag as key=value, with letters, digits and . _ ~ - only.'
    const tags = { ...filter.tags, ...parsed }
    if (Object.keys(tags).length > TAG_LIMITS.pairs) return `The API takes ${TAG_LIMITS.pairs} tags at most.`
    onEnter(tags)
    return null
  }
  return <Entry label="Tag" placeholder="key=value" enter={enter} className={className} />
}

/** Takes an operation or session as a condition; the id of anything else leads to its own page. */
function IdEntry({ onEnter, className }: { onEnter: (part: MessageFilter) => void; className: string }) {
  const navigate = useNavigate()
  const enter = (text: string): string | null => {
    const found = findId(text)
    if (found?.kind === 'operation') onEnter({ operationId: found.id })
    else if (found?.kind === 'session') onEnter({ sessionId: found.id })
    else {
      const path = found && pathOfId(found.id)
      if (!path) return 'That holds no id of an operation, a session or a message.'
      void navigate(path)
    }
    return null
  }
  return (
    <Entry
      label="Operation, session or message"
      placeholder="comms_…"
      mono
      enter={enter}
      className={className}
    />
  )
}

interface EntryProps {
  label: string
  placeholder: string
  mono?: boolean
  /** Takes the text, or gives the reason why not. */
  enter: (text: string) => string | null
  className: string
}

/** A field whose text becomes a condition when Enter is pressed. */
function Entry({ label, placeholder, mono, enter, className }: EntryProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const reason = enter(text.trim())
    setError(reason)
    if (reason === null) setText('')
  }
  return (
    <form onSubmit={submit} className={className} noValidate>
      <Field label={label} error={error}>
        <TextInput
          mono={mono}
          value={text}
          placeholder={placeholder}
          enterKeyHint="search"
          onChange={(event) => {
            setText(event.target.value)
            setError(null)
          }}
        />
      </Field>
    </form>
  )
}

interface MomentProps {
  label: string
  moment: string | undefined
  onEnter: (moment: string | undefined) => void
  className: string
}

/** A date and time in the zone of this computer. It takes effect when the field is left or Enter is pressed. */
function Moment({ label, moment, onEnter, className }: MomentProps) {
  const value = toField(moment)
  const [typed, setTyped] = useState({ for: value, text: value })
  // A condition that is set or taken away elsewhere shows in the field.
  if (typed.for !== value) setTyped({ for: value, text: value })
  const commit = () => {
    if (typed.text !== value) onEnter(fromField(typed.text) ?? undefined)
  }
  return (
    <Field label={label} className={className}>
      <TextInput
        type="datetime-local"
        value={typed.text}
        onChange={(event) => setTyped({ for: value, text: event.target.value })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </Field>
  )
}
