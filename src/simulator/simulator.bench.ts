import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, bench, describe } from 'vitest'

/**
 * Budgets of the simulator, as medians: one operation under 2 ms, a page of 1000 under 10 ms. Built as people run it.
 * The baseline is what no server can save: writing the same page as JSON and reading it from the answer.
 */
const dir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'))
const measured = new Map<string, number[]>()
let child: ChildProcess

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true },
    build: { ssr: 'src/simulator/measured.ts', outDir: dir, copyPublicDir: false },
  })
  child = fork(join(dir, 'measured.js'))
}, 60_000)

afterAll(() => {
  report()
  child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

async function round(): Promise<void> {
  child.send('round')
  const [rounds] = (await once(child, 'message')) as [[name: string, times: number[]][]]
  for (const [name, times] of rounds) measured.set(name, [...(measured.get(name) ?? []), ...times])
}

describe('the simulator', () => {
  // Forgets the warm-up, in which the code is still being compiled.
  const setup = (_: unknown, mode: 'warmup' | 'run') => void (mode === 'run' && measured.clear())
  bench('reads in turn', round, { warmupTime: 5000, time: 10_000, setup, throws: true })
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
