import type { Tags } from '#/comms/resources'
import { mix } from './hash'
import { resourceId } from './names'

/** Section 2.4. Senders are created elsewhere and only read here. */
export interface Sender {
  id: string
  displayName: string | null
  address: string
  channel: 'SMS' | 'RCS' | 'WHATSAPP'
  status: 'ACTIVATED' | 'DEACTIVATED'
  tags: Tags
  /** Epoch milliseconds. */
  createdAt: number
}

export interface SenderPool {
  id: string
  name: string | null
  tags: Tags
  createdAt: number
  members: readonly Sender[]
}

export interface Inventory {
  senders: readonly Sender[]
  pools: readonly SenderPool[]
}

type SenderRow = Pick<Sender, 'displayName' | 'address' | 'channel' | 'status' | 'tags'>

const ROWS: readonly SenderRow[] = [
  {
    displayName: 'Support line',
    address: '+12065550100',
    channel: 'SMS',
    status: 'ACTIVATED',
    tags: { desk: 'support' },
  },
  {
    displayName: 'Support line UK',
    address: '+447700900100',
    channel: 'SMS',
    status: 'ACTIVATED',
    tags: { desk: 'support' },
  },
  {
    displayName: 'Service client',
    address: '+33639980100',
    channel: 'SMS',
    status: 'ACTIVATED',
    tags: { desk: 'support' },
  },
  {
    displayName: 'Kundendienst',
    address: '+491713920011',
    channel: 'SMS',
    status: 'ACTIVATED',
    tags: { desk: 'support' },
  },
  {
    displayName: 'Deliveries',
    address: 'rcs:deliveries_agent',
    channel: 'RCS',
    status: 'ACTIVATED',
    tags: { desk: 'logistics' },
  },
  {
    displayName: 'Support chat',
    address: '+12065550111',
    channel: 'WHATSAPP',
    status: 'ACTIVATED',
    tags: { desk: 'support' },
  },
  { displayName: null, address: '+12065550199', channel: 'SMS', status: 'DEACTIVATED', tags: {} },
]

/** Senders are older than anything the simulator sends. */
const FOUNDED = Date.UTC(2024, 0, 8)

/** Pools by name, with the kinds of senders they draw on in the order they are tried. */
const POOLS = [
  { name: 'Text messages', channels: ['SMS'], tags: { desk: 'support' } },
  { name: 'RCS, else text message', channels: ['RCS', 'SMS'], tags: { desk: 'logistics' } },
] as const

export function inventoryOf(world: number): Inventory {
  const senders = ROWS.map((row, n): Sender => {
    const createdAt = FOUNDED + n * 86_400_000 + (mix(world, n) % 40_000_000)
    return { ...row, id: resourceId('sender', world, n, createdAt), createdAt }
  })
  const active = senders.filter(({ status }) => status === 'ACTIVATED')
  const pools = POOLS.map(({ name, channels, tags }, n): SenderPool => {
    const createdAt = FOUNDED + (20 + n) * 86_400_000 + (mix(world, 100 + n) % 40_000_000)
    const members = channels.flatMap((channel) => active.filter((sender) => sender.channel === channel))
    return { id: resourceId('senderpool', world, n, createdAt), name, tags, createdAt, members }
  })
  return { senders, pools }
}

/** What a send without `from` may use (section 2.1: the server chooses): text message first, then WhatsApp. */
export function defaultSenders({ senders }: Inventory, withRcs: boolean): Sender[] {
  const active = senders.filter(({ status }) => status === 'ACTIVATED')
  const order = withRcs ? ['RCS', 'SMS', 'WHATSAPP'] : ['SMS', 'WHATSAPP']
  return order.flatMap((channel) => active.filter((sender) => sender.channel === channel))
}
