import type { Operation, OperationStat, OperationStats } from '#/comms'

/** What has become of a recipient, in three words a person asks for. */
export type LedgerGroup = 'reached' | 'underway' | 'lost'

/** The stats that name what has become of a recipient (section 2.3), each in exactly one group. */
const GROUP_OF = {
  delivered: 'reached',
  read: 'reached',
  sent: 'underway',
  queued: 'underway',
  scheduled: 'underway',
  undelivered: 'lost',
  failed: 'lost',
  unaddressable: 'lost',
  canceled: 'lost',
} as const satisfies Partial<Record<OperationStat, LedgerGroup>>

export type LedgerStat = keyof typeof GROUP_OF

const isLedgerStat = (stat: string): stat is LedgerStat => stat in GROUP_OF
export const LEDGER_STATS: readonly LedgerStat[] = Object.keys(GROUP_OF).filter(isLedgerStat)

export interface LedgerPart {
  stat: LedgerStat
  group: LedgerGroup
  /** Recipients that are in this state now, each counted once. `null` where the API did not say. */
  count: number | null
}

/** An operation's stats held against the recipients asked for: all parts + missing - surplus = asked. */
export interface Ledger {
  /** `null` when the API reports neither recipients nor messages; then nothing can be called complete. */
  asked: number | null
  parts: LedgerPart[]
  reached: number
  underway: number
  lost: number
  /** Asked for, and in none of the parts. */
  missing: number
  /** In the parts, and more than were asked for. */
  surplus: number
  /** How the stats had to be read to make sense, see `READINGS`. */
  reading: 'exclusive' | 'cumulative'
}

type Containment = readonly [outer: LedgerStat, inner: readonly LedgerStat[]]

/**
 * Section 8, point 7: it is not known whether a message is counted under its present status only, or under each one
 * it has passed. Each reading says which stats contain which others; the first is the plain one. A server may count
 * failed and cancelled messages as queued before, or not, so both are here.
 */
const READ: Containment = ['delivered', ['read']]
const SENT: Containment = ['sent', ['delivered', 'undelivered']]
export const READINGS: ReadonlyArray<readonly Containment[]> = [
  [],
  [READ],
  [READ, SENT],
  [READ, SENT, ['queued', ['sent', 'failed']]],
  [READ, SENT, ['queued', ['sent']]],
  [READ, SENT, ['queued', ['sent', 'failed']], ['scheduled', ['queued', 'canceled']]],
  [READ, SENT, ['queued', ['sent']], ['scheduled', ['queued']]],
]

type Counts = Record<LedgerStat, number | null>

/** Takes what a stat contains out of it; `null` when that leaves less than none, so the reading cannot be meant. */
function disentangle(stats: OperationStats, reading: readonly Containment[]): Counts | null {
  const counts: Counts = { ...stats }
  for (const [outer, inner] of reading) {
    const whole = stats[outer]
    if (whole === null) continue
    const rest = whole - inner.reduce((sum, stat) => sum + (stats[stat] ?? 0), 0)
    if (rest < 0) return null
    counts[outer] = rest
  }
  return counts
}

const sumOf = (counts: Counts) => LEDGER_STATS.reduce((sum, stat) => sum + (counts[stat] ?? 0), 0)

/**
 * The plain reading unless it counts more recipients than there are and another one does not. Among those that fit,
 * the one that leaves the fewest unaccounted for.
 */
function readStats(
  stats: OperationStats,
  asked: number | null,
): Pick<Ledger, 'reading'> & { counts: Counts } {
  const plain: Counts = { ...stats }
  if (asked === null || sumOf(plain) <= asked) return { reading: 'exclusive', counts: plain }
  let best: Counts | null = null
  for (const reading of READINGS.slice(1)) {
    const counts = disentangle(stats, reading)
    if (counts === null || sumOf(counts) > asked) continue
    if (best === null || sumOf(counts) > sumOf(best)) best = counts
  }
  return best ? { reading: 'cumulative', counts: best } : { reading: 'exclusive', counts: plain }
}

/** Section 2.3: `recipients` is who was asked for; `total`, the messages, stands in where it is not reported. */
export function ledgerOf({ stats }: Pick<Operation, 'stats'>): Ledger {
  const asked = stats.recipients ?? stats.total
  const { reading, counts } = readStats(stats, asked)
  const parts = LEDGER_STATS.map((stat) => ({ stat, group: GROUP_OF[stat], count: counts[stat] }))
  const sum = sumOf(counts)
  const totalOf = (group: LedgerGroup) =>
    parts.reduce((total, part) => total + (part.group === group ? (part.count ?? 0) : 0), 0)
  return {
    asked,
    parts,
    reached: totalOf('reached'),
    underway: totalOf('underway'),
    lost: totalOf('lost'),
    missing: asked === null ? 0 : Math.max(asked - sum, 0),
    surplus: asked === null ? 0 : Math.max(sum - asked, 0),
    reading,
  }
}

/** Every recipient asked for is in exactly one part, and none is still on the way. */
export function isAccountedFor({ asked, underway, missing, surplus }: Ledger): boolean {
  return asked !== null && underway === 0 && missing === 0 && surplus === 0
}

/** Section 2.3: the operation itself does nothing more. Its stats may still move (section 4.1, point 3). */
export function isTerminal({ status }: Pick<Operation, 'status'>): boolean {
  return status === 'COMPLETED' || status === 'CANCELED'
}

/** Nothing more is expected to happen: the operation is over and everybody is accounted for. */
export function isSettled(operation: Pick<Operation, 'status' | 'stats'>): boolean {
  return isTerminal(operation) && isAccountedFor(ledgerOf(operation))
}

/**
 * Whole per cent, cut and not rounded: 9,999 of 10,000 is 99 %, and only all is 100 %. A few of many is "0 %" here,
 * so the count belongs beside it.
 */
export function percentOf(count: number, asked: number | null): number | null {
  if (asked === null || asked <= 0) return null
  return Math.min(Math.floor((count * 100) / asked), 100)
}
