import type { Dialect } from '#/comms/dialect'
import { isId } from '#/comms/ids'
import type { Json, Problem } from '#/comms/resources'
import { field, isObject, nameIn } from '#/comms/wire'
import { checkTags } from './checkTags'
import { Findings } from './findings'
import { notValid, shown } from './wording'

/** Section 1.3: senders of a new pool, and senders added at once. */
const MAX_NEW = 10_000
const MAX_ADDED = 1000

/** Everything that is wrong with the body of `POST /SenderPools`; all of its fields may be missing. */
export function checkNewPool(body: Json, dialect: Dialect): Problem[] {
  const findings = new Findings()
  if (!checkNameAndTags(body, findings)) return findings.problems
  const senders = field(body, 'senders') ?? null
  if (senders === null) return findings.problems
  if (!Array.isArray(senders)) findings.add('$.senders', 20422, "The field 'senders' must be a list.")
  else if (senders.length > MAX_NEW) {
    findings.add(
      '$.senders',
      20422,
      `The field 'senders' has ${senders.length} senders; at most 10000 are allowed.`,
    )
  } else checkMembers(senders, '$.senders', dialect, findings)
  return findings.problems
}

/** Everything that is wrong with the body of `PATCH /SenderPools/{id}`. */
export function checkPoolEdit(body: Json): Problem[] {
  const findings = new Findings()
  if (!checkNameAndTags(body, findings)) return findings.problems
  if (['name', 'tags'].every((name) => (field(body, name) ?? null) === null)) {
    findings.add('$', 20422, "There is nothing to change: the body needs a 'name' or 'tags'.")
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
  } else checkMembers(body, '$', dialect, findings)
  return findings.problems
}

/** False when the body is no object, so that there is nothing else to look at. */
function checkNameAndTags(body: Json, findings: Findings): boolean {
  if (!isObject(body)) {
    findings.add('$', 20422, 'The request body must be a JSON object.')
    return false
  }
  const name = field(body, 'name') ?? null
  if (name !== null && typeof name !== 'string') {
    findings.add('$.name', 20422, "The field 'name' must be a string.")
  } else if (name === '') findings.add('$.name', 20422, "The field 'name' is empty.")
  checkTags(field(body, 'tags'), '$.tags', findings)
  return true
}

/** Whether the account has a sender is not asked here: the operation counts those it has not as failed. */
function checkMembers(members: readonly Json[], path: string, dialect: Dialect, findings: Findings) {
  members.forEach((member, n) => {
    const place = `${path}[${n}]`
    if (!isObject(member)) return findings.add(place, 20422, 'A sender must be a JSON object.')
    const id = field(member, 'senderId') ?? null
    const name = nameIn(member, 'senderId', dialect)
    if (id === null || id === '') findings.add(`${place}.${name}`, 20422, `The field '${name}' is required.`)
    else if (typeof id !== 'string' || !isId('sender', id)) {
      findings.add(`${place}.${name}`, 20422, notValid(shown(id), name))
    }
  })
}
