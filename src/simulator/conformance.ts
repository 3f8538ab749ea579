import type { FullClient } from '#/comms/fullClient'
import type { Dialect } from '#/comms/dialect'
import type { SendRequest } from '#/comms/requests'
import type { Operation, OperationStats, Tags } from '#/comms/resources'
import type { Fault } from './faults'
import { numbers, sendTo } from './fixtures'

/** What is expected of the simulator wherever it runs; each place connects to it and gives its own test runner's `expect`. */

interface Matchers {
  toBe(expected: unknown): void
  toEqual(expected: unknown): void
  toMatch(expected: RegExp): void
  toMatchObject(expected: object): void
  toHaveLength(expected: number): void
  toBeGreaterThan(expected: number): void
  toBeLessThanOrEqual(expected: number): void
}

/** The part of `expect` that Vitest and Playwright have in common. */
export type Expect = (actual: unknown) => Matchers & {
  rejects: { toMatchObject(expected: object): Promise<void> }
}

/** A new simulator of the calm scenario that speaks `dialect` and stands still at a noon. */
export interface Conformance {
  client: FullClient
  dialect: Dialect
  /** Moves the simulated time by so many milliseconds. */
  jump: (ms: number) => Promise<void>
  /** The next request for messages meets a fault. */
  failNext: (fault: Fault) => Promise<void>
  expect: Expect
}

/** The id of a sender that no account has. */
const UNKNOWN_SENDER = 'comms_sender_01h9krwprkeee8fzqspvwy6nq8'

async function send(client: FullClient, request: SendRequest): Promise<string> {
  const { operationId } = await client.sendMessages(request, { key: 'k' })
  if (operationId === null) throw new Error('the answer names no operation')
  return operationId
}

/** The expectations by name. */
export const CONFORMANCE: Readonly<Record<string, (conformance: Conformance) => Promise<void>>> = {
  'names the operation and the places to look': async ({ client, dialect, expect }) => {
    const { operationId, operationLocation, resourceLocation } = await client.sendMessages(
      sendTo(numbers(1)),
      { key: 'k' },
    )
    expect(operationLocation).toMatch(new RegExp(`/v1/Messages/Operations/${operationId}$`))
    expect(resourceLocation).toBe('/v1/Messages')
    expect(client.dialect()).toEqual({ dialect, seen: true })
  },

  'lists the new operation first and its messages with what belongs to them': async ({
    client,
    jump,
    expect,
  }) => {
    const id = await send(client, sendTo(numbers(3), { tags: { desk: '4' } }))
    await jump(2_000)
    const [first] = (await client.listOperations({}, { pageSize: 1 })).items
    expect(first?.id).toBe(id)
    const { items } = await client.listMessages({ operationId: id }, {})
    expect(items.map(({ to }) => to[0]?.addresses[0]?.address)).toEqual(numbers(3).toReversed())
    for (const { tags, related } of items) {
      expect(tags).toEqual({ desk: '4' })
      expect(related[0]).toMatchObject({ kind: 'operation', id })
    }
  },

  'finds a message by its downstream SID': async ({ client, jump, expect }) => {
    const operationId = await send(client, sendTo(numbers(1)))
    await jump(10_000)
    const [listed] = (await client.listMessages({ operationId }, {})).items
    const { attempts } = await client.fetchMessage(listed?.id ?? '')
    const sid = attempts[0]?.infoUrl?.match(/SM[0-9a-f]{32}/)?.[0] ?? ''
    expect((await client.seekMessage(sid)).id).toBe(listed?.id)
    await expect(client.seekMessage(`SM${'0'.repeat(32)}`)).rejects.toMatchObject({
      kind: 'missing',
      status: 404,
    })
  },

  'lets tags be replaced, of one message and of all': async ({ client, jump, expect }) => {
    const operationId = await send(client, sendTo(numbers(2), { tags: { desk: '4' } }))
    await jump(2_000)
    const [first, second] = (await client.listMessages({ operationId }, {})).items
    await client.updateTags('message', first?.id ?? '', { ticket: 'T-1' })
    await client.updateTags('operation', operationId, { campaign: 'autumn' })
    const tagsOf = async (id = ''): Promise<Tags> => (await client.fetchMessage(id)).tags
    expect(await tagsOf(first?.id)).toEqual({ ticket: 'T-1' })
    expect(await tagsOf(second?.id)).toEqual({ campaign: 'autumn' })
    const byTag = await client.listMessages({ tags: { ticket: 'T-1' }, operationId }, {})
    expect(byTag.items.map(({ id }) => id)).toEqual([first?.id])
    await expect(client.updateTags('message', first?.id ?? '', { 'a b': 'c' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  },

  'cancels what has not gone out and keeps what has': async ({ client, jump, expect }) => {
    const operationId = await send(client, sendTo(numbers(600)))
    await jump(5_000)
    const running = await client.fetchOperation(operationId)
    await client.cancelOperation(operationId)
    await jump(3_600_000)
    const stopped: Operation = await client.fetchOperation(operationId)
    expect(stopped.status).toBe('CANCELED')
    const { canceled, sent, delivered, undelivered, failed }: OperationStats = stopped.stats
    expect(stopped.stats.canceled).toBeGreaterThan(300)
    expect(canceled).toBeLessThanOrEqual(running.stats.queued ?? 0)
    expect((canceled ?? 0) + (sent ?? 0) + (delivered ?? 0) + (undelivered ?? 0) + (failed ?? 0)).toBe(600)
    const listed = await client.listMessages({ operationId, status: 'CANCELED' }, { pageSize: 1000 })
    expect(listed.items).toHaveLength(stopped.stats.canceled ?? -1)
    await expect(client.cancelOperation(operationId)).rejects.toMatchObject({ kind: 'conflict', status: 409 })
  },

  'lists the errors of an operation and the receipt of a message': async ({ client, jump, expect }) => {
    const operationId = await send(client, sendTo(['+15005550010', '+15005550018', '+15005550004']))
    await jump(600_000)
    const { items } = await client.listOperationErrors(operationId)
    expect(items.map(({ problem, to }) => [to?.address, problem.code])).toEqual([
      ['+15005550004', 21610],
      ['+15005550010', 30003],
    ])
    const receipts = await client.listReceipts(items[1]?.messageId ?? '')
    expect(receipts.items).toMatchObject([{ to: { address: '+15005550010' }, status: 'UNDELIVERED' }])
  },

  'has senders and pools to read, search and resolve': async ({ client, expect }) => {
    const { items: senders } = await client.listSenders({ channel: 'SMS', status: 'ACTIVATED' }, {})
    expect(senders.length).toBeGreaterThan(1)
    const [sender] = senders
    expect(await client.fetchSender(sender?.id ?? '')).toEqual(sender)
    const found = await client.searchSenders({ address: sender?.address ?? '', channel: 'SMS' })
    expect(found.items.map(({ id }) => id)).toEqual([sender?.id])
    const { items: pools } = await client.listSenderPools({}, {})
    const mixed = pools.find(({ name }) => name?.startsWith('RCS'))
    expect(await client.fetchSenderPool(mixed?.id ?? '')).toEqual(mixed)
    const members = await client.listPoolMembers(mixed?.id ?? '')
    expect(new Set(members.items.map(({ channel }) => channel))).toEqual(new Set(['RCS', 'SMS']))
    const routes = await client.resolveSenders([{ address: '+447700900123', channel: 'PHONE' }], {
      senderPoolId: mixed?.id ?? '',
    })
    expect(routes.map(({ from, priority }) => [from.channel, priority])).toEqual([
      ['RCS', 0],
      ['SMS', 1],
    ])
    expect(routes[1]?.from.address).toBe('+447700900100')
  },

  'sends through a pool': async ({ client, jump, expect }) => {
    const { items: pools } = await client.listSenderPools({}, {})
    const pool = pools.find(({ name }) => name?.startsWith('RCS'))
    const operationId = await send(client, sendTo(numbers(40), { from: { senderPoolId: pool?.id ?? '' } }))
    await jump(60_000)
    const { items } = await client.listMessages({ operationId }, {})
    expect(items.every(({ from }) => from?.senderPoolId === pool?.id)).toBe(true)
    expect(new Set(items.map(({ from }) => from?.channel))).toEqual(new Set(['RCS', 'SMS']))
  },

  'makes a pool by an operation and sends through it': async ({ client, jump, expect }) => {
    const { items: senders } = await client.listSenders({ channel: 'SMS', status: 'ACTIVATED' }, {})
    const senderId = senders[0]?.id ?? ''
    const draft = { name: 'Desk', tags: { desk: '4' }, senderIds: [senderId, UNKNOWN_SENDER] }
    const { operationId, operationLocation } = await client.createSenderPool(draft)
    expect(operationLocation).toMatch(new RegExp(`/v1/SenderPools/Operations/${operationId}$`))
    const id = operationId ?? ''
    expect(await client.fetchPoolOperation(id)).toMatchObject({
      status: 'PROCESSING',
      stats: { total: 2, queued: 2, created: 0, failed: 0 },
    })
    await expect(client.fetchOperation(id)).rejects.toMatchObject({ kind: 'missing', status: 404 })
    await jump(60_000)
    const operation = await client.fetchPoolOperation(id)
    expect(operation).toMatchObject({
      status: 'COMPLETED',
      stats: { total: 2, queued: 0, created: 1, failed: 1 },
    })
    expect((await client.listPoolOperations({ status: 'COMPLETED' }, {})).items).toEqual([operation])
    const { items: pools } = await client.listSenderPools({ operationId: id }, {})
    expect(pools).toMatchObject([{ name: 'Desk', tags: { desk: '4' } }])
    const senderPoolId = pools[0]?.id ?? ''
    expect((await client.listPoolMembers(senderPoolId)).items.map((member) => member.id)).toEqual([senderId])
    const sent = await send(client, sendTo(numbers(2), { from: { senderPoolId } }))
    await jump(60_000)
    const messages = await client.listMessages({ operationId: sent }, {})
    expect(messages.items).toHaveLength(2)
    for (const { from } of messages.items) expect(from).toMatchObject({ senderId, senderPoolId })
  },

  'changes a pool, fills it, and deletes it when nothing is sent through it': async ({
    client,
    jump,
    expect,
  }) => {
    const { items: pools } = await client.listSenderPools({}, {})
    const pool = pools.find(({ name }) => name === 'Text messages')
    const id = pool?.id ?? ''
    const { items: before } = await client.listPoolMembers(id)
    const { items: agents } = await client.listSenders({ channel: 'RCS' }, {})
    const agent = agents[0]?.id ?? ''

    const edited = await client.editSenderPool(id, { name: 'Night', tags: { shift: 'night' } })
    expect(edited.resourceId).toBe(id)
    expect(edited.resourceLocation).toMatch(new RegExp(`/v1/SenderPools/${id}$`))
    expect(await client.fetchSenderPool(id)).toMatchObject({ name: 'Night', tags: { shift: 'night' } })

    const { operationId } = await client.addPoolSenders(id, [agent])
    await jump(2_000)
    expect(await client.fetchPoolOperation(operationId ?? '')).toMatchObject({ status: 'COMPLETED' })
    expect((await client.listPoolMembers(id)).items).toHaveLength(before.length + 1)
    expect((await client.removePoolSender(id, agent)).resourceId).toBe(agent)
    expect((await client.listPoolMembers(id)).items).toEqual(before)

    await send(client, sendTo(numbers(1), { from: { senderPoolId: id } }))
    await expect(client.deleteSenderPool(id)).rejects.toMatchObject({ kind: 'conflict', status: 409 })
    await jump(3_600_000)
    expect((await client.deleteSenderPool(id)).resourceId).toBe(id)
    await expect(client.fetchSenderPool(id)).rejects.toMatchObject({ kind: 'missing', status: 404 })
    await expect(client.addPoolSenders(id, [agent])).rejects.toMatchObject({ kind: 'missing', status: 404 })
  },

  'searches messages by address and by what the list filters by': async ({ client, jump, expect }) => {
    const [address = '', other = ''] = numbers(2)
    const operationId = await send(client, sendTo([address, other], { tags: { desk: '4' } }))
    await jump(2_000)
    await send(client, sendTo([address]))
    await jump(2_000)
    const first = await client.searchMessages({ address }, { pageSize: 1 })
    const rest = await client.searchMessages({ address }, { pageSize: 5, pageToken: first.nextToken ?? '' })
    expect([...first.items, ...rest.items].map(({ to }) => to[0]?.addresses[0]?.address)).toEqual([
      address,
      address,
    ])
    const { items } = await client.searchMessages({ address, operationId, tags: { desk: '4' } })
    expect(items).toEqual(rest.items)
    await expect(client.searchMessages({ status: 'LOST' })).rejects.toMatchObject({
      kind: 'invalid',
      status: 400,
    })
  },

  'has emails to read': async ({ client, expect }) => {
    const { items } = await client.listEmails({}, { pageSize: 5 })
    expect(items).toHaveLength(5)
    const [email] = items
    expect(await client.fetchEmail(email?.id ?? '')).toEqual(email)
    const operation = await client.fetchEmailOperation(email?.related[0]?.id ?? '')
    const ofOperation = await client.listEmails({ operationId: operation.id }, {})
    expect(ofOperation.items).toHaveLength(operation.stats.total ?? -1)
  },

  'answers 404 for what it does not have': async ({ client, expect }) => {
    for (const id of ['comms_message_01k4vge32ce3ar18sy56svjjpb', 'comms_message_x']) {
      await expect(client.fetchMessage(id)).rejects.toMatchObject({ kind: 'missing', status: 404 })
    }
    const operation = client.fetchOperation('comms_operation_01k4vge2fxe3ramtcdv1zx1s9s')
    await expect(operation).rejects.toMatchObject({ kind: 'missing', status: 404 })
  },

  'meets faults as ordered': async ({ client, failNext, expect }) => {
    await failNext('503:2')
    await expect(client.listMessages({}, {})).rejects.toMatchObject({ kind: 'unavailable' })
    await failNext('cut')
    await expect(client.listMessages({}, {})).rejects.toMatchObject({ kind: 'network' })
    await failNext('cut-body')
    await expect(client.listMessages({}, {})).rejects.toMatchObject({ kind: 'network' })
    await failNext('truncated')
    await expect(client.listMessages({}, {})).rejects.toMatchObject({ kind: 'unreadable' })
    await failNext('502-html')
    await expect(client.listMessages({}, {})).rejects.toMatchObject({ kind: 'server', status: 502 })
    expect((await client.listMessages({}, {})).items.length).toBeGreaterThan(0)
  },
}
