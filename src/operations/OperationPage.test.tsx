// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '#/comms'
import { advance, clearStage, press, send, setStage, settle, show, type Stage } from '#/messages/testing'
import { Component } from './OperationPage'
import { rememberOperation } from './recent'

const ROUTES = [{ path: '/operations/:operationId', Component }]
const MINUTE = 60_000

// A whole page is drawn many times over in a test that lets minutes pass.
vi.setConfig({ testTimeout: 30_000 })

let stage: Stage
beforeEach(() => {
  localStorage.clear()
  stage = setStage()
})
afterEach(clearStage)

const polls = () =>
  stage.asked.filter((request) => /^GET \/Messages\/Operations\/[^/?]+$/.test(request)).length
const text = () => document.body.textContent

describe('one operation', () => {
  it('is followed to its end, and then left alone', async () => {
    const id = await send(1)
    await show(ROUTES, `/operations/${id}`)
    expect(screen.getByRole('img', { name: /^1 person: / })).toBeTruthy()
    await advance(2 * MINUTE)
    expect(screen.getByRole('heading', { name: 'Settled: the person was reached.' })).toBeTruthy()
    expect(text()).toContain('1 + 0 + 0 = 1 of 1 asked for')
    expect(text()).toContain(', final')
    // The table below tells the same story as the figures above, though nobody pressed anything.
    const table = screen.getByRole('table', { name: 'Messages of this operation' })
    expect(within(table).getByText('Delivered')).toBeTruthy()
    const before = stage.asked.length
    await advance(30 * MINUTE)
    expect(stage.asked.length).toBe(before)
  })

  it('costs at most 40 requests in its first five minutes', async () => {
    const id = await send(5_000)
    await show(ROUTES, `/operations/${id}`)
    await advance(5 * MINUTE)
    expect(polls()).toBeLessThanOrEqual(40)
    expect(polls()).toBeGreaterThan(10)
  })

  it('asks nothing while the page is hidden, and once when it is shown again', async () => {
    const id = await send(5_000)
    await show(ROUTES, `/operations/${id}`)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    const before = polls()
    await advance(5 * MINUTE)
    expect(polls()).toBe(before)
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await settle()
    expect(polls()).toBe(before + 1)
  })

  it('keeps the last figures when asking fails, and waits as long as the API says', async () => {
    const id = await send(500)
    await show(ROUTES, `/operations/${id}`)
    stage.simulator.failNext('GET /Messages/Operations/*', '429:60')
    await advance(5_000)
    const failed = polls()
    expect(text()).toContain('500 people')
    expect(text()).toContain('Could not be refreshed')
    await advance(50_000)
    expect(polls()).toBe(failed)
    await advance(20_000)
    expect(polls()).toBeGreaterThan(failed)
    expect(text()).not.toContain('Could not be refreshed')
  })

  it('says that a send was accepted while the API does not show it yet', async () => {
    const id = await send(1)
    rememberOperation(id, 'sent')
    stage.simulator.failNext('GET /Messages/Operations/*', '404', 2)
    await show(ROUTES, `/operations/${id}`)
    expect(text()).toContain('Accepted. Do not send it again.')
    await advance(20_000)
    expect(text()).not.toContain('Do not send it again')
    expect(screen.getByRole('img', { name: /^1 person: / })).toBeTruthy()
  })

  it('does not keep asking for what is not there, or not allowed', async () => {
    await show(ROUTES, '/operations/comms_operation_01h2xcejqtf2nbrexx3vqjhp41')
    expect(screen.getByRole('alert').textContent).toContain('7 days')
    const [emails, pools] = ['emails', 'sender pools'].map((name) => screen.getByRole('link', { name }))
    expect(emails?.getAttribute('href')).toMatch(/^\/related\/comms_operation_\w+\?of=email$/)
    expect(pools?.getAttribute('href')).toMatch(/^\/related\/comms_operation_\w+\?of=senderpool$/)
    const before = polls()
    await advance(10 * MINUTE)
    expect(polls()).toBe(before)
  })

  it('comes to rest when nothing moves any more, and goes on when asked', async () => {
    stage.simulator.configure({ scenario: 'late-receipts' })
    const id = await send(200)
    stage.simulator.clock.jump(10 * MINUTE)
    // The API stands still: what is out stays out.
    stage.simulator.clock.setRate(0)
    await show(ROUTES, `/operations/${id}`)
    expect(text()).toMatch(/receipts? still out/)
    await advance(20 * MINUTE)
    expect(text()).toContain('not followed any more because nothing changed')
    const before = polls()
    expect(before).toBeLessThan(40)
    stage.simulator.clock.jump(24 * 60 * MINUTE)
    await advance(20 * MINUTE)
    expect(polls()).toBe(before)
    await press('button', 'Follow again')
    expect(polls()).toBe(before + 1)
  })

  it('takes what another tab was answered, in place of asking', async () => {
    const id = await send(5_000)
    await show(ROUTES, `/operations/${id}`)
    const before = polls()
    const operation = await (await api()).fetchOperation(id)
    const otherTab = new BroadcastChannel('switchboard.operations')
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    otherTab.postMessage({ ...operation, status: 'CANCELED' })
    await vi.waitFor(async () => {
      await settle()
      expect(screen.getByRole('heading', { name: /^Cancelled through the API/ })).toBeTruthy()
    })
    otherTab.close()
    expect(polls()).toBe(before + 1)
  })

  it('filters its messages by the status in the address, at the API', async () => {
    const id = await send(300)
    stage.simulator.clock.jump(60 * MINUTE)
    await show(ROUTES, `/operations/${id}?status=UNDELIVERED`)
    const lists = stage.asked.filter((request) => request.startsWith('GET /Messages?'))
    expect(lists.some((request) => request.includes('status=UNDELIVERED'))).toBe(true)
    const table = screen.getByRole('table', { name: 'Messages of this operation' })
    expect(within(table).getAllByText('Undelivered').length).toBeGreaterThan(0)
    expect(within(table).queryByText('Delivered')).toBeNull()
  })
})
