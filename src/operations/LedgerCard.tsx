import { Card } from '#/ui/Section'
import { Swatch } from '#/ui/Swatch'
import { TextLink } from '#/ui/TextLink'
import type { Ledger, LedgerGroup, LedgerPart } from './ledger'
import { LedgerBar } from './LedgerBar'
import { number, STAT_WORDS } from './ledgerWords'
import { PaceLine } from './PaceLine'
import type { Followed } from './polling'

interface LedgerCardProps {
  followed: Followed
  ledger: Ledger
  /** No more answers are to come, so there is no pace to speak of. */
  atRest: boolean
}

const GROUPS: ReadonlyArray<readonly [LedgerGroup, string]> = [
  ['reached', 'Reached'],
  ['underway', 'On the way'],
  ['lost', 'Lost'],
]

/** Every stat of an operation held against the recipients asked for; what does not add up is said. */
export function LedgerCard({ followed, ledger, atRest }: LedgerCardProps) {
  const { missing, surplus, reading } = ledger
  const columns = missing + surplus > 0 ? 'sm:grid-cols-2 lg:grid-cols-4' : 'sm:grid-cols-3'
  return (
    <Card className="flex flex-col gap-4">
      <LedgerBar ledger={ledger} size="md" />
      <div className={`grid gap-x-8 gap-y-4 ${columns}`}>
        {GROUPS.map(([group, title]) => (
          <Group
            key={group}
            title={title}
            total={ledger[group]}
            parts={ledger.parts.filter((part) => part.group === group)}
          />
        ))}
        {missing > 0 && (
          <Remainder title="Not accounted for" count={missing} text="The API counts them under no status." />
        )}
        {surplus > 0 && (
          <Remainder
            title="More than asked for"
            count={surplus}
            text="The API’s counts add up to too many."
          />
        )}
      </div>
      <Sum ledger={ledger} followed={followed} />
      {reading === 'cumulative' && (
        <p className="text-sm text-text-2">
          The API counts a message under every status it has passed. Here each is counted once, where it is
          now.
        </p>
      )}
      <PaceLine followed={followed} ledger={ledger} atRest={atRest} />
    </Card>
  )
}

function Group({ title, total, parts }: { title: string; total: number; parts: LedgerPart[] }) {
  return (
    <div className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-3 border-b border-line pb-1 font-semibold">
        {title}
        <span className="text-lg tabular-nums">{number(total)}</span>
      </h3>
      <dl className="mt-1 text-sm">
        {parts.map((part) => (
          <Stat key={part.stat} part={part} />
        ))}
      </dl>
    </div>
  )
}

function Stat({ part: { stat, count } }: { part: LedgerPart }) {
  const { label, tone, meaning } = STAT_WORDS[stat]
  // Section 1.1: messages are filtered by their status; a recipient without an address has no such message.
  const status = stat === 'unaddressable' ? null : stat.toUpperCase()
  return (
    <div className="flex items-center justify-between gap-3 py-0.5">
      <dt
        className={count ? 'flex items-center gap-2' : 'flex items-center gap-2 text-text-3'}
        title={meaning}
      >
        <Swatch tone={tone} />
        {label}
      </dt>
      <dd className={count ? 'tabular-nums' : 'text-text-3 tabular-nums'}>
        {count === null ? (
          'not reported'
        ) : count > 0 && status ? (
          <TextLink
            to={`?status=${status}`}
            replace
            preventScrollReset
            title={`Show the messages that are ${label.toLowerCase()}`}
          >
            {number(count)}
          </TextLink>
        ) : (
          number(count)
        )}
      </dd>
    </div>
  )
}

function Remainder({ title, count, text }: { title: string; count: number; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-3 border-b border-line pb-1 font-semibold text-amber-text">
        {title}
        <span className="text-lg tabular-nums">{number(count)}</span>
      </h3>
      <p className="mt-1 text-sm text-text-2">{text}</p>
    </div>
  )
}

/** The addition in words, so that it can be checked, and what else section 2.3 reports. */
function Sum({ ledger, followed }: { ledger: Ledger; followed: Followed }) {
  const { asked, reached, underway, lost } = ledger
  const { total, attempts } = followed.operation.stats
  const sum = reached + underway + lost
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2 tabular-nums">
      <span className="text-text">
        {number(reached)} + {number(underway)} + {number(lost)} = {number(sum)}
        {asked === null ? ', and the API does not say of how many' : ` of ${number(asked)} asked for`}
      </span>
      {total !== null && <span>{total === 1 ? '1 message' : `${number(total)} messages`}</span>}
      {attempts !== null && <span>{attempts === 1 ? '1 attempt' : `${number(attempts)} attempts`}</span>}
    </p>
  )
}
