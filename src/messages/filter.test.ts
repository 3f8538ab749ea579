import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_STATUSES, SENDER_CHANNELS, type MessageFilter } from '#/comms'
import { filterOfUrl, urlOfFilter, withoutCondition } from './filter'

const OPERATION = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const SESSION = 'comms_session_00000000000000000000000001'

const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const tagText = fc.stringMatching(/^[a-zA-Z0-9._~-]{1,12}$/).filter((text) => text !== '__proto__')

const anyFilter: fc.Arbitrary<MessageFilter> = fc
  .record(
    {
      operationId: fc.constant(OPERATION),
      sessionId: fc.constant(SESSION),
      profile: fc.constant('mem_profile_01k4vge2fxe3ramtcdv1zx1s9s'),
      channel: fc.constantFrom(...SENDER_CHANNELS),
      status: fc.constantFrom(...MESSAGE_STATUSES),
      tags: fc.dictionary(tagText, tagText, { minKeys: 1, maxKeys: 10 }),
      startDate: moment,
      endDate: moment,
    },
    { requiredKeys: [] },
  )
  .filter(({ startDate, endDate }) => !startDate || !endDate || startDate < endDate)

describe('the filters of a link', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const { filter: read, ignored } = filterOfUrl(new URLSearchParams(urlOfFilter(filter).toString()))
        expect(read).toEqual({ ...filter, ...(filter.tags && { tags: { ...filter.tags } }) })
        expect(ignored).toEqual([])
      }),
    )
  })

  it('are never an error, and never sent when the API would refuse them', () => {
    const pair = fc.tuple(
      fc.constantFrom(
        'operationId',
        'sessionId',
        'profile',
        'channel',
        'status',
        'tag',
        'startDate',
        'endDate',
        'x',
      ),
      fc.oneof(fc.string(), fc.constantFrom('DELIVERED', '2026-11-24', 'a:b', 'constructor', OPERATION)),
    )
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { filter } = filterOfUrl(new URLSearchParams(pairs))
        expect(filterOfUrl(urlOfFilter(filter)).filter).toEqual(filter)
      }),
    )
  })

  it('take either case, and name what they leave out', () => {
    const query = new URLSearchParams(
      'status=delivered&channel=pigeon&tag=campaign:autumn&tag=broken&operationId=12',
    )
    expect(filterOfUrl(query)).toEqual({
      filter: { status: 'DELIVERED', tags: { campaign: 'autumn' } },
      ignored: ['operation “12”', 'channel “pigeon”', 'tag “broken”'],
    })
  })

  it('need a zone in a date, and an end after the start', () => {
    const query = new URLSearchParams({
      startDate: '2026-11-24T12:00:00+01:00',
      endDate: '2026-11-24T11:00:00Z',
    })
    expect(filterOfUrl(query)).toEqual({
      filter: { startDate: '2026-11-24T11:00:00.000Z' },
      ignored: ['an end that is not after the start'],
    })
    expect(filterOfUrl(new URLSearchParams({ startDate: '2026-11-24' })).ignored).toEqual([
      'start “2026-11-24”',
    ])
  })
})

describe('withoutCondition', () => {
  it('takes away one condition, or one tag of several', () => {
    const filter = { status: 'READ', tags: { a: '1', b: '2' } }
    expect(withoutCondition(filter, 'status')).toEqual({ tags: { a: '1', b: '2' } })
    expect(withoutCondition(filter, 'tags', 'a')).toEqual({ status: 'READ', tags: { b: '2' } })
    expect(withoutCondition({ tags: { a: '1' } }, 'tags', 'a')).toEqual({})
  })
})
