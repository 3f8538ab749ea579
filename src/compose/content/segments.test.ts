import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { naiveSegmentsOf } from './naiveSegments'
import { replaceable, toPlain } from './plainText'
import { forcingOf, segmentsOf } from './segments'

describe('segmentsOf', () => {
  it.each([
    ['', 'GSM-7', 0, 0],
    ['a'.repeat(160), 'GSM-7', 1, 160],
    ['a'.repeat(161), 'GSM-7', 2, 161],
    ['a'.repeat(306), 'GSM-7', 2, 306],
    ['a'.repeat(307), 'GSM-7', 3, 307],
    ['€'.repeat(80), 'GSM-7', 1, 160],
    ['€'.repeat(81), 'GSM-7', 2, 162],
    // An escaped character does not fit into the last septet of a part.
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3, 306],
    ['ж'.repeat(70), 'UCS-2', 1, 70],
    ['ж'.repeat(71), 'UCS-2', 2, 71],
    ['ж'.repeat(135), 'UCS-2', 3, 135],
    ['😀'.repeat(35), 'UCS-2', 1, 70],
    ['😀'.repeat(36), 'UCS-2', 2, 72],
    // 67 is odd: a pair that would be torn goes to the next part whole.
    ['😀'.repeat(67), 'UCS-2', 3, 134],
    ['ç', 'UCS-2', 1, 1],
    ['Ça va\n[ok]', 'GSM-7', 1, 12],
  ])('cuts %j', (text, encoding, segments, units) => {
    expect(segmentsOf(text)).toMatchObject({ encoding, segments, units })
  })

  it('agrees with the obvious way, whatever the text', () => {
    const unit = fc.constantFrom('a', '€', '[', 'ж', '😀', ' ', '\ud83d', '\ude00')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), (text) => {
        expect(segmentsOf(text)).toEqual(naiveSegmentsOf(text))
      }),
    )
  })

  it.each([
    ['a', '€', [160, 153, 306, 459]],
    ['ж', '😀', [70, 67, 134, 201]],
  ])('agrees with it where a segment of %s ends in %s', (single, double, ends) => {
    for (const end of ends) {
      for (const before of [end - 3, end - 2, end - 1, end]) {
        for (let doubles = 0; doubles < 4; doubles += 1) {
          const text = single.repeat(before) + double.repeat(doubles)
          expect(segmentsOf(text)).toEqual(naiveSegmentsOf(text))
          expect(segmentsOf(text + single.repeat(end))).toEqual(naiveSegmentsOf(text + single.repeat(end)))
        }
      }
    }
  })

  it('never needs fewer segments for a longer text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        (one, more) => {
          expect(segmentsOf(one + more).segments).toBeGreaterThanOrEqual(segmentsOf(one).segments)
        },
      ),
    )
  })
})

describe('what forces Unicode', () => {
  it('is named once each, with its place', () => {
    expect(forcingOf('It’s “late” – it’s 😀')).toEqual([
      { character: '’', times: 2, at: 2 },
      { character: '“', times: 1, at: 5 },
      { character: '”', times: 1, at: 10 },
      { character: '–', times: 1, at: 12 },
      { character: '😀', times: 1, at: 19 },
    ])
  })

  it('gives way to plain characters where they read the same', () => {
    const text = 'It’s “late” – wait…\u00a0ok'
    const plain = toPlain(text, replaceable(forcingOf(text)))
    expect(plain).toBe('It\'s "late" - wait... ok')
    expect(segmentsOf(plain).encoding).toBe('GSM-7')
  })

  it('stays when it has no plain form', () => {
    expect(replaceable(forcingOf('😀 ж é'))).toEqual([])
  })
})
