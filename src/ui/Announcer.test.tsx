// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce } from './announce'
import { Announcer } from './Announcer'

function said(): string {
  return screen.getByRole('status').textContent ?? ''
}

describe('announce', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it('joins what is said at once, and says equal words once', () => {
    render(<Announcer />)
    announce('3 delivered')
    announce('1 lost')
    announce('3 delivered')
    act(() => {
      vi.runAllTimers()
    })
    expect(said().trim()).toBe('3 delivered. 1 lost')
  })

  it('says the same words again as a change', () => {
    render(<Announcer />)
    announce('Copied')
    act(() => {
      vi.runAllTimers()
    })
    const first = said()
    announce('Copied')
    act(() => {
      vi.runAllTimers()
    })
    expect(said()).not.toBe(first)
    expect(said().trim()).toBe('Copied')
  })

  it('keeps what is said before the page stands', () => {
    announce('early')
    render(<Announcer />)
    act(() => {
      vi.runAllTimers()
    })
    expect(said().trim()).toBe('early')
  })
})
