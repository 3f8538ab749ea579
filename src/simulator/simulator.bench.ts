import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, bench, describe } from 'vitest'
import type { createSimulator, Simulator } from './simulator'

/**
 * Budgets of the simulator, as medians: one operation under 2 ms, a page of 1000 under 10 ms. Built as people run it,
 * because the test runner's own imports cost as much as the work. The baseline is what no server can save: writing
 * the same page as JSON and reading it from the answer.
 */
const START = Date.UTC(2026, 10, 24, 12)
const BASE = 'https://comms.twilio.com/v1'
const dir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'))

let simulator: Simulator
let operation = ''
let page: unknown

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true },
    build: { ssr: 'src/simulator/simulator.ts', outDir: dir, copyPublicDir: false },
  })
  const built = (await import(/* @vite-ignore */ pathToFileURL(join(dir, 'simulator.js')).href)) as {
    createSimulator: typeof createSimulator
  }
  simulator = built.createSimulator({ scenario: 'empty', startAt: START, now: () => 0 })
  const to = Array.from({ length: 10_000 }, (_, n) => ({
    address: `+1206${5_000_000 + n}`,
    channel: 'PHONE',
  }))
  const body = JSON.stringify({ to, content: { text: 'Planned work tonight.' } })
  const response = await simulator.fetch(new Request(`${BASE}/Messages`, { method: 'POST', body }))
  const { operationId } = (await response.json()) as { operationId: string }
  operation = operationId
  simulator.clock.jump(60_000)
  page = JSON.parse(await read(pageOf(), 'current'))
}, 60_000)

afterAll(() => {
  report()
  rmSync(dir, { recursive: true, force: true })
})

const pageOf = () => `/Messages?operationId=${operation}&pageSize=1000`

async function read(path: string, dialect: string): Promise<string> {
  const answer = await simulator.fetch(new Request(BASE + path, { headers: { 'x-sim-dialect': dialect } }))
  return answer.text()
}

const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  'baseline: the page to JSON and back': () => new Response(JSON.stringify(page)).text(),
  'page of 1000': () => read(pageOf(), 'current'),
  'page of 1000, early dialect': () => read(pageOf(), 'early'),
  'page of 1000, of one status': () => read(`${pageOf()}&status=SENT`, 'current'),
  'operation of 10,000': () => read(`/Messages/Operations/${operation}`, 'current'),
  'operation of 10,000, early dialect': () => read(`/Messages/Operations/${operation}`, 'early'),
}

const measured = new Map<string, number[]>()

/** Everything once, so that what the machine does besides meets all alike. */
async function inTurn(): Promise<void> {
  for (const [name, work] of Object.entries(WORK)) {
    const begun = performance.now()
    await work()
    const times = measured.get(name) ?? []
    times.push(performance.now() - begun)
    measured.set(name, times)
  }
}

describe('the simulator', () => {
  const setup = (_: unknown, mode: 'warmup' | 'run') => void (mode === 'run' && measured.clear())
  bench('reads in turn', inTurn, { warmupTime: 4000, time: 10_000, setup, throws: true })
})

function report(): void {
  const median = (name: string) => {
    const times = (measured.get(name) ?? []).toSorted((a, b) => a - b)
    return times[Math.floor(times.length / 2)] ?? 0
  }
  const [baseline = ''] = measured.keys()
  const lines = [...measured].map(([name, times]) => {
    const best = Math.min(...times)
    const ratio = median(name) / median(baseline)
    return `${name.padEnd(36)} median ${median(name).toFixed(2).padStart(6)} ms  best ${best.toFixed(2).padStart(6)} ms  ${ratio.toFixed(2).padStart(5)} × baseline`
  })
  process.stdout.write(`\n${lines.join('\n')}\n`)
}
