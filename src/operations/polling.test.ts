import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPERATION_STATS, type Operation, type OperationStats } from '#/comms'
import { follow, followAgain, planPoll, type Followed, type PollState } from './polling'

const NOW = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000

function operation(status: string, counts: Partial<OperationStats>, updatedAt = NOW): Operation {
  const stats = Object.fromEntries(OPERATION_STATS.map((stat) => [stat, counts[stat] ?? 0]))
  return {
    id: 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s',
    status,
    stats: { ...stats } as OperationStats, // Built from the list of all stats.
    createdAt: new Date(updatedAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    raw: null,
  }
}

const fine = (followed: Followed): PollState => ({ followed, failure: null })

/** Follows an operation through a life given as a function of time; gives the moments at which it was asked for. */
function live(at: (elapsed: number) => Operation, until: number): { polls: number[]; end: string } {
  const polls: number[] = []
  let followed: Followed | null = null
  let now = NOW
  while (now - NOW < until) {
    polls.push(now - NOW)
    followed = follow(followed, at(now - NOW), now)
    const plan = planPoll(fine(followed))
    if ('rest' in plan) return { polls, end: plan.rest }
    expect(plan.at).toBeGreaterThan(now)
    now = plan.at
  }
  return { polls, end: 'following' }
}

describe('planPoll', () => {
  it('keeps to 40 requests in the first five minutes, whatever moves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 100, max: 120_000 }),
        (all, step) => {
          const moving = (elapsed: number) => {
            const sent = Math.min(Math.floor(elapsed / step), all)
            return operation('PROCESSING', { recipients: all, queued: all - sent, sent })
          }
          const { polls, end } = live(moving, 5 * MINUTE)
          expect(polls.length).toBeLessThanOrEqual(40)
          expect(end).toBe('following')
        },
      ),
    )
  })

  it('shows a short send as it happens', () => {
    const { polls } = live(
      (elapsed) => operation('PROCESSING', { recipients: 100, sent: Math.floor(elapsed / 500) }),
      10_000,
    )
    for (const [i, poll] of polls.entries()) expect(poll - (polls[i - 1] ?? 0)).toBeLessThanOrEqual(2000)
  })

  it('slows down while nothing changes, to twice a minute', () => {
    const { polls } = live(() => operation('PROCESSING', { recipients: 5, queued: 5 }), 10 * MINUTE)
    const pauses = polls.slice(1).map((poll, i) => poll - (polls[i] ?? 0))
    for (const [i, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(pauses[i - 1] ?? 0)
    expect(pauses.at(-1)).toBe(30_000)
  })

  it('speeds up again when something moves', () => {
    const stuck = follow(null, operation('PROCESSING', { recipients: 5, queued: 5 }), NOW)
    const waiting = follow(stuck, stuck.operation, NOW + 2 * MINUTE)
    const moved = follow(waiting, operation('PROCESSING', { recipients: 5, sent: 5 }), NOW + 2 * MINUTE)
    const before = planPoll(fine(waiting))
    const after = planPoll(fine(moved))
    expect('at' in before && 'at' in after && after.at < before.at).toBe(true)
  })

  it('goes on after COMPLETED while receipts are out, and stops when the last is in', () => {
    const { polls, end } = live((elapsed) => {
      const delivered = elapsed < MINUTE ? 1 : 2
      return operation('COMPLETED', { recipients: 2, sent: 2 - delivered, delivered })
    }, 20 * MINUTE)
    expect(end).toBe('settled')
    expect(polls.at(-1)).toBeGreaterThanOrEqual(MINUTE)
    expect(polls.at(-1)).toBeLessThan(2 * MINUTE)
  })

  it('comes to rest when receipts never arrive, and takes up again when asked', () => {
    const silent = operation('COMPLETED', { recipients: 2, sent: 1, delivered: 1 })
    const { polls, end } = live(() => silent, 60 * MINUTE)
    expect(end).toBe('quiet')
    expect(polls.at(-1)).toBeLessThan(12 * MINUTE)
    expect(polls.length).toBeLessThan(40)

    const quiet = follow(follow(null, silent, NOW), silent, NOW + 15 * MINUTE)
    expect(planPoll(fine(quiet))).toEqual({ rest: 'quiet' })
    expect(planPoll(fine(followAgain(quiet, NOW + 16 * MINUTE)))).toHaveProperty('at')
  })

  it('does not follow what was over days ago', () => {
    const old = operation('COMPLETED', { recipients: 2, sent: 1, delivered: 1 }, NOW - 3 * 24 * 60 * MINUTE)
    expect(planPoll(fine(follow(null, old, NOW)))).toEqual({ rest: 'quiet' })
  })

  it('follows what does not add up, but not for ever', () => {
    const { end, polls } = live(() => operation('COMPLETED', { recipients: 3, delivered: 1 }), 60 * MINUTE)
    expect(end).toBe('quiet')
    expect(polls.length).toBeGreaterThan(5)
  })

  it('never asks before Retry-After, and backs off while failing', () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), fc.nat(600_000), (lasting, wait) => {
        const retryAt = NOW + wait
        const plan = planPoll({ followed: null, failure: { at: NOW, lasting, retryAt, hopeless: false } })
        if ('rest' in plan) throw new Error('gave up')
        expect(plan.at).toBeGreaterThanOrEqual(Math.max(retryAt, NOW + 4000))
        expect(plan.at).toBeLessThanOrEqual(Math.max(retryAt, NOW + MINUTE))
      }),
    )
  })

  it('asks a dozen times in ten minutes of failing, not hundreds', () => {
    const followed = follow(null, operation('PROCESSING', { recipients: 5, queued: 5 }), NOW)
    let at = NOW
    let asked = 0
    while (at < NOW + 10 * MINUTE) {
      const failure = { at, lasting: at - NOW, retryAt: null, hopeless: false }
      const plan = planPoll({ followed, failure })
      if ('rest' in plan) throw new Error('gave up')
      at = plan.at
      asked += 1
    }
    expect(asked).toBeLessThan(16)
  })

  it('stops asking what is refused, and does not start again for what was settled', () => {
    const failure = { at: NOW, lasting: 0, retryAt: null, hopeless: true }
    expect(planPoll({ followed: null, failure })).toEqual({ rest: 'failed' })
    const settled = follow(null, operation('COMPLETED', { recipients: 1, delivered: 1 }), NOW)
    expect(planPoll({ followed: settled, failure: { ...failure, hopeless: false } })).toEqual({
      rest: 'settled',
    })
  })
})
