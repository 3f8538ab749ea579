import { describe, expect, it } from 'vitest'
import { measure } from './measure'
import { toPlain } from './plainText'
import { forcingOf, segmentsOf } from './segments'

describe('measure', () => {
  it('counts a text once, however often it is asked', () => {
    expect(measure('It’s late')).toBe(measure('It’s late'))
  })

  it('counts anew when the text changes, and when it changes back', () => {
    expect(measure('a')).toMatchObject({ encoding: 'GSM-7', units: 1 })
    expect(measure('aж')).toMatchObject({ encoding: 'UCS-2', units: 2 })
    expect(measure('a')).toMatchObject({ encoding: 'GSM-7', units: 1 })
  })

  it('says nothing of characters where all are in the alphabet', () => {
    expect(measure('a€')).toEqual({ ...segmentsOf('a€'), forcing: [], plain: null })
  })

  it('names those first that have a plain form', () => {
    const text = 'Привет – it’s'
    expect(
      measure(text)
        .forcing.map(({ character }) => character)
        .slice(0, 3),
    ).toEqual(['–', '’', 'П'])
    expect(measure(text).forcing).toHaveLength(forcingOf(text).length)
  })

  it('says what plain characters would save', () => {
    const text = 'It’s late – '.repeat(10)
    const { segments, plain } = measure(text)
    expect({ segments, plain }).toEqual({ segments: 2, plain: { characters: ['’', '–'], segments: 1 } })
    expect(segmentsOf(toPlain(text, plain?.characters ?? []))).toMatchObject({
      encoding: 'GSM-7',
      segments: 1,
    })
  })

  it('offers nothing where it would save nothing', () => {
    expect(measure('Привет – ж').plain).toBeNull()
  })
})
