import { isId, type IdKind } from '#/comms/ids'
import { RECIPIENT_CHANNELS } from '#/comms/resources'
import { isObject } from '#/comms/wire'
import { magicNumber } from '../scenarios/magicNumbers'
import { member } from './findings'
import type { Part } from './part'
import { mustBe, named, notValid, required, shown } from './wording'

const MAX_ADDRESSES = 10
export const E164 = /^\+[1-9]\d{6,14}$/

const PROFILE = ['profileId', 'memoryStoreId']
/** What tells the forms of a recipient apart (section 2.1). */
const FORMS = ['address', 'addresses', ...PROFILE, 'cohortId']

/** Section 2.1: one address, several to try in order, a profile, or in the preview version a cohort; exactly one of them. */
export function checkRecipient(recipient: Part, version: string): void {
  checkVariables(recipient)
  const given = FORMS.filter((name) => recipient.has(name))
  if (given.length > 1 && given.some((name) => !PROFILE.includes(name))) {
    // Which form was meant is not known, and so neither what is missing from it.
    const names = given.map((name) => recipient.name(name))
    return recipient.complain(20422, `The recipient has more than one form: ${named(names)}.`)
  }
  switch (given[0]) {
    case 'addresses':
      return checkAddresses(recipient)
    case 'profileId':
    case 'memoryStoreId':
      return checkProfile(recipient)
    case 'cohortId':
      return refuseCohort(recipient, version)
    default:
      return checkAddress(recipient)
  }
}

function refuseCohort(recipient: Part, version: string) {
  const reason = version === 'preview' ? 'is not known' : 'is available in the preview version only'
  recipient.refuse('cohortId', 20422, (_, name) => `The cohort of the field '${name}' ${reason}.`)
}

const PROFILE_KINDS: ReadonlyArray<readonly [name: string, kind: IdKind]> = [
  ['profileId', 'profile'],
  ['memoryStoreId', 'store'],
]

function checkAddresses(recipient: Part) {
  const addresses = recipient.list('addresses')
  if (addresses === null) return
  if (addresses.length === 0 || addresses.length > MAX_ADDRESSES) {
    recipient.refuse('addresses', 20422, (_, name) => `The field '${name}' must have 1 to 10 addresses.`)
  }
  for (const address of recipient.parts('addresses', addresses, 'An address')) checkAddress(address)
}

function checkProfile(recipient: Part) {
  for (const [name, kind] of PROFILE_KINDS) {
    const id = recipient.text(name, 'needed')
    if (id !== null && !isId(kind, id)) recipient.refuse(name, 20422, notValid)
  }
}

/** A person's number and the channel it is for. */
export function checkAddress(part: Part): void {
  checkNumber(part)
  part.oneOf('channel', RECIPIENT_CHANNELS, 'needed')
}

/** The number in `address`. */
export function checkNumber(part: Part): void {
  const address = part.value('address')
  if (typeof address !== 'string' || address === '') return part.refuse('address', 21604, required)
  const refused = magicNumber(address)?.refusedWith
  if (refused) part.refuse('address', refused.code, () => refused.message)
  else if (!E164.test(address)) {
    part.refuse(
      'address',
      21211,
      (value, name) => `The value '${value}' is not a valid phone number for the field '${name}'.`,
    )
  }
}

/** Section 2.1: a map of strings. Its keys are the sender's own, so an entry that is `null` is there, and no string. */
function checkVariables(recipient: Part) {
  const variables = recipient.value('variables')
  if (variables === null) return
  if (!isObject(variables)) return recipient.refuse('variables', 21656, mustBe('an object'))
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === 'string') continue
    recipient.checking.findings.add(
      member(recipient.place('variables'), name),
      21656,
      `The value of the variable '${shown(name)}' must be a string.`,
    )
  }
}
