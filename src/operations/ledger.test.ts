import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPERATION_STATS, type OperationStats } from '#/comms'
import { isAccountedFor, isSettled, LEDGER_STATS, ledgerOf, percentOf, READINGS } from './ledger'

const NONE: OperationStats = {
  total: null,
  recipients: null,
  attempts: null,
  unaddressable: null,
  scheduled: null,
  queued: null,
  sent: null,
  delivered: null,
  read: null,
  undelivered: null,
  failed: null,
  canceled: null,
}
const ZERO: OperationStats = { ...NONE }
for (const stat of OPERATION_STATS) ZERO[stat] = 0

const count = fc.nat(10_000)
const anyStats = fc.tuple(...OPERATION_STATS.map(() => fc.option(count, { nil: null }))).map((values) => {
  const stats = { ...NONE }
  OPERATION_STATS.forEach((stat, i) => (stats[stat] = values[i] ?? null))
  return stats
})

/** What really became of everybody, each counted once, so it adds up by construction. */
const truth = fc.tuple(...LEDGER_STATS.map(() => count)).map((values) => {
  const stats = { ...ZERO }
  LEDGER_STATS.forEach((stat, i) => (stats[stat] = values[i] ?? 0))
  stats.recipients = values.reduce((sum, value) => sum + value, 0)
  return stats
})

/** The same as a server of that reading would report it: from the inside out, each stat with what it contains. */
function report(stats: OperationStats, reading: (typeof READINGS)[number]): OperationStats {
  const reported = { ...stats }
  for (const [outer, inner] of reading) {
    reported[outer] = (stats[outer] ?? 0) + inner.reduce((sum, stat) => sum + (reported[stat] ?? 0), 0)
  }
  return reported
}

describe('ledgerOf', () => {
  it('adds up for any stats at all', () => {
    fc.assert(
      fc.property(anyStats, (stats) => {
        const { asked, parts, reached, underway, lost, missing, surplus } = ledgerOf({ stats })
        const sum = parts.reduce((total, part) => total + (part.count ?? 0), 0)
        expect(reached + underway + lost).toBe(sum)
        expect(parts.every((part) => part.count === null || part.count >= 0)).toBe(true)
        expect(missing).toBeGreaterThanOrEqual(0)
        expect(surplus).toBeGreaterThanOrEqual(0)
        if (asked === null) expect(missing + surplus).toBe(0)
        else expect(sum + missing - surplus).toBe(asked)
      }),
    )
  })

  it('finds the truth, whichever way the server counts', () => {
    fc.assert(
      fc.property(truth, fc.constantFrom(...READINGS), (stats, reading) => {
        const { parts, missing, surplus } = ledgerOf({ stats: report(stats, reading) })
        expect(Object.fromEntries(parts.map((part) => [part.stat, part.count]))).toEqual(
          Object.fromEntries(LEDGER_STATS.map((stat) => [stat, stats[stat]])),
        )
        expect([missing, surplus]).toEqual([0, 0])
      }),
    )
  })

  it('reads stats that count a read message as delivered too', () => {
    const ledger = ledgerOf({ stats: { ...ZERO, recipients: 10, delivered: 8, read: 5, undelivered: 2 } })
    expect(ledger).toMatchObject({ reached: 8, lost: 2, missing: 0, surplus: 0, reading: 'cumulative' })
  })

  it('says what is missing rather than guess', () => {
    const ledger = ledgerOf({ stats: { ...ZERO, recipients: 214, delivered: 131, queued: 77, failed: 4 } })
    expect(ledger).toMatchObject({ reached: 131, underway: 77, lost: 4, missing: 2, reading: 'exclusive' })
  })

  it('says what is too many when no reading fits', () => {
    // The documented message sample (section 2.3), which adds up under no reading.
    const stats = {
      ...ZERO,
      total: 10,
      recipients: 10,
      queued: 5,
      sent: 3,
      scheduled: 2,
      delivered: 3,
      read: 1,
      undelivered: 1,
    }
    expect(ledgerOf({ stats })).toMatchObject({ surplus: 5, missing: 0, reading: 'exclusive' })
  })

  it('does not take an unreported stat for none', () => {
    const { asked, parts, missing } = ledgerOf({ stats: { ...NONE, recipients: 5, delivered: 3 } })
    expect([asked, missing]).toEqual([5, 2])
    expect(parts.find((part) => part.stat === 'failed')?.count).toBeNull()
  })
})

describe('isSettled', () => {
  it('is never true while anybody is on the way, missing or too many', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyStats, truth),
        fc.constantFrom('SCHEDULED', 'PROCESSING', 'COMPLETED', 'CANCELED', 'PAUSED'),
        (stats, status) => {
          const { asked, reached, lost, underway } = ledgerOf({ stats })
          if (!isSettled({ status, stats })) return
          expect(['COMPLETED', 'CANCELED']).toContain(status)
          expect(underway).toBe(0)
          expect(reached + lost).toBe(asked)
        },
      ),
    )
  })

  it('waits for the last receipt', () => {
    const stats = { ...ZERO, recipients: 2, delivered: 1, sent: 1 }
    expect(isSettled({ status: 'COMPLETED', stats })).toBe(false)
    expect(isSettled({ status: 'COMPLETED', stats: { ...stats, sent: 0, delivered: 2 } })).toBe(true)
    expect(isSettled({ status: 'PROCESSING', stats: { ...stats, sent: 0, delivered: 2 } })).toBe(false)
  })

  it('is false when the API does not say how many were asked for', () => {
    expect(isSettled({ status: 'COMPLETED', stats: { ...NONE, delivered: 3 } })).toBe(false)
    expect(isAccountedFor(ledgerOf({ stats: NONE }))).toBe(false)
  })
})

describe('percentOf', () => {
  it('is 100 only when it is all', () => {
    expect(percentOf(9_999, 10_000)).toBe(99)
    expect(percentOf(10_000, 10_000)).toBe(100)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), count, (asked, reached) => {
        fc.pre(reached < asked)
        expect(percentOf(reached, asked)).toBeLessThan(100)
      }),
    )
  })

  it('is not a number when there is nothing to take it of', () => {
    expect(percentOf(0, 0)).toBeNull()
    expect(percentOf(3, null)).toBeNull()
  })
})
