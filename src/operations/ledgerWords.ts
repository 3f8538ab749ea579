import type { Tone } from '#/ui/tone'
import type { Ledger, LedgerStat } from './ledger'
import { percentOf } from './ledger'

/** Every stat of section 2.3 that says what became of a recipient, with its word and its tone. */
export const STAT_WORDS: Record<LedgerStat, { label: string; tone: Tone; meaning: string }> = {
  delivered: { label: 'Delivered', tone: 'green', meaning: 'Arrived on the person’s phone' },
  read: { label: 'Read', tone: 'green', meaning: 'Arrived, and was opened' },
  sent: { label: 'Sent', tone: 'blue', meaning: 'Handed to the carrier, no receipt yet' },
  queued: { label: 'Queued', tone: 'neutral', meaning: 'Waits at Twilio to be sent' },
  scheduled: { label: 'Scheduled', tone: 'neutral', meaning: 'Waits for its time' },
  undelivered: { label: 'Undelivered', tone: 'red', meaning: 'Left Twilio and did not arrive' },
  failed: { label: 'Failed', tone: 'red', meaning: 'Failed at Twilio and never left' },
  unaddressable: {
    label: 'Unaddressable',
    tone: 'red',
    meaning: 'No address of theirs goes with the sender, so nothing was tried',
  },
  canceled: { label: 'Cancelled', tone: 'amber', meaning: 'Cancelled before it was sent' },
}

export const number = (count: number) => count.toLocaleString('en')
export const people = (count: number) => (count === 1 ? '1 person' : `${number(count)} people`)

/** What a bar of the ledger shows, left to right: reached, on the way, lost, and what is not accounted for. */
export function segmentsOf({ parts, missing }: Ledger) {
  const segments = parts.map(({ stat, count }) => {
    const { label, tone } = STAT_WORDS[stat]
    return { key: stat, label, tone, count: count ?? 0 }
  })
  return [...segments, { key: 'missing', label: 'Not accounted for', tone: 'amber' as const, count: missing }]
}

/** The ledger in one line, for a row and for screen readers: "61 % reached · 77 on the way · 3 lost". */
export function summaryOf(ledger: Ledger): string {
  const { asked, underway, lost, missing, surplus } = ledger
  const words = [reachedWords(ledger)]
  // Of one person, the first word has said it all.
  const isOne = asked === 1 && surplus === 0
  if (underway > 0 && !isOne) words.push(`${number(underway)} on the way`)
  if (lost > 0 && !isOne) words.push(`${number(lost)} lost`)
  if (missing > 0) words.push(`${number(missing)} not accounted for`)
  if (surplus > 0) words.push(`${number(surplus)} more than asked for`)
  return words.filter(Boolean).join(' · ')
}

function reachedWords({ asked, reached, underway, lost, surplus }: Ledger): string {
  if (asked === 1 && surplus === 0) {
    if (reached === 1) return 'reached'
    return underway === 1 ? 'on the way' : lost === 1 ? 'lost' : ''
  }
  if (asked !== null && reached === asked && surplus === 0) return asked === 0 ? 'nobody' : 'all reached'
  const percent = surplus > 0 ? null : percentOf(reached, asked)
  // "0 %" would hide the few that were.
  return percent === null || percent === 0 ? `${number(reached)} reached` : `${percent} % reached`
}
