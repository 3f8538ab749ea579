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
/** An estimate beyond this is a guess. */
const LONGEST_ESTIMATE = 24 * 3_600_000

/** The pace of the last minute, or `null` while there is too little to say: too few answers, or nothing that moves. */
export function paceOf(samples: Sample[], underway: number): Pace | null {
  const last = samples.at(-1)
  if (!last || underway <= 0) return null
  const first = samples.find(({ at }) => last.at - at <= WINDOW)
  if (!first || last.at - first.at < SHORTEST_SPAN) return null
  const perSecond = ((last.done - first.done) * 1000) / (last.at - first.at)
  if (perSecond <= 0) return null
  const left = (underway / perSecond) * 1000
  return left > LONGEST_ESTIMATE ? null : { perSecond, left }
}

/** The pace between each two samples, per second, for a picture. A figure taken back counts as standing still. */
export function pacesOf(samples: Sample[]): { at: number; perSecond: number }[] {
  return samples.slice(1).map((sample, i) => {
    const before = samples[i] ?? sample
    const seconds = Math.max(sample.at - before.at, 1) / 1000
    return { at: sample.at, perSecond: Math.max(sample.done - before.done, 0) / seconds }
  })
}
