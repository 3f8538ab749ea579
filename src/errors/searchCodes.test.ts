import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPLANATIONS } from './dictionary'
import { searchCodes } from './searchCodes'

const codesFor = (query: string) => searchCodes(query, EXPLANATIONS).map(({ code }) => code)

describe('searching codes', () => {
  it('finds a code by its start', () => {
    expect(codesFor('30003')).toEqual([30003])
    expect(codesFor('3000').every((code) => String(code).startsWith('3000'))).toBe(true)
  })

  it('finds by words in any order, case and quotes', () => {
    expect(codesFor('OUT opted')).toEqual(expect.arrayContaining([21610, 30630]))
    expect(codesFor("recipient's carrier")).toEqual([])
    expect(codesFor("carrier's network")).toContain(30017)
  })

  it('finds by whose turn it is', () => {
    expect(codesFor('account owner registers')).toContain(30034)
  })

  it('finds everything for nothing, and nothing for nonsense', () => {
    expect(codesFor('  ')).toHaveLength(EXPLANATIONS.length)
    expect(codesFor('xyzzy')).toEqual([])
  })

  it('never finds more by asking for more', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(codesFor(one)).toEqual(expect.arrayContaining(codesFor(`${one} ${other}`)))
      }),
      { numRuns: 50 },
    )
  })
})
