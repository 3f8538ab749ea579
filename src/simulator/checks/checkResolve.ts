import type { Dialect } from '#/comms/dialect'
import { RECIPIENT_CHANNELS, SENDER_CHANNELS, type Json, type Problem } from '#/comms/resources'
import { enumeration } from '#/comms/wire'
import type { Inventory } from '../senders'
import { checkChannelChoice } from './checkChannelChoice'
import { checkKnown, checkSenderAddress } from './checkFrom'
import { checkNumber } from './checkRecipient'
import { Findings } from './findings'
import { bodyPart, type Part } from './part'
import { named, notValid } from './wording'

/** Section 1.2: of recipients, and of senders. */
const MAX_ADDRESSES = 100
const ELSEWHERE = ['EMAIL', 'PUSH']
const EMAIL = /^[^\s@]+@[^\s@]+$/

/** Everything that is wrong with the body of `POST /Senders/Resolve` (section 1.2). */
export function checkResolve(body: Json, inventory: Inventory, dialect: Dialect): Problem[] {
  const findings = new Findings()
  const resolution = bodyPart(body, { dialect, findings })
  if (resolution) {
    for (const recipient of addressesOf(resolution, 'recipientAddresses', 'A recipient')) checkTo(recipient)
    checkSource(resolution, inventory)
    checkChannelChoice(resolution, [...SENDER_CHANNELS, ...ELSEWHERE])
  }
  return findings.problems
}

function addressesOf(resolution: Part, name: string, what: string): Iterable<Part> {
  const addresses = resolution.list(name)
  if (addresses === null && resolution.has(name)) return []
  if (!addresses || addresses.length === 0 || addresses.length > MAX_ADDRESSES) {
    resolution.refuse(name, 20422, (_, spelled) => `The field '${spelled}' must have 1 to 100 addresses.`)
  }
  return resolution.parts(name, addresses ?? [], what)
}

function checkTo(recipient: Part) {
  recipient.oneOf('channel', [...RECIPIENT_CHANNELS, ...ELSEWHERE], 'needed')
  const channel = enumeration(recipient.json, 'channel')
  if (channel === 'EMAIL') checkEmail(recipient)
  else if (channel === 'PUSH') recipient.text('address', 'needed')
  else checkNumber(recipient)
}

/** A pool, or addresses of senders; exactly one of them. */
function checkSource(resolution: Part, inventory: Inventory) {
  const given = resolution.given(['senderPoolId', 'senderAddresses'])
  if (given.length === 0) {
    return resolution.complain(20422, 'There must be either a sender pool or sender addresses.')
  }
  if (given.length > 1) {
    return resolution.complain(20422, `The senders are given in more than one form: ${named(given)}.`)
  }
  if (resolution.has('senderAddresses')) {
    for (const sender of addressesOf(resolution, 'senderAddresses', 'A sender')) checkSender(sender)
    return
  }
  checkKnown(
    resolution,
    'senderPoolId',
    inventory.pools.some(({ id }) => id === resolution.value('senderPoolId')),
  )
}

/** The sender of a message, or of an email by address and name, or of a push notification by its credentials. */
function checkSender(sender: Part) {
  const push = sender.given(['fcm', 'apn'])
  const others = sender.given(['address', 'name', 'channel'])
  const mixed = push.length > 0 ? others.length > 0 : sender.given(['name', 'channel']).length > 1
  if (mixed)
    return sender.complain(20422, `The sender has more than one form: ${named([...others, ...push])}.`)
  if (push.length > 0) for (const name of push) sender.text(name)
  else if (!sender.has('name')) checkSenderAddress(sender)
  else {
    checkEmail(sender)
    sender.text('name')
  }
}

function checkEmail(part: Part) {
  const address = part.text('address', 'needed')
  if (address !== null && !EMAIL.test(address)) part.refuse('address', 20422, notValid)
}
