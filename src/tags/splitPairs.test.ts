import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, type TagPair } from './pairs'
import { splitPairs } from './splitPairs'

const AUTUMN: TagPair = { key: 'campaign', value: 'autumn' }
const DESK: TagPair = { key: 'desk', value: '4' }

/** Typed text, and any code points at all (lone surrogates too). */
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points)),
)

describe('splitPairs', () => {
  it.each([
    ['campaign=autumn, desk=4'],
    ['campaign=autumn\ndesk=4'],
    ['campaign=autumn\r\n\r\ndesk=4\r\n'],
    ['campaign:autumn;desk:4;'],
    ['campaign\tautumn\ndesk\t4'],
    [' campaign = "autumn" ; desk = \'4\' '],
    ['{"campaign":"autumn","desk":4}'],
  ])('takes %j apart', (text) => {
    expect(splitPairs(text)).toEqual([AUTUMN, DESK])
  })

  it('leaves a plain word to be pasted as it is', () => {
    for (const text of ['autumn', ' autumn ', '', '4', '{not json']) expect(splitPairs(text)).toBeNull()
  })

  it('drops nothing: a part without a sign becomes a name', () => {
    expect(splitPairs('campaign=autumn, vip')).toEqual([AUTUMN, { key: 'vip', value: '' }])
  })

  it('keeps a Liquid expression whole', () => {
    const value = '{{ name | default: "friend, dear" }}'
    expect(splitPairs(`greet=${value}; desk=4`)).toEqual([{ key: 'greet', value }, DESK])
    expect(splitPairs(value)).toBeNull()
  })

  it('keeps what comes after the first sign', () => {
    expect(splitPairs('link=a=b:c')).toEqual([{ key: 'link', value: 'a=b:c' }])
  })

  it('reads back what the copy button gives', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9._~-]{1,20}$/)
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: word, value: word }), { minLength: 1, maxLength: 10 }),
        (pairs) => {
          expect(splitPairs(textOf(pairs))).toEqual(pairs)
        },
      ),
    )
  })

  it('takes any text without complaint', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pairs = splitPairs(text)
        expect(pairs === null || pairs.length > 0).toBe(true)
      }),
    )
  })
})
