import { describe, expect, it } from 'vitest'
import { createChecker } from '../reading/check'
import { emptyDraft } from './draft'
import { prefillOfSearch, prefillOfState, withPrefill } from './prefill'

const search = (text: string) => prefillOfSearch(new URLSearchParams(text))

describe('a message in an address', () => {
  it('keeps its plus signs, encoded or not', () => {
    expect(search('to=+12065550100&to=%2B12065550101,%2B12065550102')?.to).toEqual([
      '+12065550100',
      '+12065550101',
      '+12065550102',
    ])
  })

  it('brings text, tags and the way people are reached', () => {
    expect(search('text=Ahoy%0Aworld&tag=campaign:autumn&tag=a=b:c&channel=whatsapp')).toEqual({
      to: [],
      text: 'Ahoy\nworld',
      tags: [
        { key: 'campaign', value: 'autumn' },
        { key: 'a', value: 'b:c' },
      ],
      reach: 'WHATSAPP',
    })
  })

  it('is none where nothing is brought', () => {
    expect(search('')).toBeNull()
    expect(search('channel=sms&other=1')).toBeNull()
  })
})

describe('a message handed over', () => {
  it('is read leniently', () => {
    expect(prefillOfState({ compose: { to: ['+12065550100', 7], tags: { a: 'b' } } })).toMatchObject({
      to: ['+12065550100'],
      tags: [{ key: 'a', value: 'b' }],
    })
    for (const state of [null, 7, {}, { compose: null }, { compose: { to: 'x' } }])
      expect(prefillOfState(state)).toBeNull()
  })

  it('becomes a list when it is long', () => {
    const to = Array.from({ length: 201 }, (_, at) => `+1206555${1000 + at}`)
    const { who } = withPrefill(emptyDraft('US'), { to, text: '', tags: [], reach: null }, 'id')
    expect(who.typed).toBe('')
    expect(createChecker()(who).e164).toEqual(to)
  })
})
