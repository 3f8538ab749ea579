import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { message, operation } from './arbitraries'
import { DIALECTS } from './dialect'
import { createLens } from './lens'
import { encodeMessage, encodeOperation } from './wire'

const dialect = fc.constantFrom(...DIALECTS)

describe('the contract lens', () => {
  it('finds nothing new in what the contract knows', () => {
    fc.assert(
      fc.property(message, operation, dialect, (one, other, spelling) => {
        const lens = createLens()
        lens.look('message', encodeMessage(one, spelling))
        lens.look('operation', encodeOperation(other, spelling))
        const surprises = lens.novelties().map(({ place }) => place)
        const invented = [`message.status = BRAND_NEW`, 'operation.status = PAUSED']
        expect(
          surprises.filter((place) => !invented.some((known) => place.toUpperCase() === known.toUpperCase())),
        ).toEqual([])
      }),
    )
  })

  it('notes new fields and values with an example and how often, in either spelling', () => {
    const lens = createLens()
    lens.look('message', { id: 'a', status: 'SENT', price_tier: { level: 3 }, from: { carrierName: 'x' } })
    lens.look('message', {
      id: 'b',
      status: 'teleported',
      priceTier: 4,
      to: [{ address: '+1', channel: 'pigeon' }],
    })
    expect(lens.novelties()).toEqual([
      { place: 'message.priceTier', example: '{"level":3}', count: 2 },
      { place: 'message.from.carrierName', example: '"x"', count: 1 },
      { place: 'message.status = teleported', example: '"teleported"', count: 1 },
      { place: 'message channel = pigeon', example: '"pigeon"', count: 1 },
    ])
  })

  it('keeps its memory small, whatever is sent', () => {
    const lens = createLens()
    for (let n = 0; n < 1000; n += 1) lens.look('operation', { id: 'x', [`field${n}`]: 'y'.repeat(10_000) })
    expect(lens.novelties().length).toBeLessThanOrEqual(200)
    expect(JSON.stringify(lens.novelties()).length).toBeLessThan(100_000)
  })
})
