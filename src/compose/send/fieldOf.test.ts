import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fieldOf, quotedIn } from './fieldOf'

const problem = (context: string | null, message = 'Wrong') => ({
  code: 20001,
  message,
  infoUrl: null,
  context,
})

describe('fieldOf', () => {
  it.each([
    ['$.to[3].address', { field: 'to', recipient: 3 }],
    ["$['to'][3]['address']", { field: 'to', recipient: 3 }],
    ['/to/3/address', { field: 'to', recipient: 3 }],
    ['to[0].addresses[1].address', { field: 'to', recipient: 0 }],
    ['$.to[0].channel', { field: 'reach', recipient: 0 }],
    ['$.to', { field: 'to', recipient: null }],
    ['$.from.address', { field: 'from' }],
    ['$.content.text', { field: 'text' }],
    ['$.tags.campaign', { field: 'tags', tag: 'campaign' }],
    ["$.tags['a.b']", { field: 'tags', tag: 'a.b' }],
    ['$.to[0].addresses[1].channel', { field: 'reach', recipient: 0 }],
    ['$.to[3].variables.channel', { field: 'to', recipient: 3 }],
    ['$.to[3]', { field: 'to', recipient: 3 }],
    ['$.to.3.address', { field: 'to', recipient: 3 }],
    ['$.To[0].Channel', { field: 'reach', recipient: 0 }],
    ['#/to/3/address', { field: 'to', recipient: 3 }],
    ['#/to/3/addresses/0/channel', { field: 'reach', recipient: 3 }],
    ['#/tags/a~1b%20c', { field: 'tags', tag: 'a/b c' }],
    ['/tags/a.b', { field: 'tags', tag: 'a.b' }],
    ['#/tags/%', { field: 'tags', tag: '%' }],
    [String.raw`$.tags["a\"b"]`, { field: 'tags', tag: 'a"b' }],
    ['$.body.to[2].address', { field: 'to', recipient: 2 }],
    ['$.body', { field: 'text' }],
    ['$.messages[0].to[2].address', { field: 'to', recipient: 2 }],
    ['$.content.modules[0].sms.text', { field: 'text' }],
    ['$.from.channels.filterIn[0]', { field: 'from' }],
    ['$.to[99999999999999999999]', { field: 'to', recipient: null }],
    ['$', { field: 'form' }],
    ['$.schedule.sendAt', { field: 'form' }],
  ])('puts %s where it belongs', (context, place) => {
    expect(fieldOf(problem(context))).toMatchObject(place)
  })

  it('reads the field from the sentence of the early API', () => {
    const message = "The value 'phonee' is not recognized for the field 'channel'."
    expect(fieldOf(problem(null, message)).field).toBe('reach')
    expect(fieldOf(problem(null, "The value 'to' is not valid for the field 'text'.")).field).toBe('text')
    expect(fieldOf(problem(null, 'Account suspended')).field).toBe('form')
  })

  it('has a field for any path', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '$',
        '.',
        '[',
        ']',
        "['",
        '"]',
        '/',
        '#/',
        '~1',
        '%2',
        'to',
        'channel',
        'tags',
        '0',
        '\\',
      ),
      fc.string(),
    )
    const path = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(path, path, (context, message) => {
        const { field, recipient, tag } = fieldOf(problem(context, message))
        expect(['to', 'reach', 'from', 'text', 'tags', 'form']).toContain(field)
        expect(recipient === null || Number.isSafeInteger(recipient)).toBe(true)
        expect(tag === null || field === 'tags').toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds what is quoted, apostrophes or not', () => {
    expect(quotedIn("It doesn't like '+12065551337' for ‘to’")).toContain('+12065551337')
    expect(fieldOf(problem(null, "It doesn't like ‘x’ for ‘to’")).field).toBe('to')
  })
})
