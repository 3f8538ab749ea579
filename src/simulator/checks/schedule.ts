import type { Json } from '#/comms/resources'
import { field, list } from '#/comms/wire'

/** Section 2.1: at most seven days ahead, as one client reports. */
const MAX_AHEAD = 7 * 86_400_000
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/

export type ScheduleReading = { sendAt: number } | { problem: string; code: number; index: number | null }

/**
 * When a send is to go out, in epoch milliseconds: the latest of the times given, since several are intersected. A
 * time without offset is taken as UTC, the rule for recipients whose zone is not known (section 2.1).
 */
export function readSchedule(schedule: Json, now: number): ScheduleReading {
  const single = field(schedule, 'sendAt')
  const times = typeof single === 'string' ? [single] : list(schedule, 'sendAt')
  if (times.length === 0) return { problem: 'A schedule needs a time to send at.', code: 35111, index: null }
  let sendAt = -Infinity
  for (const [index, value] of times.entries()) {
    const zone = typeof value === 'string' ? value.match(DATE_TIME) : null
    const time = zone ? Date.parse(zone[1] ? zone[0] : `${zone[0]}Z`) : Number.NaN
    if (Number.isNaN(time))
      return { problem: 'The time is not a valid RFC 3339 date-time.', code: 20422, index }
    sendAt = Math.max(sendAt, time)
  }
  const index = times.length - 1
  if (sendAt <= now) return { problem: 'The time is in the past.', code: 35114, index }
  if (sendAt > now + MAX_AHEAD) return { problem: 'The time is more than 7 days ahead.', code: 35114, index }
  return { sendAt }
}
