import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt'

const LONG = 2000

describe('excerptOf', () => {
  it('leaves a text alone that is short enough', () => {
    expect(excerptOf('')).toBe('')
    expect(excerptOf('😀'.repeat(LONG / 2))).toHaveLength(LONG)
  })

  it.each([
    ['an accent', 'e\u0301'],
    ['the tone of a skin', '👍🏽'],
    ['a joined emoji', '👩‍👩‍👧‍👦'],
    ['half a pair', '😀'],
  ])('does not cut off %s', (_, character) => {
    for (let before = 0; before < character.length; before += 1) {
      const shown = excerptOf('x'.repeat(LONG - before) + character.repeat(LONG))
      expect(shown.replace(/^x+/, '').replaceAll(character, '')).toBe('')
    }
  })

  it('keeps pairs whole where all is accents', () => {
    const shown = excerptOf(`a${'\u{1d165}'.repeat(LONG)}`)
    expect(shown).toBe(`a${'\u{1d165}'.repeat(LONG - 1)}`)
  })

  it('is the beginning of the text and never much longer than is shown', () => {
    const unit = fc.constantFrom('a', '\n', 'ж', '😀', '\u0301', '\u200d', '\ud83d')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 10 }), (piece) => {
        const text = piece.repeat(LONG)
        const shown = excerptOf(text)
        expect(text.startsWith(shown)).toBe(true)
        expect(shown.length).toBeLessThanOrEqual(2 * LONG)
        expect(shown === '').toBe(text === '')
      }),
    )
  })
})
