import type { Dialect } from '#/comms/dialect'
import type { Json, Problem } from '#/comms/resources'
import { checkContent } from './checkContent'
import { checkFrom } from './checkFrom'
import { checkRecipient } from './checkRecipient'
import { checkTags } from './checkTags'
import { Findings } from './findings'
import { bodyPart, type Part } from './part'
import { checkSchedule } from './schedule'
import { required } from './wording'
import type { Inventory } from '../senders'

/** Section 0. */
const MAX_RECIPIENTS = 10_000

export interface SendRules {
  dialect: Dialect
  version: string
  inventory: Inventory
  /** Simulated epoch milliseconds. */
  now: number
}

/**
 * Everything that is wrong with the body of a send, with JSON paths in the requester's own spelling. Empty when it is
 * accepted: a request is taken whole or not at all (section 4.1, point 1). Fields that nobody knows are left alone, see
 * {@link Part}.
 */
export function checkSend(body: Json, { dialect, version, inventory, now }: SendRules): Problem[] {
  const findings = new Findings()
  const send = bodyPart(body, { dialect, findings })
  if (send) {
    checkRecipients(send, version)
    checkFrom(send, inventory)
    checkContent(send)
    checkSchedule(send, now)
    checkTags(send.value('tags'), send.place('tags'), findings)
  }
  return findings.problems
}

function checkRecipients(send: Part, version: string) {
  if (!send.has('to')) return send.refuse('to', 21604, required)
  const to = send.list('to')
  if (to === null) return
  if (to.length === 0) {
    return send.refuse('to', 21604, (_, name) => `The field '${name}' must have at least one recipient.`)
  }
  if (to.length > MAX_RECIPIENTS) {
    return send.refuse(
      'to',
      20422,
      (_, name) => `The field '${name}' has ${to.length} recipients; at most 10000 are allowed.`,
    )
  }
  for (const recipient of send.parts('to', to, 'A recipient')) checkRecipient(recipient, version)
}
