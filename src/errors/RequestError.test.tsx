// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommsError } from '#/comms'
import { RequestError } from './RequestError'
import { RequestNotice } from './RequestNotice'

const NOW = Date.UTC(2026, 0, 5, 12, 0, 0)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function limited(retryAt: number | null) {
  return new CommsError({
    kind: 'rate-limited',
    status: 429,
    message: 'Too many requests',
    method: 'GET',
    path: '/Messages',
    retryAt,
    problems: [{ code: 20429, message: 'Too many requests', infoUrl: null, context: null }],
  })
}

describe('RequestError', () => {
  it('holds "Try again" back until the API allows it, then lets it through', () => {
    const onRetry = vi.fn()
    render(<RequestError error={limited(NOW + 5000)} onRetry={onRetry} />, { wrapper: MemoryRouter })
    const button = screen.getByRole('button', { name: 'Try again' })
    expect(button.textContent).toBe('Try againin 5 s')
    button.click()
    expect(onRetry).not.toHaveBeenCalled()
    act(() => {
      vi.advanceTimersByTime(6000)
    })
    button.click()
    expect(onRetry).toHaveBeenCalledTimes(1)
  })

  it('leads to the meaning of each code', () => {
    render(<RequestError error={limited(null)} />, { wrapper: MemoryRouter })
    const link = screen.getByRole('link', { name: 'What code 20429 means' })
    expect(link.getAttribute('href')).toBe('/errors/20429')
  })

  it('offers no second try for a send that may have been done', () => {
    const error = new CommsError({
      kind: 'timeout',
      message: '',
      method: 'POST',
      path: '/Messages',
      mayHaveBeenDone: true,
    })
    render(<RequestError error={error} onRetry={() => {}} />, { wrapper: MemoryRouter })
    expect(screen.getByRole('alert').textContent).toMatch(/It is not known whether this was sent/)
    expect(screen.queryByRole('button', { name: /try again/i })).toBeNull()
  })
})

describe('RequestNotice', () => {
  it('says since when the figures are old, why, and when it is tried again', () => {
    render(<RequestNotice error={limited(null)} since={NOW} nextTryAt={NOW + 60_000} />, {
      wrapper: MemoryRouter,
    })
    const text = screen.getByRole('status').textContent
    expect(text).toMatch(
      /^Could not be refreshed since \d\d:00:00: too many requests\. Next try at \d\d:01:00\.$/,
    )
  })
})
