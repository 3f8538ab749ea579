import { createFullClient } from '../src/comms/fullClient'
import { DIALECTS } from '../src/comms/dialect'
import { CONFORMANCE, type Conformance } from '../src/simulator/conformance'
import type { Fault } from '../src/simulator/faults'
import { BASE, START } from '../src/simulator/fixtures'
import { expect, test, visit, type Page } from './demo'

/** The simulator's own expectations, in a browser's service worker instead of Node. */

/** A request made by the page to the API's own address, where the worker answers it. */
async function throughPage(page: Page, request: Request, extra: Record<string, string>): Promise<Response> {
  const asked = {
    url: request.url,
    method: request.method,
    headers: { ...Object.fromEntries(request.headers), ...extra },
    body: request.body ? await request.text() : null,
  }
  const answer = await page.evaluate(async ({ url, ...init }) => {
    const response = await fetch(url, init).catch(() => null)
    if (!response) return null
    const body = await response.text().catch(() => null)
    return { status: response.status, headers: [...response.headers], body }
  }, asked)
  if (!answer) throw new TypeError('fetch failed')
  const { status, body, headers } = answer
  return new Response(body ?? cutOff(), { status, headers: headers.map(([name, value]) => [name, value]) })
}

function cutOff(): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
}

/** What a simulator made by `stillSimulator` is: a new account, at a noon, in which time stands still. */
async function startOver(page: Page, dialect: string): Promise<void> {
  const set = (patch: object) =>
    page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch('/simulator', { method: 'PATCH', headers, body: JSON.stringify(body) })
      const state: { now: number } = await response.json()
      return state.now
    }, patch)
  const now = await set({ rate: 0 })
  await page.evaluate(([url, jump]) => fetch(url, { headers: { 'x-sim-jump': jump } }), [
    `${BASE}/v1/Messages`,
    String(START - now),
  ] as const)
  expect(await set({ scenario: 'calm', seed: 1 })).toBe(START)
  await set({ dialect })
}

for (const dialect of DIALECTS) {
  test(`the simulator conforms in a browser worker, ${dialect} dialect`, async ({ page, consoleErrors }) => {
    consoleErrors.expect(/comms\.twilio\.com/)
    await visit(page, 'errors')

    for (const [name, check] of Object.entries(CONFORMANCE)) {
      await test.step(name, async () => {
        await startOver(page, dialect)
        let next: Record<string, string> = {}
        const add = (headers: Record<string, string>) => void (next = { ...next, ...headers })
        const client = createFullClient({
          baseUrl: BASE,
          fetch: (request) => {
            const extra = next
            next = {}
            return throughPage(page, request, extra)
          },
        })
        const conformance: Conformance = {
          client,
          dialect,
          jump: async (ms) => add({ 'x-sim-jump': String(ms + Number(next['x-sim-jump'] ?? 0)) }),
          failNext: async (fault: Fault) => add({ 'x-sim-fault': fault }),
          expect,
        }
        await check(conformance)
      })
    }
  })
}
