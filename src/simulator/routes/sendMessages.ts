import type { Content, Json, Recipient } from '#/comms/resources'
import { decodeContent, decodeRecipient, enumeration, field, list, stringMap, text } from '#/comms/wire'
import { refusal } from '../answers'
import { packRecipients } from '../audience'
import { chosenSenders } from '../channelChoice'
import { readBody } from '../checks/bodies'
import { checkSend } from '../checks/checkSend'
import { accountInventory, type Exchange } from '../exchange'
import { hashText } from '../hash'
import { resourceId } from '../names'
import { sendTimeIn } from '../checks/schedule'
import { defaultSenders, type Inventory, type Sender } from '../senders'
import type { World } from '../world'
import { accepted } from './accepted'

/** `POST /Messages` (section 1.1): taken whole or not at all, then an operation that can be followed. */
export async function sendMessages(exchange: Exchange): Promise<Response> {
  const { request, dialect, version, world, time, base } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const inventory = accountInventory(exchange)
  const problems = checkSend(read.body, { dialect, version, inventory, now: time })
  if (problems.length > 0) return refusal(dialect, 400, problems)

  const { body } = read
  const from = field(body, 'from')
  const schedule = field(body, 'schedule')
  const send = world.accept({
    acceptedAt: time,
    recipients: recipientsOf(body),
    senders: sendersOf(world, inventory, from ?? null),
    senderPoolId: text(from, 'senderPoolId'),
    content: contentOf(body),
    modules: list(field(body, 'content'), 'modules'),
    tags: stringMap(body, 'tags'),
    scheduledAt: schedule ? sendTimeIn(schedule) : null,
  })
  return accepted(exchange, {
    operationId: send.id,
    operationLocation: `${base}/Messages/Operations/${send.id}`,
    resourceLocation: `${base}/Messages`,
  })
}

const NO_CONTENT: Content = { text: null, media: [], contentId: null }

function contentOf(body: Json): Content {
  return decodeContent(field(body, 'content')) ?? NO_CONTENT
}

function recipientsOf(body: Json) {
  const recipients: Recipient[] = []
  const variables = new Map<number, Record<string, string>>()
  for (const entry of list(body, 'to')) {
    const recipient = decodeRecipient(entry)
    if (!recipient) continue
    const values = stringMap(entry, 'variables')
    if (Object.keys(values).length > 0) variables.set(recipients.length, values)
    recipients.push(recipient)
  }
  return packRecipients(recipients, variables)
}

/** The senders that `from` stands for, in the order they are tried (section 2.1). */
function sendersOf({ scenario, hash }: World, inventory: Inventory, from: Json): Sender[] {
  if (from === null) return defaultSenders(inventory, scenario.rcsFirst === true)
  const senderId = text(from, 'senderId')
  if (senderId !== null) return inventory.senders.filter(({ id }) => id === senderId)
  const poolId = text(from, 'senderPoolId')
  if (poolId !== null) return membersOf(inventory, poolId, from)
  const address = text(from, 'address') ?? ''
  const channel = channelOf(from)
  const owned = inventory.senders.find((sender) => sender.address === address && sender.channel === channel)
  if (owned) return [owned]
  const id = resourceId('sender', hash, hashText(address) & 0xffffff, Date.UTC(2024, 0, 1))
  return [{ id, displayName: null, address, channel, status: 'ACTIVATED', tags: {}, createdAt: 0 }]
}

function channelOf(from: Json): Sender['channel'] {
  const channel = enumeration(from, 'channel')
  return channel === 'RCS' || channel === 'WHATSAPP' ? channel : 'SMS'
}

/** Whoever of a pool can send, as far as and in the order that `from` says. */
function membersOf({ pools }: Inventory, poolId: string, from: Json): Sender[] {
  const pool = pools.find(({ id }) => id === poolId)
  return chosenSenders(
    (pool?.members ?? []).filter(({ status }) => status === 'ACTIVATED'),
    from,
  )
}
