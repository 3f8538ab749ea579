import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOf, sendTimeOf } from './moments'

describe('a date of a filter', () => {
  it.each([
    ['2026-11-20T12:00:00Z', Date.UTC(2026, 10, 20, 12)],
    ['2026-11-20T12:00:00.250+02:00', Date.UTC(2026, 10, 20, 10, 0, 0, 250)],
    ['2026-11-20T23:30-05:30', Date.UTC(2026, 10, 21, 5)],
    ['2026-11-20', Date.UTC(2026, 10, 20)],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ])('%s is read', (text, time) => {
    expect(momentOf(text)).toBe(time)
  })

  it.each([
    '2026-11-20T12:00:00',
    '2026-02-30T00:00:00Z',
    '2026-02-30',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-11-00T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T12:60:00Z',
    '2026-11-20T12:00:00+24:00',
    '2026-11-20 12:00:00Z',
    '20261120T120000Z',
    'yesterday',
    '',
  ])('%s is none', (text) => {
    expect(momentOf(text)).toBeNull()
  })

  it('is the moment that was written, to the millisecond', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(momentOf(date.toISOString())).toBe(date.getTime())
      }),
    )
  })
})

it('takes a time to send at without an offset for UTC', () => {
  expect(sendTimeOf('2026-11-25T09:00:00')).toBe(Date.UTC(2026, 10, 25, 9))
  expect(sendTimeOf('2026-11-25T09:00:00+01:00')).toBe(Date.UTC(2026, 10, 25, 8))
  expect(sendTimeOf('2026-11-25')).toBeNull()
  expect(sendTimeOf('2026-11-31T09:00:00')).toBeNull()
})
