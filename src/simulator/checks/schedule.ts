import type { Json } from '#/comms/resources'
import { field } from '#/comms/wire'
import { sendTimeOf } from './moments'
import type { Part } from './part'
import { mustBe, notValid, required, shown } from './wording'

/** Section 2.1: at most seven days ahead, as one client reports. */
const MAX_AHEAD = 7 * 86_400_000

/** Complains about each time of a schedule that is none, has passed or is too far ahead, under its own index. */
export function checkSchedule(send: Part, now: number): void {
  const schedule = send.object('schedule')
  if (schedule === null) return
  const place = schedule.place('sendAt')
  const name = schedule.name('sendAt')
  const value = schedule.value('sendAt')
  const add = (at: string, code: number, message: string) => schedule.checking.findings.add(at, code, message)
  const check = (entry: Json, at: string) => {
    const time = typeof entry === 'string' ? sendTimeOf(entry) : null
    const said = shown(entry)
    if (time === null) add(at, 20422, notValid(said, name))
    else if (time <= now) add(at, 35114, `The value '${said}' for the field '${name}' is in the past.`)
    else if (time > now + MAX_AHEAD) {
      add(at, 35114, `The value '${said}' for the field '${name}' is more than 7 days ahead.`)
    }
  }
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return schedule.refuse('sendAt', 35111, required)
  }
  if (Array.isArray(value)) return value.forEach((entry, n) => check(entry, `${place}[${n}]`))
  // One time instead of a list of one is forgiven.
  if (typeof value === 'string') return check(value, place)
  schedule.refuse('sendAt', 20422, mustBe('a list'))
}

/**
 * When a send with this schedule, found in order, goes out, in epoch milliseconds: the latest of its times, since several
 * are intersected (section 2.1).
 */
export function sendTimeIn(schedule: Json): number | null {
  const value = field(schedule, 'sendAt')
  let latest: number | null = null
  for (const entry of Array.isArray(value) ? value : [value]) {
    const time = typeof entry === 'string' ? sendTimeOf(entry) : null
    if (time !== null && (latest === null || time > latest)) latest = time
  }
  return latest
}
