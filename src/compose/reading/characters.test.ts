import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, originalEnd, originalPlace } from './characters'

describe('clean', () => {
  it.each([
    ['digits of other scripts', '٠١٢ ०१२ ０１２ 𑛚𑛛', '012 012 012 01'],
    ['mathematical digits', '𝟎𝟏𝟐 𝟬𝟭', '012 01'],
    ['dashes', '1\u20102\u20133\u22124\uff0d5\u301c6', '1-2-3-4-5-6'],
    ['blanks', '1\u00a02\u202f3\u30004', '1 2 3 4'],
    ['what cannot be seen', '1\u200b2\u00ad3\u2060\ufe0f4\u202d5\ufeff', '12345'],
    ['plus signs and brackets', '＋１（2）➕3', '+1(2)+3'],
    ['separators', 'a、b，c،d؛e｜f／g', 'a,b,c,d,e|f/g'],
  ])('reads %s', (_, text, expected) => {
    expect(clean(text).text).toBe(expected)
  })

  it('does not take signs for digits that only look like them', () => {
    expect(clean('12² ① 3⁴').text).toBe('12² ① 3⁴')
  })

  it('knows where each character is from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = clean(text)
        let last = 0
        for (let at = 0; at < cleaned.text.length; at += 1) {
          const place = originalPlace(cleaned, at)
          expect(place).toBeGreaterThanOrEqual(last)
          expect(clean(text.slice(place, originalEnd(cleaned, at + 1, text))).text).toContain(
            cleaned.text[at],
          )
          last = place
        }
        expect(originalPlace(cleaned, cleaned.text.length)).toBe(text.length)
      }),
    )
  })
})
