// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Component as MessagePage } from './MessagePage'
import { Component as MessagesPage } from './MessagesPage'
import { advance, clearStage, press, send, setStage, settle, show, type Stage } from './testing'

const ROUTES = [
  { path: '/messages', Component: MessagesPage },
  { path: '/messages/:messageId', Component: MessagePage },
]

// A whole page is drawn many times over in a test that lets minutes pass.
vi.setConfig({ testTimeout: 30_000 })

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(clearStage)

const table = () => screen.getByRole('table', { name: 'Messages' })
const rows = () => within(table()).getAllByRole('row').length - 1
const loaded = () => document.body.textContent.match(/([\d,]+)(?: loaded)? · as of/)?.[1]

describe('the list of messages', () => {
  it('sends the filters of the address to the API, and takes them away one by one', async () => {
    const router = await show(ROUTES, '/messages?status=undelivered&tag=campaign:pick-up&channel=pigeon')
    const [request = ''] = stage.asked
    expect(decodeURIComponent(request)).toContain('status=UNDELIVERED&tags=campaign:pick-up;')
    expect(request).not.toContain('channel')
    expect(document.body.textContent).toContain('channel “pigeon”')
    await press('button', /Status: Undelivered/)
    expect(router.state.location.search).toBe('?tag=campaign%3Apick-up')
    expect(stage.asked.at(-1)).not.toContain('status')
  })

  it('reads page after page to the end, each message once, and goes back without a request', async () => {
    const id = await send(450)
    const router = await show(ROUTES, `/messages?operationId=${id}`)
    expect(rows()).toBeLessThanOrEqual(100)
    for (let page = 0; page < 2; page += 1) {
      await press('button', 'Load more messages')
    }
    expect(loaded()).toBe('450')
    expect(document.body.textContent).toContain('That is all: 450 messages.')
    expect(table().getAttribute('aria-rowcount')).toBe('451')
    expect(rows()).toBeLessThanOrEqual(100)

    act(() => within(table()).getAllByRole('link')[3]?.click())
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Message to +1206555')
    expect(document.body.textContent).toContain('4 of 450')
    const before = stage.asked.length
    await act(() => router.navigate(-1))
    await settle()
    expect(loaded()).toBe('450')
    expect(stage.asked.length).toBe(before)
  })

  it('keeps what it has when a page token has expired, and finds the rest from the top', async () => {
    stage.simulator.configure({ scenario: 'expired-tokens' })
    const id = await send(450)
    await show(ROUTES, `/messages?operationId=${id}`)
    await advance(60_000)
    await press('button', 'Load more messages')
    expect(document.body.textContent).toContain('no longer knows the place where this list stopped')
    expect(loaded()).toBe('200')
    await press('button', 'Start again from the top')
    await press('button', 'Load more messages')
    expect(document.body.textContent).toContain('That is all: 450 messages.')
  })

  it('says why more could not be loaded, and tries again when asked', async () => {
    const id = await send(250)
    await show(ROUTES, `/messages?operationId=${id}`)
    stage.simulator.failNext('GET /Messages', '403')
    await press('button', 'Load more messages')
    expect(document.body.textContent).toContain('More messages could not be loaded')
    const before = stage.asked.length
    await advance(60_000)
    expect(stage.asked.length).toBe(before)
    await press('button', 'Try again')
    expect(loaded()).toBe('250')
  })

  it('does not move when messages arrive', async () => {
    await show(ROUTES, '/messages')
    const first = within(table()).getAllByRole('link')[0]?.getAttribute('href')
    await send(5)
    await advance(300_000)
    expect(within(table()).getAllByRole('link')[0]?.getAttribute('href')).toBe(first)
    await press('button', 'Refresh')
    expect(within(table()).getAllByRole('link')[0]?.getAttribute('href')).not.toBe(first)
  })

  it('says that nothing matches, and offers to look wider', async () => {
    const router = await show(ROUTES, '/messages?tag=nobody:has-this')
    await press('button', 'Remove all filters')
    expect(router.state.location.search).toBe('')
    expect(rows()).toBeGreaterThan(5)
  })
})
