import { OPERATION_STATUSES, type Email, type Json } from '#/comms/resources'
import { encodeEmail, OPERATION_QUERY, spell } from '#/comms/wire'
import { json, notFound, refusal } from '../answers'
import { between, mix, pick, share } from '../hash'
import { dayOf } from '../scenarios/days'
import { listAnswer, newestFirst, queryOf, type Exchange } from '../exchange'
import { hasTags } from '../checks/listQuery'
import { resourceId } from '../names'
import { timestamp } from '../timestamp'
import type { Lens } from '../views'
import { RETENTION } from '../world'

/** Section 1.4. E-mails are read only here: a small past, two sends a day. */

const STATUSES = [
  'SCHEDULED',
  'QUEUED',
  'SENT',
  'DELIVERED',
  'UNDELIVERED',
  'OPENED',
  'FAILED',
  'CANCELED',
] as const
const DAY = 86_400_000
const PER_DAY = 2

interface Letter {
  subject: string
  text: string
}

const SUBJECTS: readonly [Letter, ...Letter[]] = [
  { subject: 'Your refund is on its way', text: 'We have sent your refund today. Allow three working days.' },
  { subject: 'Your appointment tomorrow', text: 'This is a reminder of your appointment. Reply to move it.' },
  { subject: 'Planned work this weekend', text: 'The app will be away for two hours on Sunday night.' },
]

interface Mailing {
  id: string
  createdAt: number
  emails: Array<{ view: Email; createdAt: number }>
}

/** The mailings that can be seen at a time, newest first. */
function mailingsAt({ world, time, base }: Lens): Mailing[] {
  if (!world.scenario.history) return []
  const mailings: Mailing[] = []
  for (let day = dayOf(time - RETENTION); day <= dayOf(time); day += 1) {
    for (let n = 0; n < PER_DAY; n += 1) mailings.push(mailingOf(world.hash, day * PER_DAY + n, base))
  }
  return mailings
    .filter(({ createdAt }) => createdAt <= time - 60_000 && createdAt > time - RETENTION)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

function mailingOf(world: number, ordinal: number, base: string): Mailing {
  const hash = mix(mix(world, 95), ordinal)
  const createdAt = Math.floor((ordinal / PER_DAY + share(hash) / PER_DAY) * DAY)
  const id = resourceId('operation', world, 2 ** 22 + ordinal, createdAt)
  const letter = pick(SUBJECTS, mix(hash, 1))
  const emails = Array.from({ length: between(1, 4, mix(hash, 2)) }, (_, n) => {
    const roll = mix(mix(hash, 3), n)
    const at = createdAt + 800 + n
    const status = pick(['DELIVERED', 'DELIVERED', 'OPENED', 'OPENED', 'UNDELIVERED'], roll)
    const view: Email = {
      id: resourceId('email', world, (2 ** 22 + ordinal * 4 + n) % 2 ** 24, at),
      status,
      from: 'support@example.com',
      to: [`customer${between(100, 999, mix(roll, 1))}@example.net`],
      subject: letter.subject,
      text: letter.text,
      related: [{ kind: 'operation', id, uri: `${base}/Emails/Operations/${id}` }],
      tags: { desk: 'support' },
      createdAt: timestamp(at),
      updatedAt: timestamp(at + 30_000),
      raw: null,
    }
    return { view, createdAt: at }
  })
  return { id, createdAt, emails }
}

const RULES = {
  parameters: ['operationId', 'startDate', 'endDate', 'status', 'tags', 'pageToken', 'pageSize'],
  kind: 'email',
  statuses: STATUSES,
} as const

/** `GET /Emails` (section 1.4). */
export function listEmails(exchange: Exchange): Response {
  const query = queryOf(exchange, RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  const { operationId, status, tags } = query
  const emails = mailingsAt(exchange)
    .filter(({ id }) => operationId === null || id === operationId)
    .flatMap((mailing) => mailing.emails)
    .filter(({ view }) => (status === null || view.status === status) && hasTags(tags, view.tags))
    .map(({ view, createdAt }) => ({ id: view.id, createdAt, view }))
  const { items, more } = newestFirst(emails, query)
  return listAnswer(exchange, query, {
    name: 'emails',
    path: '/Emails',
    items: items.map(({ view }) => encodeEmail(view, exchange.spelling)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

/** `GET /Emails/{emailId}` (section 1.4). */
export function fetchEmail(exchange: Exchange): Response {
  const all = mailingsAt(exchange).flatMap(({ emails }) => emails)
  const found = all.find(({ view }) => view.id === exchange.segments[0])
  return found ? json(encodeEmail(found.view, exchange.dialect)) : notFound(exchange.dialect)
}

function operationBody({ id, createdAt, emails }: Mailing, exchange: Exchange): Json {
  const count = (status: string) => emails.filter(({ view }) => view.status === status).length
  const stats = {
    total: emails.length,
    queued: 0,
    sent: 0,
    scheduled: 0,
    delivered: count('DELIVERED'),
    opened: count('OPENED'),
    undelivered: count('UNDELIVERED'),
    failed: 0,
    canceled: 0,
  }
  const body = {
    id,
    status: 'COMPLETED',
    stats,
    createdAt: timestamp(createdAt),
    updatedAt: timestamp(createdAt + 30_000),
  }
  return spell(body, exchange.spelling)
}

const OPERATION_RULES = {
  parameters: OPERATION_QUERY,
  kind: 'operation',
  statuses: OPERATION_STATUSES,
} as const

/** `GET /Emails/Operations` (section 1.4). */
export function listEmailOperations(exchange: Exchange): Response {
  const query = queryOf(exchange, OPERATION_RULES)
  if (Array.isArray(query)) return refusal(exchange.dialect, 400, query)
  const isWanted = query.status === null || query.status === 'COMPLETED'
  const { items, more } = newestFirst(isWanted ? mailingsAt(exchange) : [], query)
  return listAnswer(exchange, query, {
    name: 'operations',
    path: '/Emails/Operations',
    items: items.map((mailing) => operationBody(mailing, exchange)),
    lastId: more ? (items.at(-1)?.id ?? null) : null,
  })
}

/** `GET /Emails/Operations/{operationId}` (section 1.4). */
export function fetchEmailOperation(exchange: Exchange): Response {
  const mailing = mailingsAt(exchange).find(({ id }) => id === exchange.segments[0])
  return mailing ? json(operationBody(mailing, exchange)) : notFound(exchange.dialect)
}
