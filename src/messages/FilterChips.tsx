import X from 'lucide-react/icons/x'
import type { MessageFilter } from '#/comms'
import { Button } from '#/ui/Button'
import { nameOfChannel } from './channel'
import { withoutCondition } from './filter'
import { describeStatus } from './status'

/** With its day always, since a filter may span several. */
const moments = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
})
const formatMoment = (moment: string) => moments.format(Date.parse(moment))

interface Condition {
  key: keyof MessageFilter
  tagKey?: string
  text: string
}

/** The conditions in force, in the order of the bar above them. */
export function conditionsOf(filter: MessageFilter): Condition[] {
  const { status, channel, tags, operationId, sessionId, profile, startDate, endDate } = filter
  const conditions: Condition[] = []
  if (status) conditions.push({ key: 'status', text: `Status: ${describeStatus(status).label}` })
  if (channel) conditions.push({ key: 'channel', text: `Channel: ${nameOfChannel(channel)}` })
  for (const [key, value] of Object.entries(tags ?? {})) {
    conditions.push({ key: 'tags', tagKey: key, text: `Tag: ${key}=${value}` })
  }
  if (operationId) conditions.push({ key: 'operationId', text: `Operation: …${operationId.slice(-8)}` })
  if (sessionId) conditions.push({ key: 'sessionId', text: `Session: …${sessionId.slice(-8)}` })
  if (profile) conditions.push({ key: 'profile', text: `Profile: …${profile.slice(-8)}` })
  if (startDate) {
    conditions.push({ key: 'startDate', text: `Created after ${formatMoment(startDate)}` })
  }
  if (endDate) conditions.push({ key: 'endDate', text: `Created before ${formatMoment(endDate)}` })
  return conditions
}

interface FilterChipsProps {
  filter: MessageFilter
  onChange: (filter: MessageFilter) => void
}

/** Each condition as a chip that takes it away. All are applied by the API, to everything it keeps. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const conditions = conditionsOf(filter)
  if (conditions.length === 0) return null
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 text-sm">
      <ul aria-label="Filters in force" className="contents">
        {conditions.map(({ key, tagKey, text }) => (
          <li key={text} className="inline-flex min-w-0">
            <button
              type="button"
              onClick={(event) => {
                focusBeside(event.currentTarget)
                onChange(withoutCondition(filter, key, tagKey))
              }}
              title="Remove this filter"
              className="inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 hover:border-control hover:bg-hover pointer-coarse:h-9"
            >
              <span className="truncate">{text}</span>
              <X size={14} aria-hidden className="shrink-0 text-text-2" />
              <span className="sr-only">, remove this filter</span>
            </button>
          </li>
        ))}
      </ul>
      <span className="text-text-2">filtered by Twilio</span>
      {conditions.length > 1 && (
        <Button size="sm" variant="quiet" onClick={() => onChange({})}>
          Remove all filters
        </Button>
      )}
    </div>
  )
}

/** The chip goes; the keyboard's place must not go with it. */
function focusBeside(chip: HTMLElement) {
  const item = chip.closest('li')
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
  const next = neighbour?.querySelector('button') ?? document.querySelector<HTMLElement>('main h1')
  next?.focus()
}
