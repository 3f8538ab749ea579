import type { Operation } from '#/comms'
import { ledgerOf } from './ledger'

/** How many recipients had come to an end, reached or lost, at a moment (epoch milliseconds). */
export interface Sample {
  at: number
  done: number
}

/** Enough for a picture; beyond it every second sample goes, so that the picture still shows all of the time. */
const KEPT = 120

export function addSample(samples: Sample[], operation: Operation, now: number): Sample[] {
  const { reached, lost } = ledgerOf(operation)
  const kept = samples.length < KEPT ? samples : samples.filter((_, i) => i % 2 === 0)
  return [...kept, { at: now, done: reached + lost }]
}

export interface Pace {
  /** Recipients that come to an end in a second, over the last minute. */
  perSecond: number
  /** Milliseconds until the last one does, if it goes on like this. */
  left: number
}

const WINDOW = 60_000
/** Two answers close together say more of chance than of pace. */
const SHORTEST_SPAN = 4_000
/** Below a second there is nothing to wait for, and beyond a day an estimate is a guess. */
const ESTIMATE = { shortest: 1_000, longest: 24 * 3_600_000 }
/** When nothing has changed for so long, what was fast before says nothing of what is to come. */
const STALE = 20_000

/** The pace of the last minute, or `null` while there is too little to say: too few answers, or nothing that moves. */
export function paceOf(samples: Sample[], underway: number): Pace | null {
  const last = samples.at(-1)
  if (!last || underway <= 0) return null
  const moved = samples.findLast(({ done }) => done < last.done)
  const recent = samples.slice(samples.findIndex(({ at }) => last.at - at <= WINDOW))
  const first = recent[0]
  if (!first || last.at - first.at < SHORTEST_SPAN || (moved && last.at - moved.at > STALE)) return null
  const steps = withoutLeap(recent.slice(1).map((sample, i) => stepOf(recent[i] ?? sample, sample)))
  const perSecond = (sumOf(steps, 'done') * 1000) / sumOf(steps, 'ms')
  if (!(perSecond > 0)) return null
  const left = (underway / perSecond) * 1000
  return left < ESTIMATE.shortest || left > ESTIMATE.longest ? null : { perSecond, left }
}

interface Step {
  ms: number
  done: number
}

const stepOf = (before: Sample, after: Sample): Step => ({
  ms: after.at - before.at,
  done: after.done - before.done,
})
const sumOf = (steps: Step[], part: keyof Step) => steps.reduce((sum, step) => sum + step[part], 0)

/** Of three steps or more the fastest is left out: one leap, as after a computer slept, is no pace. */
function withoutLeap(steps: Step[]): Step[] {
  if (steps.length < 3) return steps
  const speeds = steps.map(({ ms, done }) => done / Math.max(ms, 1))
  const fastest = speeds.indexOf(Math.max(...speeds))
  return steps.filter((_, i) => i !== fastest)
}

/** The pace between each two samples, per second, for a picture. A figure taken back counts as standing still. */
export function pacesOf(samples: Sample[]): { at: number; perSecond: number }[] {
  return samples.slice(1).map((sample, i) => {
    const before = samples[i] ?? sample
    const seconds = Math.max(sample.at - before.at, 1) / 1000
    return { at: sample.at, perSecond: Math.max(sample.done - before.done, 0) / seconds }
  })
}
