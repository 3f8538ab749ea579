// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { recentOperations, rememberOperation, wasJustSent } from './recent'

const A = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
const B = 'comms_operation_01h2xcejqtf2nbrexx3vqjhp41'

describe('recent operations', () => {
  beforeEach(() => localStorage.clear())

  it('are newest first, each once', () => {
    rememberOperation(A, 'sent', 1000)
    rememberOperation(B, 'opened', 2000)
    rememberOperation(A, 'opened', 3000)
    expect(recentOperations()).toEqual([
      { id: A, at: 1000, how: 'sent' },
      { id: B, at: 2000, how: 'opened' },
    ])
  })

  it('are bounded', () => {
    for (let i = 0; i < 80; i += 1) {
      const tail = i.toString().padStart(2, '0')
      rememberOperation(`comms_operation_01k4vge2fxe3ramtcdv1zx1s${tail}`, 'sent', i)
    }
    expect(recentOperations()).toHaveLength(50)
  })

  it('survive whatever else is stored under their name', () => {
    for (const text of ['', '{', 'null', '"x"', '[1,null,{"id":"+12065551337","at":1,"how":"sent"}]']) {
      localStorage.setItem('switchboard.recentOperations', text)
      expect(recentOperations()).toEqual([])
    }
  })

  it('know what may not be visible yet', () => {
    rememberOperation(A, 'sent', 1000)
    rememberOperation(B, 'opened', 1000)
    expect(wasJustSent(A, 30_000)).toBe(true)
    expect(wasJustSent(A, 600_000)).toBe(false)
    expect(wasJustSent(B, 30_000)).toBe(false)
  })
})
