import type { Dialect } from '#/comms/dialect'
import type { Json, Problem } from '#/comms/resources'
import { RECIPIENT_CHANNELS, SENDER_CHANNELS } from '#/comms/resources'
import { field, isObject, list, nameIn, text } from '#/comms/wire'
import { checkContent } from './checkContent'
import { checkTags } from './checkTags'
import { Findings, member } from './findings'
import { notRecognized, notValid } from './listQuery'
import { magicNumber } from '../scenarios/magicNumbers'
import { readSchedule } from './schedule'
import type { Inventory } from '../senders'

/** Section 0 and 2.1. */
const MAX_RECIPIENTS = 10_000
const MAX_ADDRESSES = 10
const E164 = /^\+[1-9]\d{6,14}$/
/** A short code, an alphanumeric sender id, or an agent's address. */
const NAMED_SENDER = /^(?:\d{3,8}|(?=.*[a-zA-Z])[a-zA-Z0-9 ._&+-]{1,11}|rcs:[\w.-]+)$/

export interface SendRules {
  dialect: Dialect
  version: string
  inventory: Inventory
  /** Simulated epoch milliseconds. */
  now: number
}

/**
 * Everything that is wrong with the body of a send, with JSON paths in the requester's own spelling. Empty when it is
 * accepted: a request is taken whole or not at all (section 4.1, point 1).
 */
export function checkSend(body: Json, rules: SendRules): Problem[] {
  const { dialect } = rules
  const findings = new Findings()
  if (!isObject(body)) {
    findings.add('$', 20422, 'The request body must be a JSON object.')
    return findings.problems
  }
  checkRecipients(body, rules, findings)
  checkFrom(body, rules, findings)
  checkContent(body, dialect, findings)
  checkSchedule(body, rules, findings)
  checkTags(field(body, 'tags'), `$.${nameIn(body, 'tags', dialect)}`, findings)
  return findings.problems
}

function checkRecipients(body: Json, rules: SendRules, findings: Findings) {
  const to = field(body, 'to')
  if (to === undefined || to === null) return findings.add('$.to', 21604, "The field 'to' is required.")
  if (!Array.isArray(to)) return findings.add('$.to', 20422, "The field 'to' must be a list.")
  if (to.length === 0) return findings.add('$.to', 21604, "The field 'to' must have at least one recipient.")
  if (to.length > MAX_RECIPIENTS) {
    return findings.add(
      '$.to',
      20422,
      `The field 'to' has ${to.length} recipients; at most 10000 are allowed.`,
    )
  }
  to.forEach((recipient, index) => checkRecipient(recipient, `$.to[${index}]`, rules, findings))
}

function checkRecipient(recipient: Json, path: string, rules: SendRules, findings: Findings) {
  const { dialect, version } = rules
  if (!isObject(recipient)) return findings.add(path, 20422, 'A recipient must be a JSON object.')
  checkVariables(recipient, path, findings)
  if (field(recipient, 'addresses') !== undefined) {
    const addresses = list(recipient, 'addresses')
    if (addresses.length === 0 || addresses.length > MAX_ADDRESSES) {
      return findings.add(`${path}.addresses`, 20422, "The field 'addresses' must have 1 to 10 addresses.")
    }
    addresses.forEach((address, n) => checkAddress(address, `${path}.addresses[${n}]`, findings))
    return
  }
  if (field(recipient, 'profileId') !== undefined) {
    for (const name of ['profileId', 'memoryStoreId']) {
      const value = field(recipient, name)
      const spelled = nameIn(recipient, name, dialect)
      if (typeof value !== 'string' || value === '') {
        findings.add(`${path}.${spelled}`, 20422, `The field '${spelled}' is required.`)
      }
    }
    return
  }
  if (field(recipient, 'cohortId') !== undefined) {
    const spelled = nameIn(recipient, 'cohortId', dialect)
    const reason = version === 'preview' ? 'is not known' : 'is available in the preview version only'
    return findings.add(`${path}.${spelled}`, 20422, `The cohort of the field '${spelled}' ${reason}.`)
  }
  checkAddress(recipient, path, findings)
}

function checkAddress(json: Json, path: string, findings: Findings) {
  const address = field(json, 'address')
  if (typeof address !== 'string' || address === '') {
    findings.add(`${path}.address`, 21604, "The field 'address' is required.")
  } else {
    const refused = magicNumber(address)?.refusedWith
    if (refused) findings.add(`${path}.address`, refused.code, refused.message)
    else if (!E164.test(address)) {
      const message = `The value '${clip(address)}' is not a valid phone number for the field 'address'.`
      findings.add(`${path}.address`, 21211, message)
    }
  }
  checkChannel(json, RECIPIENT_CHANNELS, path, findings)
}

function checkChannel(json: Json, allowed: readonly string[], path: string, findings: Findings) {
  const channel = field(json, 'channel')
  if (typeof channel !== 'string' || channel === '') {
    findings.add(`${path}.channel`, 20422, "The field 'channel' is required.")
  } else if (!allowed.includes(channel.toUpperCase())) {
    findings.add(`${path}.channel`, 20422, notRecognized(clip(channel), 'channel'))
  }
}

function checkVariables(recipient: Json, path: string, findings: Findings) {
  const variables = field(recipient, 'variables')
  if (variables === undefined || variables === null) return
  if (!isObject(variables))
    return findings.add(`${path}.variables`, 21656, "The field 'variables' must be an object.")
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value !== 'string') {
      findings.add(
        member(`${path}.variables`, name),
        21656,
        `The value of the variable '${clip(name)}' must be a string.`,
      )
    }
  }
}

function checkFrom(body: Json, { dialect, inventory }: SendRules, findings: Findings) {
  const from = field(body, 'from')
  if (from === undefined || from === null) return
  if (!isObject(from)) return findings.add('$.from', 21212, "The field 'from' must be an object.")
  for (const [name, known] of [
    ['senderId', inventory.senders],
    ['senderPoolId', inventory.pools],
  ] as const) {
    const id = field(from, name)
    if (id === undefined) continue
    const spelled = nameIn(from, name, dialect)
    const isUsable = known.some((one) => one.id === id && !('status' in one && one.status !== 'ACTIVATED'))
    if (typeof id !== 'string' || !isUsable) {
      findings.add(`$.from.${spelled}`, 21212, notValid(clip(text(from, name) ?? ''), spelled))
    }
    return
  }
  const address = field(from, 'address')
  if (typeof address !== 'string' || address === '') {
    findings.add('$.from.address', 21603, "The field 'address' is required.")
  } else if (!E164.test(address) && !NAMED_SENDER.test(address)) {
    findings.add('$.from.address', 21212, notValid(clip(address), 'address'))
  }
  checkChannel(from, SENDER_CHANNELS, '$.from', findings)
}

function checkSchedule(body: Json, { dialect, now }: SendRules, findings: Findings) {
  const schedule = field(body, 'schedule')
  if (schedule === undefined || schedule === null) return
  const result = readSchedule(schedule, now)
  const name = nameIn(schedule, 'sendAt', dialect)
  if ('problem' in result) {
    const place = result.index === null ? '' : `[${result.index}]`
    findings.add(`$.schedule.${name}${place}`, result.code, result.problem)
  }
}

function clip(words: string): string {
  return words.length > 80 ? `${words.slice(0, 80)}…` : words
}
