// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { advance, clearStage, press, send, setStage, settle, show, type Stage } from '#/messages/testing'
import { Component } from './OperationsPage'
import { rememberOperation } from './recent'

const ROUTES = [{ path: '/operations', Component }]

// A whole page is drawn many times over in a test that lets minutes pass.
vi.setConfig({ testTimeout: 30_000 })

let stage: Stage
beforeEach(() => {
  localStorage.clear()
  stage = setStage()
})
afterEach(clearStage)

const links = () =>
  within(screen.getByRole('table', { name: 'Operations' }))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))

/** Everything is in sight: the test has no layout. */
class InSight {
  readonly #call: (entries: { isIntersecting: boolean }[]) => void
  constructor(call: (entries: { isIntersecting: boolean }[]) => void) {
    this.#call = call
  }
  observe() {
    this.#call([{ isIntersecting: true }])
  }
  disconnect() {}
}

describe('the list of operations', () => {
  it('does not move when something is sent elsewhere: the send waits to be shown', async () => {
    await show(ROUTES, '/operations')
    const before = links()
    expect(before.length).toBeGreaterThan(5)
    const id = await send(3)
    await advance(40_000)
    expect(links()).toEqual(before)
    await press('button', 'Show 1 new send')
    expect(links()[0]).toBe(`/operations/${id}`)
    expect(screen.queryByRole('button', { name: /new send/ })).toBeNull()
  })

  it('brings figures up to date in place', async () => {
    const id = await send(1)
    await show(ROUTES, '/operations')
    const top = () => within(screen.getByRole('table', { name: 'Operations' })).getAllByRole('link')[0]
    expect(top()?.getAttribute('aria-label')).toBe('Processing, 1 person, on the way')
    await advance(120_000)
    expect(top()?.getAttribute('aria-label')).toBe('Settled, 1 person, reached')
    expect(top()?.getAttribute('href')).toBe(`/operations/${id}`)
  })

  it('asks the API for the status in the address, and says when that is none', async () => {
    await show(ROUTES, '/operations?status=completed')
    expect(stage.asked[0]).toContain('status=COMPLETED')
    cleanup()
    stage.asked.length = 0
    await show(ROUTES, '/operations?status=lost')
    expect(stage.asked[0]).not.toContain('status')
    expect(document.body.textContent).toContain('the status “lost”')
  })

  it('shows what was sent when asked to, a row at a time, and asks once', async () => {
    vi.stubGlobal('IntersectionObserver', InSight)
    // Loaded on demand, which a clock that stands still would wait for in vain.
    await import('./SentText')
    const id = await send(2, 'The lift is out of order')
    await show(ROUTES, '/operations')
    const reads = () => stage.asked.filter((request) => request.includes(`operationId=${id}`)).length
    expect(reads()).toBe(0)
    await press('button', 'Show texts')
    await advance(500)
    await settle()
    expect(screen.getByText('The lift is out of order')).toBeTruthy()
    await press('button', 'Hide texts')
    expect(screen.queryByText('The lift is out of order')).toBeNull()
    await press('button', 'Show texts')
    await advance(500)
    await settle()
    expect(screen.getByText('The lift is out of order')).toBeTruthy()
    expect(reads()).toBe(1)
  })

  it('opens by id where the API has no list', async () => {
    stage.simulator.configure({ scenario: 'early-v1' })
    const id = 'comms_operation_01k4vge2fxe3ramtcdv1zx1s9s'
    rememberOperation(id, 'sent')
    await show(ROUTES, '/operations')
    expect(document.body.textContent).toContain('does not offer a list of operations')
    expect(screen.getByRole('textbox', { name: 'Operation id' })).toBeTruthy()
    expect(screen.getByRole('link', { name: id }).getAttribute('href')).toBe(`/operations/${id}`)
  })

  it('leads to Compose when there is nothing', async () => {
    stage.simulator.configure({ scenario: 'empty' })
    await show(ROUTES, '/operations')
    expect(screen.getByRole('link', { name: 'Write a message' }).getAttribute('href')).toBe('/compose')
  })

  it('says what is wrong when the list cannot be read, and tries again', async () => {
    stage.simulator.failNext('GET /Messages/Operations', '401')
    await show(ROUTES, '/operations')
    expect(screen.getByRole('alert').textContent).toContain('TWILIO_')
    await press('button', 'Try again')
    expect(links().length).toBeGreaterThan(5)
  })

  it('says what it waits for when the API asks to wait, and goes on by itself', async () => {
    stage.simulator.failNext('GET /Messages/Operations', '429:10')
    await show(ROUTES, '/operations')
    expect(document.body.textContent).toContain('Waiting for the API: too many requests.')
    await advance(5_000)
    expect(stage.asked).toHaveLength(1)
    await advance(7_000)
    expect(links().length).toBeGreaterThan(5)
    expect(document.body.textContent).not.toContain('Waiting for the API')
  })
})
