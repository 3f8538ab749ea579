import type { Json, ResolvedRoute } from '#/comms/resources'
import { decodeRecipient, encodeResolved, enumeration, list, text } from '#/comms/wire'
import { json, refusal } from '../answers'
import { chosenSenders, hasPriorities } from '../channelChoice'
import { readBody } from '../checks/bodies'
import { checkResolve } from '../checks/checkResolve'
import { accountInventory, type Exchange } from '../exchange'
import { routesTo } from '../send'
import type { Inventory, Sender } from '../senders'

/** The reference of the route: the ten best results. */
const MAX_RESULTS = 10

/**
 * `POST /Senders/Resolve` (section 1.2): a dry run of which sender would reach which address of one person. Without an
 * order of channels the addresses are tried in the order they are given, as in a send.
 */
export async function resolveSenders(exchange: Exchange): Promise<Response> {
  const { request, dialect, spelling } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const { body } = read
  const inventory = accountInventory(exchange)
  const problems = checkResolve(body, inventory, dialect)
  if (problems.length > 0) return refusal(dialect, 400, problems)
  return json(encodeResolved(resolved(chosenSenders(sendersOf(body, inventory), body), body), spelling))
}

/** The senders to choose from: those of a pool, or those of the account with one of these addresses. */
function sendersOf(body: Json, { senders, pools }: Inventory): readonly Sender[] {
  const poolId = text(body, 'senderPoolId')
  const wanted = new Set(
    list(body, 'senderAddresses').map((one) => `${enumeration(one, 'channel')} ${text(one, 'address')}`),
  )
  const some =
    poolId === null
      ? senders.filter(({ address, channel }) => wanted.has(`${channel} ${address}`))
      : (pools.find(({ id }) => id === poolId)?.members ?? [])
  return some.filter(({ status }) => status === 'ACTIVATED')
}

function resolved(senders: readonly Sender[], body: Json): ResolvedRoute[] {
  const addresses = list(body, 'recipientAddresses').flatMap((one) => decodeRecipient(one)?.addresses ?? [])
  const routes = routesTo(senders, { addresses, profileId: null, memoryStoreId: null })
  const rank = (sender: Sender) => senders.findIndex(({ channel }) => channel === sender.channel)
  const ordered = hasPriorities(body) ? routes.toSorted((a, b) => rank(a.sender) - rank(b.sender)) : routes
  return ordered
    .slice(0, MAX_RESULTS)
    .map(({ sender: { address, channel, id, displayName }, to }, priority) => {
      return { from: { address, channel, senderId: id, displayName }, to, priority }
    })
}
