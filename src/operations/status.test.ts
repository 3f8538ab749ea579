import { describe, expect, it } from 'vitest'
import { OPERATION_STATS, type Operation, type OperationStats } from '#/comms'
import { stateOf } from './status'

function operation(status: string, counts: Partial<OperationStats>): Operation {
  const stats = Object.fromEntries(OPERATION_STATS.map((stat) => [stat, counts[stat] ?? 0]))
  return {
    id: 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s',
    status,
    stats: { ...stats } as OperationStats, // Built from the list of all stats.
    createdAt: null,
    updatedAt: null,
    raw: null,
  }
}

describe('stateOf', () => {
  it.each([
    ['SCHEDULED', { recipients: 2, scheduled: 2 }, 'Scheduled', 'neutral'],
    ['PROCESSING', { recipients: 2, delivered: 2 }, 'Processing', 'blue'],
    ['COMPLETED', { recipients: 2, delivered: 1, sent: 1 }, 'Completed', 'blue'],
    ['COMPLETED', { recipients: 2, delivered: 1, read: 1 }, 'Settled', 'green'],
    ['COMPLETED', { recipients: 2, delivered: 1, failed: 1 }, 'Settled', 'amber'],
    ['COMPLETED', { recipients: 2, undelivered: 2 }, 'Settled', 'red'],
    ['COMPLETED', { recipients: 2, delivered: 1 }, 'Completed', 'amber'],
    ['CANCELED', { recipients: 2, canceled: 2 }, 'Cancelled', 'amber'],
    ['PAUSED', { recipients: 2, delivered: 2 }, 'PAUSED', 'amber'],
  ])('%s with %j is %s', (status, counts, label, tone) => {
    expect(stateOf(operation(status, counts))).toMatchObject({ label, tone })
  })

  it('says what is still out, and what does not add up', () => {
    const handedOver = operation('COMPLETED', { recipients: 214, delivered: 194, sent: 20 })
    expect(stateOf(handedOver).sentence).toBe('Handed over; 20 receipts still out.')
    const short = operation('COMPLETED', { recipients: 214, delivered: 212 })
    expect(stateOf(short).sentence).toBe('Completed, with 2 people not accounted for.')
    const all = operation('COMPLETED', { recipients: 10_000, delivered: 10_000 })
    expect(stateOf(all).sentence).toBe('Settled: all 10,000 people were reached.')
    const one = operation('COMPLETED', { recipients: 1, delivered: 1 })
    expect(stateOf(one).sentence).toBe('Settled: the person was reached.')
  })
})
