import { describe, expect, it } from 'vitest'
import { fieldOf } from './fieldOf'

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
})
