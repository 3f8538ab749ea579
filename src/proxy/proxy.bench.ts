import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, bench, describe } from 'vitest'

/**
 * What the proxy costs, against asking the API directly and against http-proxy-middleware with kept connections. API,
 * proxies and load each run in their own process, on one machine, in one run.
 *
 * Distinct reads: every request asks for another page, so nothing can be shared; the API answers 50 rows from memory.
 * Equal reads: everybody asks for one operation; the API works 1 ms on each answer, so whoever asks it less is faster.
 */
const CONNECTIONS = 50
const REQUESTS = 500

const API = `
import http from 'node:http'
const row = { id: 'comms_message_01k4vge32ce3ar18sy56svjjpb', status: 'DELIVERED', to: [{ address: '+12065551337', channel: 'PHONE' }], tags: { campaign: 'autumn' } }
const body = JSON.stringify({ messages: Array(50).fill(row), pagination: { next: 'token', self: 'token' } })
http.createServer((request, response) => {
  if (request.url.includes('/Operations/')) for (const end = performance.now() + 1; performance.now() < end; );
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}).listen(0, '127.0.0.1', function () { console.log(':' + this.address().port) })
`
const MIDDLEWARE = `
import http from 'node:http'
import { createProxyMiddleware } from 'http-proxy-middleware'
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
const headers = { authorization: 'Basic ' + btoa('user:secret') }
const proxy = createProxyMiddleware({ target: process.env.COMMS_BASE_URL, changeOrigin: true, agent, headers, pathRewrite: { '^/comms': '' } })
http.createServer((request, response) => proxy(request, response, () => response.end())).listen(0, '127.0.0.1', function () { console.log(':' + this.address().port) })
`

const dir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'))
const children: ChildProcess[] = []
const ports = { direct: 0, middleware: 0, ours: 0 }
type Target = keyof typeof ports

async function start(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString())),
  )
  return Number(/:(\d+)\s*$/.exec(line)?.[1])
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/proxy/server.ts', outDir: join(dir, 'server'), copyPublicDir: false },
  })
  mkdirSync(join(dir, 'client'))
  writeFileSync(join(dir, 'client/index.html'), '<!doctype html>')
  ports.direct = await start(['--input-type=module', '-e', API])
  const env = {
    TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
    TWILIO_AUTH_TOKEN: 'not-a-real-token',
    COMMS_BASE_URL: `http://127.0.0.1:${ports.direct}`,
    SWITCHBOARD_STATE: dir,
    PORT: '0',
  }
  ports.middleware = await start(['--input-type=module', '-e', MIDDLEWARE], env)
  ports.ours = await start([join(dir, 'server/server.js')], env)
}, 60_000)

afterAll(() => {
  report()
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
const measured = new Map<string, { latencies: number[]; elapsed: number }>()
let page = 0

/** One round of requests over kept connections; fails on the first that is not a 200. */
async function round(kind: 'distinct' | 'equal', target: Target): Promise<void> {
  const name = `${kind} ${target}`
  const kept = measured.get(name) ?? { latencies: [], elapsed: 0 }
  measured.set(name, kept)
  const prefix = target === 'direct' ? '/v1' : '/comms/v1'
  const next = () =>
    kind === 'equal' ? `${prefix}/Messages/Operations/one` : `${prefix}/Messages?pageToken=${(page += 1)}`
  const begun = performance.now()
  let left = REQUESTS
  const connection = async () => {
    while (left > 0) {
      left -= 1
      kept.latencies.push(await get(ports[target], next()))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  kept.elapsed += performance.now() - begun
}

function get(port: number, path: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`))
      response.resume()
      response.on('end', () => resolve(performance.now() - begun))
    })
    request.on('error', reject)
  })
}

const TARGETS: readonly Target[] = ['ours', 'middleware', 'direct']
let turn = 0

/** All three in turn, beginning with another one each time, so that what the machine does besides meets them alike. */
async function inTurn(kind: 'distinct' | 'equal'): Promise<void> {
  turn += 1
  for (const offset of TARGETS.keys()) {
    const target = TARGETS[(turn + offset) % TARGETS.length]
    if (target) await round(kind, target)
  }
}

describe(`Switchboard, http-proxy-middleware and direct, ${REQUESTS} reads each over ${CONNECTIONS} connections`, () => {
  for (const kind of ['distinct', 'equal'] as const) {
    const forget = () => TARGETS.forEach((target) => measured.delete(`${kind} ${target}`))
    // Forgets the warm-up, in which each process still compiles its code.
    const setup = (_: unknown, mode: 'warmup' | 'run') => void (mode === 'run' && forget())
    bench(`${kind} reads`, () => inTurn(kind), { warmupTime: 8000, time: 12_000, setup, throws: true })
  }
})

function report(): void {
  const perSecond = (name: string) => {
    const { latencies, elapsed } = measured.get(name) ?? { latencies: [], elapsed: 1 }
    return (latencies.length / elapsed) * 1000
  }
  const lines = [...measured].map(([name, { latencies }]) => {
    const sorted = latencies.toSorted((left, right) => left - right)
    const quantile = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
    return `${name.padEnd(20)} ${perSecond(name).toFixed(0).padStart(6)} requests/s  p50 ${quantile(0.5)} ms  p99 ${quantile(0.99)} ms`
  })
  const distinct = perSecond('distinct ours') / perSecond('distinct middleware')
  const equal = perSecond('equal ours') / perSecond('equal middleware')
  // Told, and no failure: what else the machine does moves these by a tenth.
  lines.push(
    `ours to http-proxy-middleware: distinct ${distinct.toFixed(2)} (goal 1.0), equal ${equal.toFixed(2)} (goal 5)`,
  )
  process.stdout.write(`\n${lines.join('\n')}\n`)
}
