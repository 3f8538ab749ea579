import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceOf, pacesOf } from './pace'

const steady = (perSecond: number, seconds: number) =>
  Array.from({ length: seconds + 1 }, (_, i) => ({ at: i * 1000, done: i * perSecond }))

describe('paceOf', () => {
  it('is what the last minute says', () => {
    expect(paceOf(steady(3, 100), 75)).toEqual({ perSecond: 3, left: 25_000 })
    const slowed = [...steady(10, 60), { at: 130_000, done: 600 }, { at: 140_000, done: 601 }]
    expect(paceOf(slowed, 1)?.perSecond).toBeCloseTo(0.1)
  })

  it('says nothing on too little', () => {
    expect(paceOf([], 5)).toBeNull()
    expect(paceOf(steady(3, 1), 5)).toBeNull()
    expect(paceOf(steady(0, 30), 5)).toBeNull()
    expect(paceOf(steady(3, 30), 0)).toBeNull()
  })

  it('takes one leap for what it is, and not for a pace', () => {
    const leap = [...steady(2, 10), { at: 12_000, done: 9_000 }, { at: 14_000, done: 9_004 }]
    expect(paceOf(leap, 990)?.perSecond).toBeCloseTo(2)
  })

  it('promises nothing when nothing has moved for a while, or when it is all but over', () => {
    const stopped = Array.from({ length: 8 }, (_, i) => ({ at: 10_000 + i * 4_000, done: 50 }))
    expect(paceOf([...steady(5, 10), ...stopped], 20)).toBeNull()
    expect(paceOf(steady(500, 10), 20)).toBeNull()
  })

  it('never promises a negative or endless time', () => {
    const samples = fc.array(fc.record({ at: fc.nat(1e7), done: fc.nat(10_000) }), { maxLength: 30 })
    fc.assert(
      fc.property(samples, fc.nat(10_000), (list, underway) => {
        const pace = paceOf(list, underway)
        if (pace === null) return
        expect(pace.perSecond).toBeGreaterThan(0)
        expect(pace.left).toBeGreaterThan(0)
        expect(Number.isFinite(pace.left)).toBe(true)
      }),
    )
  })
})

describe('pacesOf', () => {
  it('draws a figure that was taken back as standing still', () => {
    const paces = pacesOf([
      { at: 0, done: 0 },
      { at: 2000, done: 10 },
      { at: 3000, done: 8 },
    ])
    expect(paces.map(({ perSecond }) => perSecond)).toEqual([5, 0])
  })
})
