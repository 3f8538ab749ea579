import type { Dialect } from '#/comms/dialect'
import { isId } from '#/comms/ids'
import type { Json, Problem } from '#/comms/resources'
import { checkTags } from './checkTags'
import { Findings } from './findings'
import { bodyPart, partsOf, type Part } from './part'
import { notValid, required } from './wording'

/** Section 1.3: senders of a new pool, and senders added at once. */
const MAX_NEW = 10_000
const MAX_ADDED = 1000

/** Everything that is wrong with the body of `POST /SenderPools`; all of its fields may be missing. */
export function checkNewPool(body: Json, dialect: Dialect): Problem[] {
  const findings = new Findings()
  const pool = bodyPart(body, { dialect, findings })
  if (!pool) return findings.problems
  checkNameAndTags(pool)
  const senders = pool.list('senders')
  if (senders === null) return findings.problems
  if (senders.length > MAX_NEW) {
    const message = `has ${senders.length} senders; at most 10000 are allowed.`
    pool.refuse('senders', 20422, (_, name) => `The field '${name}' ${message}`)
  } else checkMembers(pool.parts('senders', senders, 'A sender'))
  return findings.problems
}

/** Everything that is wrong with the body of `PATCH /SenderPools/{id}`. */
export function checkPoolEdit(body: Json, dialect: Dialect): Problem[] {
  const findings = new Findings()
  const pool = bodyPart(body, { dialect, findings })
  if (!pool) return findings.problems
  checkNameAndTags(pool)
  if (!pool.has('name') && !pool.has('tags')) {
    pool.complain(20422, "There is nothing to change: the body needs a 'name' or 'tags'.")
  }
  return findings.problems
}

/** Everything that is wrong with the body of `POST /SenderPools/{id}/Senders`, which is a list. */
export function checkAddedSenders(body: Json, dialect: Dialect): Problem[] {
  const findings = new Findings()
  if (!Array.isArray(body)) findings.add('$', 20422, 'The request body must be a JSON list.')
  else if (body.length === 0) findings.add('$', 20422, 'The list must have at least one sender.')
  else if (body.length > MAX_ADDED) {
    findings.add('$', 20422, `The list has ${body.length} senders; at most 1000 are allowed.`)
  } else checkMembers(partsOf(body, '$', 'A sender', { dialect, findings }))
  return findings.problems
}

function checkNameAndTags(pool: Part): void {
  pool.text('name')
  checkTags(pool.value('tags'), pool.place('tags'), pool.checking.findings)
}

/** Whether the account has a sender is not asked here: the operation counts those it has not as failed. */
function checkMembers(members: Iterable<Part>): void {
  for (const member of members) {
    const id = member.value('senderId')
    if (id === null || id === '') member.refuse('senderId', 20422, required)
    else if (typeof id !== 'string' || !isId('sender', id)) member.refuse('senderId', 20422, notValid)
  }
}
