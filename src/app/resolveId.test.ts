import { describe, expect, it } from 'vitest'
import { resolveId } from './resolveId'

const MESSAGE = 'comms_message_01k4zq1yc5ecb9a8mrxwt6f3n7'
const OPERATION = 'comms_operation_01k4zq1yc5ecb9a8mrxwt6f3n7'

describe('resolveId', () => {
  it('leads each kind of id to its page, blanks or not', () => {
    expect(resolveId(`  ${MESSAGE}\n`)).toBe(`/messages/${MESSAGE}`)
    expect(resolveId(OPERATION)).toBe(`/operations/${OPERATION}`)
    expect(resolveId(`SM${'0'.repeat(32)}`)).toBe(`/related/SM${'0'.repeat(32)}`)
  })

  it('finds an id in a link or a log line', () => {
    expect(resolveId(`https://comms.twilio.com/v1/Messages/${MESSAGE}?x=1`)).toBe(`/messages/${MESSAGE}`)
    expect(resolveId(`12:00 WARN operation=${OPERATION} done`)).toBe(`/operations/${OPERATION}`)
  })

  it('leads what is cut off or of a kind nobody knows to a page that says so', () => {
    expect(resolveId('comms_message_01k4')).toBe('/related/comms_message_01k4')
    const service = `MG12345abcdef${'0'.repeat(21)}`
    expect(resolveId(` ${service}`)).toBe(`/related/${service}`)
    expect(resolveId('comms_newkind_01k4zq1yc5ecb9a8mrxwt6f3n7')).toBe(
      '/related/comms_newkind_01k4zq1yc5ecb9a8mrxwt6f3n7',
    )
  })

  it('takes a lone five-digit number for an error code', () => {
    expect(resolveId('30003')).toBe('/errors/30003')
    expect(resolveId('Error 63016: outside the window')).toBe('/errors/63016')
  })

  it('takes nothing else for one', () => {
    expect(resolveId('+12065551337')).toBeNull()
    expect(resolveId('30003 or 30005')).toBeNull()
    expect(resolveId('1234')).toBeNull()
    expect(resolveId('hello')).toBeNull()
    expect(resolveId('')).toBeNull()
  })
})
