import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TAG_LIMITS, tagProblem } from '#/comms'
import { problemsOf } from './pairProblem'
import { filledPairs } from './pairs'

const textsOf = (...pairs: Array<[string, string]>) =>
  problemsOf(pairs.map(([key, value]) => ({ key, value }))).map((problem) => problem?.text ?? null)

/** Typed text, and any code points at all (lone surrogates too). */
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points)),
)

describe('problemsOf', () => {
  it('has nothing against good tags and empty rows', () => {
    expect(textsOf(['campaign', 'autumn'], ['', ''], ['desk', '4'])).toEqual([null, null, null])
  })

  it('refuses a second tag of one name and says which is the first', () => {
    expect(textsOf(['desk', '4'], ['', ''], ['desk', '5'])[2]).toBe(
      '“desk” is tag 1 already. A name can be used once.',
    )
  })

  it('refuses the eleventh', () => {
    const eleven = Array.from({ length: 11 }, (_, n): [string, string] => [`k${n}`, 'v'])
    const texts = textsOf(...eleven)
    expect(texts.slice(0, 10).every((text) => text === null)).toBe(true)
    expect(texts[10]).toBe('Only 10 tags are allowed. Remove this one.')
  })

  it('names the characters that are not allowed and proposes some that are', () => {
    const [problem] = problemsOf([{ key: 'shop', value: ' Café Zürich ' }])
    expect(problem?.text).toBe(
      'The value has a space, “é”, “ü” in it. Allowed are a to z, A to Z, 0 to 9 and .\u00a0_\u00a0~\u00a0-',
    )
    expect(problem?.suggestion).toBe('Cafe-Zurich')
  })

  it('counts what is too long', () => {
    expect(textsOf(['a'.repeat(129), 'v'], ['k', 'b'.repeat(257)])).toEqual([
      'The name has 129 characters; at most 128 are allowed.',
      'The value has 257 characters; at most 256 are allowed.',
    ])
  })

  it('calls only an empty half unfinished', () => {
    const unfinished = problemsOf([
      { key: 'a', value: '' },
      { key: '', value: 'b' },
      { key: 'c d', value: 'e' },
    ]).map((problem) => problem?.unfinished)
    expect(unfinished).toEqual([true, true, false])
  })

  it('lets nothing through that the API refuses, and proposes nothing that it would', () => {
    const pair = fc.record({ key: anyText, value: anyText })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), (pairs) => {
        const problems = problemsOf(pairs)
        if (problems.every((problem) => problem === null)) {
          const filled = filledPairs(pairs)
          expect(filled.length).toBeLessThanOrEqual(TAG_LIMITS.pairs)
          expect(new Set(filled.map(({ key }) => key)).size).toBe(filled.length)
          expect(filled.every(({ key, value }) => tagProblem(key, value) === null)).toBe(true)
        }
        for (const problem of problems) {
          if (problem?.suggestion) expect(tagProblem(problem.suggestion, problem.suggestion)).toBeNull()
        }
      }),
    )
  })
})
