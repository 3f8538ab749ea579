import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tags } from './arbitraries'
import { formatTagFilter, parseTagFilter, TAG_LIMITS, tagProblem } from './tags'

describe('tags', () => {
  it.each([
    ['campaign', 'autumn', null],
    ['a'.repeat(TAG_LIMITS.keyLength), 'b'.repeat(TAG_LIMITS.valueLength), null],
    ['a'.repeat(TAG_LIMITS.keyLength + 1), 'b', 'long-key'],
    ['a', 'b'.repeat(TAG_LIMITS.valueLength + 1), 'long-value'],
    ['', 'b', 'empty-key'],
    ['a', '', 'empty-value'],
    ['my key', 'b', 'key-charset'],
    ['a', 'naïve', 'value-charset'],
    ['a', '{{ ticket }}', null],
  ])('%.20s = %.20s: %s', (key, value, problem) => {
    expect(tagProblem(key, value)).toBe(problem)
  })

  it('become a filter that reads back', () => {
    fc.assert(
      fc.property(tags, (pairs) => {
        const filter = formatTagFilter(pairs)
        if (Object.keys(pairs).length === 0) expect(filter).toBeNull()
        else expect(parseTagFilter(filter ?? '')).toEqual(pairs)
      }),
    )
  })

  it('become no filter when the server would refuse it', () => {
    expect(formatTagFilter({ a: 'b c' })).toBeNull()
    expect(parseTagFilter('a=b')).toBeNull()
    expect(parseTagFilter('desk:4')).toEqual({ desk: '4' })
  })
})
