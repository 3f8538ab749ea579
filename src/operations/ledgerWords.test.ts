import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPERATION_STATS, type OperationStats } from '#/comms'
import { ledgerOf } from './ledger'
import { segmentsOf, summaryOf } from './ledgerWords'

function ledger(counts: Partial<OperationStats>) {
  const stats = Object.fromEntries(OPERATION_STATS.map((stat) => [stat, counts[stat] ?? 0]))
  return ledgerOf({ stats: { ...stats } as OperationStats }) // Built from the list of all stats.
}

describe('summaryOf', () => {
  it.each([
    [{ recipients: 214, delivered: 131, queued: 79, failed: 4 }, '61 % reached · 79 on the way · 4 lost'],
    [{ recipients: 10_000, delivered: 9_999, sent: 1 }, '99 % reached · 1 on the way'],
    [{ recipients: 10_000, delivered: 3, queued: 9_997 }, '3 reached · 9,997 on the way'],
    [{ recipients: 5, delivered: 4, read: 1 }, 'all reached'],
    [{ recipients: 1, delivered: 1 }, 'reached'],
    [{ recipients: 1, queued: 1 }, 'on the way'],
    [{ recipients: 1, unaddressable: 1 }, 'lost'],
    [{ recipients: 1, delivered: 1, failed: 1 }, '1 reached · 1 lost · 1 more than asked for'],
    [{ recipients: 1 }, '1 not accounted for'],
    [{ recipients: 3, delivered: 1 }, '33 % reached · 2 not accounted for'],
    [{ recipients: 2, delivered: 3 }, '3 reached · 1 more than asked for'],
  ])('%j reads %s', (counts, words) => {
    expect(summaryOf(ledger(counts))).toBe(words)
  })

  it('says "all" only of all', () => {
    const count = fc.nat(50)
    fc.assert(
      fc.property(
        fc.record({ recipients: count, delivered: count, sent: count, failed: count }),
        (counts) => {
          const { recipients, delivered, sent, failed } = counts
          if (!summaryOf(ledger(counts)).includes('all reached')) return
          expect([delivered, sent, failed]).toEqual([recipients, 0, 0])
        },
      ),
    )
  })
})

describe('segmentsOf', () => {
  it('fills the bar exactly, missing ones included', () => {
    const segments = segmentsOf(ledger({ recipients: 10, delivered: 4, failed: 3 }))
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(10)
    expect(segments.find(({ key }) => key === 'missing')?.count).toBe(3)
  })
})
