import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router'
import { vi } from 'vitest'
import { api, resetApi, retryDelay, shouldRetry, type SendRequest } from '#/comms'
import { createSimulator, type Simulator, type SimulatorOptions } from '#/simulator/simulator'

/** For tests of screens: the simulator in place of the network, a clock that the test moves, and what was asked. */
export interface Stage {
  simulator: Simulator
  /** Method and path with query of each request to the API, in order. */
  asked: string[]
}

/** A Tuesday noon, so that nothing depends on the day the tests run. */
const NOON = Date.UTC(2026, 10, 24, 12)

/** Takes the clock and the network. Call `clearStage` after each test. */
export function setStage(options: SimulatorOptions = {}): Stage {
  if (!vi.isFakeTimers()) vi.useFakeTimers()
  resetApi()
  vi.setSystemTime(NOON)
  const simulator = createSimulator({ seed: 7, now: Date.now, ...options })
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: Request | string) => {
    if (typeof input === 'string') return Response.json(CONNECTION)
    const url = new URL(input.url)
    const path = url.pathname.replace(/^\/comms\/v1/, '')
    asked.push(`${input.method} ${path}${url.search}`)
    return simulator.fetch(new Request(`https://comms.twilio.com/v1${path}${url.search}`, input))
  })
  return { simulator, asked }
}

/** Takes the page away, with what it was waiting for. */
export function clearStage(): void {
  cleanup()
  vi.clearAllTimers()
  vi.unstubAllGlobals()
}

const CONNECTION = {
  mode: 'simulator',
  account: null,
  baseUrl: 'https://comms.twilio.com',
  version: 'v1',
  dialect: 'auto',
  problem: null,
  simulator: null,
}

/** Lets time pass, with everything that happens in it. */
export async function advance(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}

/** Lets everything that is under way come to its end, answers included. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await advance(5)
}

/** Presses a button or link, and waits for what comes of it. */
export async function press(role: 'button' | 'link', name: string | RegExp): Promise<void> {
  act(() => screen.getByRole(role, { name }).click())
  await settle()
}

/** Shows a page at an address. Other addresses are empty pages. */
export async function show(routes: RouteObject[], path: string) {
  const router = createMemoryRouter([...routes, { path: '*', Component: () => null }], {
    initialEntries: [path],
  })
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => shouldRetry(failures, error),
        retryDelay: (failures, error) => retryDelay(failures, error),
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  await settle()
  return router
}

/** Sends to as many people, waits until the messages can be seen, and gives the id of the operation. */
export async function send(people: number, text = 'What day is it?'): Promise<string> {
  const request: SendRequest = {
    to: Array.from({ length: people }, (_, i) => ({
      addresses: [{ address: `+1206555${String(1000 + i)}`, channel: 'PHONE' }],
      profileId: null,
      memoryStoreId: null,
    })),
    from: null,
    content: { text, media: [], contentId: null },
    tags: { campaign: 'autumn' },
  }
  const { operationId } = await (await api()).sendMessages(request, { key: crypto.randomUUID() })
  if (operationId === null) throw new Error('the simulator gave no id')
  await advance(1000)
  return operationId
}
