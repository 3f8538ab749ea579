// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, Link, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageHeader } from '#/ui/PageHeader'
import { Layout } from './Layout'
import { createQueryClient } from './queryClient'
import { RouteError } from './RouteError'

function page(title: string) {
  return function Component() {
    return (
      <>
        <PageHeader title={title} />
        <input aria-label="Search" />
        <Link to="?status=lost">Lost only</Link>
      </>
    )
  }
}

function Broken(): never {
  throw new Error('boom')
}

function show() {
  const router = createMemoryRouter(
    [
      {
        Component: Layout,
        children: [
          {
            ErrorBoundary: RouteError,
            children: [
              { path: '/operations', Component: page('Operations') },
              { path: '/messages', Component: page('Messages') },
              { path: '/messages/:id', Component: page('Message') },
              { path: '/errors/:code', Component: page('Error code') },
              { path: '/compose', Component: page('Compose') },
              { path: '/broken', Component: Broken },
              { path: '/stale', lazy: () => Promise.reject(new TypeError(CHUNK_MESSAGE)) },
            ],
          },
        ],
      },
    ],
    { initialEntries: ['/operations'] },
  )
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return router
}

const CHUNK_MESSAGE = 'Failed to fetch dynamically imported module: http://localhost/assets/x.js'
const CONNECTION = {
  mode: 'simulator',
  account: null,
  baseUrl: 'https://comms.twilio.com',
  version: 'v1',
  dialect: 'current',
  problem: null,
  simulator: { scenario: 'calm', dialect: 'current', seed: 1 },
}

describe('Layout', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(CONNECTION)))
  })
  afterEach(() => {
    cleanup()
    localStorage.clear()
    vi.unstubAllGlobals()
  })

  it('says what it is connected to', async () => {
    show()
    expect(await screen.findByText('Simulator')).toBeTruthy()
    expect(screen.getByText('nothing reaches a real phone')).toBeTruthy()
  })

  it('leads to the contract with an account, and neither shows nor asks for a simulator', async () => {
    const fetch = vi.fn(async (_path: string) =>
      Response.json({ ...CONNECTION, mode: 'account', account: 'AC…12ab', simulator: null }),
    )
    vi.stubGlobal('fetch', fetch)
    show()
    await screen.findByText('Live')
    expect(screen.getByRole('link', { name: 'Contract' }).getAttribute('href')).toBe('/contract')
    expect(screen.queryByRole('button', { name: 'Simulator' })).toBeNull()
    expect(fetch.mock.calls.map(([path]) => path)).not.toContain('/simulator')
  })

  it('says so when its server does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 200 })))
    show()
    expect(await screen.findByText('Switchboard is not connected.', {}, { timeout: 5000 })).toBeTruthy()
  })

  it('goes to places by single keys, but not while a field has the focus', async () => {
    const router = show()
    const user = userEvent.setup()
    await user.click(screen.getByLabelText('Search'))
    await user.keyboard('m')
    expect(router.state.location.pathname).toBe('/operations')
    await user.click(screen.getByRole('heading', { level: 1 }))
    await user.keyboard('m')
    expect(router.state.location.pathname).toBe('/messages')
    await user.keyboard('{Control>}c{/Control}')
    expect(router.state.location.pathname).toBe('/messages')
  })

  it('shows the keys on ?, where they can be switched off', async () => {
    const router = show()
    const user = userEvent.setup()
    await user.keyboard('?')
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    await user.click(screen.getByRole('checkbox', { name: /single-key/ }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.keyboard('c')
    expect(router.state.location.pathname).toBe('/operations')
  })

  it('focuses the heading of a new page and titles the tab, and leaves the focus alone on a filter', async () => {
    const router = show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('link', { name: /Messages/ }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Messages'))
    expect(document.activeElement?.tagName).toBe('H1')
    expect(document.title).toBe('Messages · Switchboard')
    const filter = screen.getByRole('link', { name: 'Lost only' })
    await user.click(filter)
    expect(router.state.location.search).toBe('?status=lost')
    expect(document.activeElement).toBe(filter)
  })

  it('opens an id from anywhere, and says when there is none in the text', async () => {
    const router = show()
    const user = userEvent.setup()
    await user.keyboard('i')
    await user.keyboard('nothing{Enter}')
    expect(screen.getByText(/No id or error code/)).toBeTruthy()
    await user.clear(screen.getByLabelText('Open id'))
    await user.keyboard('30003{Enter}')
    expect(router.state.location.pathname).toBe('/errors/30003')
  })

  it('keeps the theme that was chosen', async () => {
    show()
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(localStorage.getItem('switchboard.theme')).toBe('dark')
    await userEvent.click(screen.getByRole('radio', { name: 'As the system' }))
    expect(document.documentElement.dataset['theme']).toBeUndefined()
  })

  it('stays when a page breaks, and tells what to do', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const router = show()
    await router.navigate('/broken')
    expect(await screen.findByRole('heading', { name: 'This page broke' })).toBeTruthy()
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy()
    await userEvent.click(screen.getByText('Details'))
    expect(await screen.findByText(/boom/)).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'Go to operations' }))
    expect(screen.getByRole('heading', { name: 'Operations' })).toBeTruthy()
  })

  it('offers to reload when a part of the program is gone', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const router = show()
    await router.navigate('/stale')
    expect(await screen.findByRole('heading', { name: 'This page could not be loaded' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy()
  })
})
