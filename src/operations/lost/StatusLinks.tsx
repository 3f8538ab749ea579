import { TextLink } from '#/ui/TextLink'
import type { Ledger } from '../ledger'
import { number, STAT_WORDS } from '../ledgerWords'
import { countOf } from './loss'

/** Ways to the lost messages in the table below. The API lists them by status and not by code (section 5.3). */
export function StatusLinks({ ledger }: { ledger: Ledger }) {
  const links = (['failed', 'undelivered'] as const)
    .map((stat) => ({ stat, count: countOf(ledger, stat) }))
    .filter(({ count }) => count > 0)
  if (links.length === 0) return null
  return (
    <span>
      Show the messages:{' '}
      {links.map(({ stat, count }, index) => (
        <span key={stat}>
          {index > 0 && ', '}
          <TextLink to={`?status=${stat.toUpperCase()}`} replace preventScrollReset>
            {number(count)} {STAT_WORDS[stat].label.toLowerCase()}
          </TextLink>
        </span>
      ))}
      .
    </span>
  )
}
