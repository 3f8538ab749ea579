import ChevronDown from 'lucide-react/icons/chevron-down'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { findId, parseTagFilter, SENDER_CHANNELS, TAG_LIMITS, type MessageFilter } from '#/comms'
import { pathOfId } from '#/related/paths'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Field } from '#/ui/Field'
import { Select } from '#/ui/Select'
import { nameOfChannel } from './channel'
import { conditionsOf } from './FilterChips'
import { Entry, Moment } from './FilterFields'
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

/**
 * The conditions the API can apply to the list (section 1.1). Each takes effect when it is chosen or entered. On narrow
 * screens they wait behind a button, so that the list is what a person sees first.
 */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const [open, setOpen] = useState(false)
  const fieldsId = useId()
  const set = (part: MessageFilter) => onChange({ ...filter, ...part })
  const active = conditionsOf(filter).length
  return (
    <search aria-label="Filter messages" className="mb-3 flex flex-col items-start gap-3">
      <Button
        size="sm"
        aria-expanded={open}
        aria-controls={fieldsId}
        onClick={() => setOpen(!open)}
        className="md:hidden"
      >
        <ChevronDown size={14} aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
        {active === 0 ? 'Filter' : `Filter, ${active} in force`}
      </Button>
      <div
        id={fieldsId}
        className={cx(
          'grid w-full grid-cols-2 items-start gap-3 md:flex md:flex-wrap',
          !open && 'max-md:hidden',
        )}
      >
        <Field label="Status" className="md:w-32">
          <Select
            options={STATUSES}
            value={filter.status ?? ''}
            onChange={(status) => set({ status: status || undefined })}
          />
        </Field>
        <Field label="Channel" className="md:w-28">
          <Select
            options={CHANNELS}
            value={filter.channel ?? ''}
            onChange={(channel) => set({ channel: channel || undefined })}
          />
        </Field>
        <TagEntry filter={filter} onEnter={(tags) => set({ tags })} className={`${GROWING} md:basis-32`} />
        <IdEntry onEnter={set} className={`${GROWING} md:basis-48`} />
        <Moment
          label="Created after"
          moment={filter.startDate}
          onEnter={(startDate) => set({ startDate })}
          className={FIXED}
        />
        <Moment
          label="Created before"
          moment={filter.endDate}
          onEnter={(endDate) => set({ endDate })}
          className={FIXED}
        />
      </div>
    </search>
  )
}

const GROWING = 'max-md:col-span-2 md:max-w-72 md:grow'
/** What the browser's own field for a moment needs. */
const FIXED = 'max-md:col-span-2 md:w-50'

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

/** Takes an operation, a session or a profile as a condition; the id of anything else leads to its own page. */
function IdEntry({ onEnter, className }: { onEnter: (part: MessageFilter) => void; className: string }) {
  const navigate = useNavigate()
  const enter = (text: string): string | null => {
    const found = findId(text)
    if (found?.kind === 'operation') onEnter({ operationId: found.id })
    else if (found?.kind === 'session') onEnter({ sessionId: found.id })
    else if (found?.kind === 'profile') onEnter({ profile: found.id })
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
