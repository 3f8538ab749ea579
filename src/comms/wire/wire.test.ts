import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { DIALECTS, type Spelling } from '../dialect'
import type { Json } from '../resources'
import { decodeAccepted, decodeChanged, encodeAccepted } from './accepted'
import { dialectOf, dialectOfProblems } from './dialectOf'
import { decodeEmail, decodeEmailOperation, encodeEmail } from './email'
import { decodeMessage, decodeMessageMetadata, encodeMessage, encodeMessageMetadata } from './message'
import { decodeOperation, encodeOperation } from './operation'
import { decodeOperationError, encodeOperationError } from './operationError'
import { decodePage, encodePage } from './page'
import { decodeProblems, encodeProblems } from './problem'
import { parameterOf } from './path'
import { encodeQuery } from './query'
import { decodeReceipt, encodeReceipt } from './receipt'
import { decodeResolved, encodeResolved } from './resolve'
import { decodeSender, decodeSenderPool, encodeSender, encodeSenderPool } from './sender'
import { encodeSearch, SEARCH_FIELDS } from './search'
import {
  decodePoolDraft,
  decodePoolMembers,
  decodeSenderPoolOperation,
  encodePoolDraft,
  encodePoolMembers,
} from './senderPool'
import { enumeration, isObject, stringMap, text } from './spelling'
import { Unreadable } from './unreadable'

const dialect = fc.constantFrom(...DIALECTS)
const anySpelling = fc.constantFrom<Spelling>(...DIALECTS, 'preview')
/** As if sent over the wire: whatever JSON cannot hold is lost. */
const sent = (json: Json): Json => JSON.parse(JSON.stringify(json)) as Json

describe('any resource, in either dialect or as the preview mixes them, is read back as it was', () => {
  it('messages', () => {
    fc.assert(
      fc.property(any.message, anySpelling, (value, spelling) => {
        const { raw, ...decoded } = decodeMessage(sent(encodeMessage(value, spelling)))
        expect(raw).not.toBeNull()
        expect({ ...decoded, raw: null }).toEqual(value)
      }),
    )
  })

  it('list items', () => {
    fc.assert(
      fc.property(any.messageMetadata, anySpelling, (value, spelling) => {
        const decoded = decodeMessageMetadata(sent(encodeMessageMetadata(value, spelling)))
        expect({ ...decoded, raw: null }).toEqual(value)
      }),
    )
  })

  it('operations', () => {
    fc.assert(
      fc.property(any.operation, anySpelling, (value, spelling) => {
        const decoded = decodeOperation(sent(encodeOperation(value, spelling)))
        expect({ ...decoded, raw: null }).toEqual(value)
      }),
    )
  })

  const roundTrip = <Value extends object, How extends Spelling>(
    arbitrary: fc.Arbitrary<Value>,
    encode: (value: Value, spelling: How) => Json,
    decode: (json: Json) => Value,
    spellings: fc.Arbitrary<How>,
  ) => {
    fc.assert(
      fc.property(arbitrary, spellings, (value, spelling) => {
        const decoded = decode(sent(encode(value, spelling)))
        expect('raw' in value ? { ...decoded, raw: null } : decoded).toEqual(value)
      }),
    )
  }
  it('senders', () => roundTrip(any.sender, encodeSender, decodeSender, anySpelling))
  it('sender pools', () => roundTrip(any.senderPool, encodeSenderPool, decodeSenderPool, anySpelling))
  it('receipts', () => roundTrip(any.receipt, encodeReceipt, decodeReceipt, anySpelling))
  it('operation errors', () =>
    roundTrip(any.operationError, encodeOperationError, decodeOperationError, anySpelling))
  it('resolved senders', () => roundTrip(any.routes, encodeResolved, decodeResolved, anySpelling))
  it('emails', () => roundTrip(any.email, encodeEmail, decodeEmail, anySpelling))
  it('email operations', () =>
    roundTrip(any.emailOperation, encodeOperation, decodeEmailOperation, anySpelling))

  it('sender pool operations', () =>
    roundTrip(any.senderPoolOperation, encodeOperation, decodeSenderPoolOperation, anySpelling))
  it('requests for a sender pool, with what they leave unsaid', () =>
    roundTrip(any.senderPoolDraft, encodePoolDraft, decodePoolDraft, dialect))
  it('lists of senders to add', () =>
    roundTrip(fc.array(any.idOf('sender'), { maxLength: 5 }), encodePoolMembers, decodePoolMembers, dialect))

  it('searches', () => {
    fc.assert(
      fc.property(any.messageSearch, dialect, (search, spelling) => {
        const body = sent(encodeSearch(search, spelling))
        const read = Object.fromEntries(
          SEARCH_FIELDS.flatMap((name) => {
            const isEnum = name === 'channel' || name === 'status'
            const value = isEnum ? enumeration(body, name) : text(body, name)
            return value === null ? [] : [[name, value]]
          }),
        )
        expect(search.tags ? { ...read, tags: stringMap(body, 'tags') } : read).toEqual(search)
        expect(isObject(body) && Object.keys(body)).toHaveLength(Object.keys(search).length)
      }),
    )
  })

  it('problems, as far as the dialect can say them', () => {
    fc.assert(
      fc.property(fc.array(any.problem, { minLength: 1, maxLength: 5 }), (problems) => {
        expect(decodeProblems(sent(encodeProblems(problems, 400, 'current')))).toEqual(problems)
        const early = decodeProblems(sent(encodeProblems(problems, 400, 'early')))
        expect(early.map(({ message: words }) => words)).toEqual(problems.map(({ message: words }) => words))
        expect(early.every(({ code }) => code === 400)).toBe(true)
      }),
    )
  })

  it('a 202', () => {
    fc.assert(
      fc.property(any.operation, dialect, ({ id }, spelling) => {
        const operationLocation = `https://comms.twilio.com/v1/Messages/Operations/${id}`
        const { body, headers } = encodeAccepted(
          { operationId: id, operationLocation, resourceId: null, resourceLocation: '/v1/Messages' },
          spelling,
        )
        const accepted = decodeAccepted(sent(body), new Headers(headers))
        expect(accepted.operationId).toBe(id)
        expect(accepted.operationLocation).toContain(`/v1/Messages/Operations/${id}`)
      }),
    )
  })

  it('a 202 to the change of one resource', () => {
    fc.assert(
      fc.property(any.idOf('senderpool'), dialect, (id, spelling) => {
        const resourceLocation = `https://comms.twilio.com/v1/SenderPools/${id}`
        const { body, headers } = encodeAccepted(
          { operationId: null, operationLocation: null, resourceId: id, resourceLocation },
          spelling,
        )
        const accepted = decodeChanged(sent(body), new Headers(headers))
        expect(accepted).toMatchObject({ operationId: null, operationLocation: null, resourceId: id })
        expect(accepted.resourceLocation).toContain(`/v1/SenderPools/${id}`)
      }),
    )
  })

  it('queries', () => {
    fc.assert(
      fc.property(
        dialect,
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 1000 }),
        (spelling, token, size) => {
          const query = encodeQuery(
            { operationId: 'o', channel: 'SMS' },
            { pageToken: token, pageSize: size },
            spelling,
          )
          const sentAs = new URLSearchParams(query.toString())
          const read = new Map([...sentAs].map(([name, value]) => [parameterOf(name), value]))
          expect(read.get('pageToken')).toBe(token)
          expect(read.get('pageSize')).toBe(String(size))
          expect(read.get('operationId')).toBe('o')
          expect(read.get('channel')?.toUpperCase()).toBe('SMS')
        },
      ),
    )
  })
})

describe('any JSON is a value or Unreadable', () => {
  const decoders = {
    message: decodeMessage,
    operation: decodeOperation,
    page: (json: Json) => decodePage(json, 'messages', decodeMessage),
    problems: decodeProblems,
    accepted: (json: Json) => decodeAccepted(json, new Headers()),
    sender: decodeSender,
    pool: decodeSenderPool,
    'pool operation': decodeSenderPoolOperation,
    'pool draft': decodePoolDraft,
    'pool members': decodePoolMembers,
    changed: (json: Json) => decodeChanged(json, new Headers()),
    receipt: decodeReceipt,
    'operation error': decodeOperationError,
    resolution: decodeResolved,
    email: decodeEmail,
    'email operation': decodeEmailOperation,
  }
  // Names that decoders look for make deep paths likely; plain random JSON would hardly ever reach them.
  const NAMES =
    'id status stats from to addresses address content media attempts error errors code message pagination next messages related name tags __proto__'
  const key = fc.constantFrom(...NAMES.split(' '))
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<Json>(null, '', 'x', 0, -1, 1e308, true),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6, noNullPrototype: true }),
    ),
  }))

  it.each(Object.entries(decoders))('%s', (_, decode) => {
    fc.assert(
      fc.property(json, (body) => {
        try {
          decode(body)
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the dialect is seen', () => {
  it.each(DIALECTS)('in a list of messages: %s', (spelling) => {
    fc.assert(
      fc.property(fc.array(any.messageMetadata, { maxLength: 3 }), (messages) => {
        const items = messages.map((item) => encodeMessageMetadata(item, spelling))
        const links = { next: null, self: 'token', path: '/Messages', pageSize: 50 }
        expect(dialectOf(sent(encodePage('messages', items, links, spelling)))).toBe(spelling)
      }),
    )
  })

  it('not in an empty answer, nor in the names a person gave to tags', () => {
    expect(dialectOf(null)).toBeNull()
    expect(dialectOf({ tags: { my_tag: 'x', myTag: 'y' } })).toBeNull()
  })

  it('not by an odd name that the API adds', () => {
    const current = { id: 'm', price_tier: 1, carrier_name: 'x', region_code: 'y', createdAt: 'x' }
    expect(dialectOf({ messages: [current], pagination: { next: null, self: 'token' } })).toBe('current')
    const early = { id: 'm', priceTier: 1, carrierName: 'x', regionCode: 'y', created_at: 'x' }
    expect(dialectOf(early)).toBe('early')
    expect(dialectOf({ id: 'm', created_at: 'x', updatedAt: 'x', senderId: 'y' })).toBe('current')
    expect(dialectOf({ id: 'm', priceTier: 1 })).toBe('current')
  })

  it.each(['early', 'current'] as const)('in an empty list of sender pools: %s', (spelling) => {
    const links = { next: null, self: null, path: '/SenderPools', pageSize: 50 }
    const page = encodePage('senderPools', [], links, spelling)
    expect(dialectOf(page)).toBe(spelling)
    expect(Object.keys(page as object)[0]).toBe(spelling === 'early' ? 'sender_pools' : 'senderPools')
    expect(decodePage(page, 'senderPools', decodeSenderPool)).toMatchObject({ items: [], nextToken: null })
  })

  it('in an error body, by what only one of the dialects says there', () => {
    const { infoUrl, ...bare } = { code: 400, message: 'm', infoUrl: 'https://t.co/x' }
    expect(dialectOfProblems({ errors: [bare], status: 400 })).toBe('early')
    expect(dialectOfProblems({ errors: [{ ...bare, infoUrl }] })).toBe('current')
    expect(dialectOfProblems({ errors: [{ ...bare, context: '$.to' }] })).toBeNull()
    expect(dialectOfProblems({ ...bare, more_info: infoUrl, status: 400 })).toBeNull()
    expect(dialectOfProblems('<html>')).toBeNull()
  })

  it('by the case of a status when nothing else tells', () => {
    expect(dialectOf({ id: 'x', status: 'completed', stats: { total: 1 } })).toBe('early')
    expect(dialectOf({ id: 'x', status: 'COMPLETED', stats: { total: 1 } })).toBe('current')
  })
})

describe('pages', () => {
  it.each<Json>([{ next: null }, { next: '' }, {}, null])('end with pagination %j', (pagination) => {
    expect(decodePage({ messages: [], pagination }, 'messages', decodeMessage).nextToken).toBeNull()
  })

  it('lose only the item that cannot be read', () => {
    const page = decodePage(
      { messages: [{ id: 'a' }, { status: 'sent' }, { id: 'b' }] },
      'messages',
      decodeMessage,
    )
    expect(page.items.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(page.unreadable).toBe(1)
  })
})

describe('a 202 names its operation', () => {
  const id = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
  const location = `/v1/Messages/Operations/${id}`
  it.each([
    ['in the body', { operationId: id }, {}],
    ['in the early header', null, { 'operation-id': id }],
    ['in the header of the tracking guide', null, { operationid: id }],
    ['in an x- header', null, { 'x-operation-id': id }],
    ['in the last segment of operation-location', null, { 'operation-location': location }],
    ['in the last segment of location', null, { location: `https://comms.twilio.com${location}` }],
    ['in a location of the body', { operationLocation: location }, {}],
  ])('%s', (_, body, headers) => {
    expect(decodeAccepted(body, new Headers(headers as Record<string, string>)).operationId).toBe(id)
  })

  it('or not at all', () => {
    expect(decodeAccepted(null, new Headers()).operationId).toBeNull()
  })
})

describe('error bodies', () => {
  it.each<[string, Json, object]>([
    ['early', { errors: [{ code: 400, message: 'm' }], status: 400 }, { code: 400, message: 'm' }],
    [
      'current',
      { errors: [{ code: 21211, message: 'm', context: '$.to[0]' }] },
      { code: 21211, context: '$.to[0]' },
    ],
    ['the word null as context', { errors: [{ code: 1, message: 'm', context: 'null' }] }, { context: null }],
    [
      'classic',
      { code: 20003, message: 'Authenticate', more_info: 'https://t.co/x', status: 401 },
      { code: 20003, infoUrl: 'https://t.co/x' },
    ],
    ['RFC 9457', { type: 'about:blank', title: 'Too fast', status: 429 }, { message: 'Too fast' }],
    ['a list of strings', { errors: ['no'] }, { message: 'no', code: null }],
    [
      'a link that is not one',
      { errors: [{ code: 1, message: 'm', infoUrl: 'javascript:alert(1)' }] },
      { infoUrl: null },
    ],
  ])('%s', (_, body, expected) => {
    expect(decodeProblems(body)).toMatchObject([expected])
  })

  it('say nothing when there is nothing to say', () => {
    expect(decodeProblems({ hello: 'world' })).toEqual([])
    expect(decodeProblems('<html>')).toEqual([
      { code: null, message: '<html>', infoUrl: null, context: null },
    ])
  })
})
