import type { Address, Json, ResolvedRoute } from '#/comms/resources'
import { decodeRecipient, encodeResolved, enumeration, list, text } from '#/comms/wire'
import { json, refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { Findings } from '../checks/findings'
import { notRecognized } from '../checks/listQuery'
import type { Exchange } from '../exchange'
import { routesTo } from '../send'
import type { Inventory, Sender } from '../senders'

const MAX_RESOLVED = 100

/** `POST /Senders/Resolve` (section 1.2): a dry run of which sender would reach which address. */
export async function resolveSenders({
  request,
  dialect,
  spelling,
  world,
  time,
}: Exchange): Promise<Response> {
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const findings = new Findings()
  checkRecipients(read.body, findings)
  const inventory = { ...world.inventory, pools: world.pools.at(time) }
  const senders = sendersOf(read.body, inventory, findings)
  if (findings.problems.length > 0) return refusal(dialect, 400, findings.problems)
  const routes = list(read.body, 'recipientAddresses')
    .map((recipient) => decodeRecipient(recipient)?.addresses[0])
    .flatMap((to) => (to ? resolved(senders, to) : []))
  return json(encodeResolved(routes, spelling))
}

function checkRecipients(body: Json, findings: Findings) {
  const recipients = list(body, 'recipientAddresses')
  if (recipients.length < 1 || recipients.length > MAX_RESOLVED) {
    findings.add('$.recipientAddresses', 20422, 'There must be 1 to 100 recipient addresses.')
  }
  recipients.forEach((recipient, n) => {
    const place = `$.recipientAddresses[${n}]`
    if (text(recipient, 'address') === null) {
      findings.add(`${place}.address`, 20422, "The field 'address' is required.")
    }
    const channel = enumeration(recipient, 'channel')
    if (channel !== 'PHONE' && channel !== 'WHATSAPP') {
      findings.add(`${place}.channel`, 20422, notRecognized(text(recipient, 'channel') ?? '', 'channel'))
    }
  })
}

/** The senders to choose from: those of a pool, or those of the account with one of these addresses. */
function sendersOf(body: Json, { senders, pools }: Inventory, findings: Findings): readonly Sender[] {
  const poolId = text(body, 'senderPoolId')
  const addresses = list(body, 'senderAddresses')
  if ((poolId === null) === (addresses.length === 0)) {
    findings.add('$', 20422, 'There must be either a sender pool or sender addresses.')
    return []
  }
  if (poolId !== null) {
    const pool = pools.find(({ id }) => id === poolId)
    if (!pool) findings.add('$.senderPoolId', 21212, 'The sender pool is not known.')
    return (pool?.members ?? []).filter(({ status }) => status === 'ACTIVATED')
  }
  const wanted = new Set(addresses.map((one) => `${enumeration(one, 'channel')} ${text(one, 'address')}`))
  return senders.filter(
    ({ address, channel, status }) => status === 'ACTIVATED' && wanted.has(`${channel} ${address}`),
  )
}

function resolved(senders: readonly Sender[], to: Address): ResolvedRoute[] {
  const recipient = { addresses: [to], profileId: null, memoryStoreId: null }
  return routesTo(senders, recipient).map(({ sender: { address, channel, id, displayName } }, priority) => {
    return { from: { address, channel, senderId: id, displayName }, to, priority }
  })
}
