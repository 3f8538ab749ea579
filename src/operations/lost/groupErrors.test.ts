import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OperationError } from '#/comms'
import { groupErrors } from './groupErrors'

function failure(code: number | null, messageId: string | null, message = 'Words'): OperationError {
  return { problem: { code, message, infoUrl: null, context: null }, messageId, to: null }
}

describe('failures by their code', () => {
  it('puts the commonest first, with one message to look at', () => {
    const groups = groupErrors([failure(30003, 'a'), failure(30006, null), failure(30006, 'c')])
    expect(groups).toEqual([
      { code: 30006, message: 'Words', messages: 2, example: 'c' },
      { code: 30003, message: 'Words', messages: 1, example: 'a' },
    ])
  })

  it('counts a message once for a code, however often it is listed', () => {
    const [group] = groupErrors([failure(30003, 'a'), failure(30003, 'a'), failure(30003, 'b')])
    expect(group?.messages).toBe(2)
  })

  it('tells failures without a code apart by their words', () => {
    const groups = groupErrors([failure(null, 'a', 'One'), failure(null, 'b', 'Another')])
    expect(groups.map(({ message }) => message)).toEqual(['One', 'Another'])
  })

  it('loses nobody who is listed once', () => {
    const codes = fc.array(fc.option(fc.integer({ min: 20_000, max: 20_005 })), { maxLength: 60 })
    fc.assert(
      fc.property(codes, fc.boolean(), (list, named) => {
        const errors = list.map((code, index) => failure(code, named ? `message ${index}` : null))
        const total = groupErrors(errors).reduce((sum, { messages }) => sum + messages, 0)
        expect(total).toBe(list.length)
      }),
    )
  })
})
