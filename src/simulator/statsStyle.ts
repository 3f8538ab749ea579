import type { OperationStats } from '#/comms/resources'
import { mix } from './hash'
import type { Scenario } from './scenarios/scenario'
import type { Send } from './send'

type Counts = Record<keyof OperationStats, number>

/**
 * The stats as a deployment might report them. The documentation leaves open whether they are exclusive or cumulative,
 * and its own samples do not add up (section 8, point 7).
 */
export function presentedStats(style: Scenario['stats'], send: Send, counts: Counts): Counts {
  if (style === 'cumulative') return cumulative(counts)
  return style === 'odd' ? odd(counts, mix(send.ordinal, 91)) : counts
}

function cumulative(counts: Counts): Counts {
  const delivered = counts.delivered + counts.read
  return { ...counts, delivered, sent: counts.sent + delivered + counts.undelivered }
}

/** A third of the operations forgets messages, a third counts some twice, a third is right. */
function odd(counts: Counts, hash: number): Counts {
  const some = Math.ceil(counts.delivered / 20)
  if (hash % 3 === 0) return { ...counts, delivered: counts.delivered - some }
  if (hash % 3 === 1) return { ...counts, undelivered: counts.undelivered + some }
  return counts
}
