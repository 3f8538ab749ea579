// @vitest-environment happy-dom
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSimulator, type Simulator } from '#/simulator/simulator'
import { createQueryClient } from '../queryClient'
import { SimulatorBand } from './SimulatorBand'
import { simulatorQuery } from './simulatorQuery'

/** A page that has read something of the account that is there. */
function Page({ read }: { read: () => Promise<string> }) {
  const { data = 'loading' } = useQuery({
    queryKey: ['operations', 'list'],
    queryFn: read,
    staleTime: Infinity,
  })
  return <main>{data}</main>
}

describe('the simulator’s part of the band', () => {
  let simulator: Simulator
  let patches: unknown[]
  let refusal: Response | null
  /** How often the page has read its account. */
  let reads: number

  beforeEach(() => {
    simulator = createSimulator({ scenario: 'calm', startAt: Date.UTC(2026, 10, 24, 12, 3, 11) })
    simulator.clock.setRate(0)
    patches = []
    refusal = null
    reads = 0
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      if (typeof init.body === 'string') {
        if (refusal) return refusal.clone()
        const patch: unknown = JSON.parse(init.body)
        patches.push(patch)
        simulator.configure(patch as Parameters<Simulator['configure']>[0]) // The panel's own patch.
      }
      return Response.json(simulator.state())
    })
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  async function show() {
    const client = createQueryClient()
    const read = async () => {
      reads += 1
      return `${simulator.state().scenario}, read ${reads}`
    }
    render(
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <SimulatorBand />
          <Page read={read} />
        </MemoryRouter>
      </QueryClientProvider>,
    )
    await screen.findByText('calm, read 1')
    const user = userEvent.setup()
    const open = async () => {
      await user.click(await screen.findByRole('button', { name: 'Simulator' }))
      return screen.findByRole('dialog', { name: 'Simulator' })
    }
    return { user, client, open }
  }

  it('shows the simulated time and its rate', async () => {
    await show()
    const local = new Date(simulator.clock.now()).toLocaleTimeString('en-GB')
    expect((await screen.findByTitle(/Simulated time/)).textContent).toContain(`${local} paused`)
  })

  it('opens with the focus in it and gives it back on Escape', async () => {
    const { user, open } = await show()
    const panel = await open()
    expect(document.activeElement).toBe(panel)
    expect(screen.getByRole('button', { name: 'Simulator' }).getAttribute('aria-expanded')).toBe('true')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Simulator' }))
  })

  it('lists every scenario with its description', async () => {
    const { open } = await show()
    await open()
    for (const { title, description } of simulator.state().scenarios) {
      expect(screen.getByText(title)).toBeTruthy()
      expect(screen.getByText(description)).toBeTruthy()
    }
    expect(
      screen.getAllByRole('radio', { checked: true }).map((radio) => radio.getAttribute('value')),
    ).toContain('calm')
  })

  it('says what is lost before another account is started, and shows the new one then', async () => {
    const { user, open } = await show()
    await open()
    await user.click(screen.getByRole('radio', { name: /Empty account/ }))
    expect(screen.getByText(/account of another scenario; what was sent in “Calm” is gone/)).toBeTruthy()
    expect(patches).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Start Empty account' }))
    expect(await screen.findByText('empty, read 2')).toBeTruthy()
    expect(patches).toEqual([{ scenario: 'empty' }])
    expect(screen.getByRole('button', { name: 'Start over' })).toBeTruthy()
  })

  it('starts the same scenario with another seed, and takes no seed that is none', async () => {
    const { user, open } = await show()
    await open()
    const seed = screen.getByRole('textbox', { name: 'Seed' })
    await user.clear(seed)
    await user.type(seed, 'x{Enter}')
    expect(patches).toEqual([])
    expect(screen.getByText(/A whole number from 0 to/)).toBeTruthy()
    await user.clear(seed)
    await user.type(seed, '42')
    expect(
      screen.getByText(/another account of this scenario; what was sent in this one is gone/),
    ).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('calm, read 2')).toBeTruthy()
    expect(simulator.state().seed).toBe(42)
  })

  it('moves the clock, and has what is on the screen read again without taking it away', async () => {
    const { user, open } = await show()
    await open()
    const before = simulator.clock.now()
    await user.click(screen.getByRole('button', { name: /^\+10 min/ }))
    expect(await screen.findByText('calm, read 2')).toBeTruthy()
    expect(simulator.clock.now() - before).toBe(600_000)
  })

  it('changes the rate without reading anything again', async () => {
    const { user, open } = await show()
    await open()
    await user.click(screen.getByRole('radio', { name: '60×' }))
    await waitFor(() => expect(screen.getByTitle(/Simulated time/).textContent).toContain('60×'))
    expect(simulator.clock.rate).toBe(60)
    expect(reads).toBe(1)
  })

  it('reads everything again in another dialect', async () => {
    const { user, open } = await show()
    await open()
    await user.click(screen.getByRole('radio', { name: 'Early' }))
    expect(await screen.findByText('calm, read 2')).toBeTruthy()
    expect(patches).toEqual([{ dialect: 'early' }])
  })

  it('notices an account that was started elsewhere', async () => {
    const { client } = await show()
    await screen.findByTitle(/Simulated time/)
    simulator.configure({ scenario: 'hostile' })
    await client.refetchQueries({ queryKey: simulatorQuery.queryKey })
    expect(await screen.findByText('hostile, read 2')).toBeTruthy()
  })

  it('says why a change was not made', async () => {
    const { user, open } = await show()
    await open()
    const errors = [{ code: 20001, message: 'The body is not JSON.' }]
    refusal = Response.json({ errors }, { status: 400 })
    await user.click(screen.getByRole('button', { name: /^\+1 day/ }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The simulator was not changed. The body is not JSON.',
    )
    expect(screen.getByText('calm, read 1')).toBeTruthy()
  })
})
