import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  ACCOUNT,
  ask,
  holdSends,
  json,
  MESSAGE,
  SECRET,
  send,
  startApi,
  temporaryFolder,
  type Api,
  type Seen,
} from './fixtures'

const KILLS = 100
const LANES = 4
const SENDERS = 6

const dir = mkdtempSync(join(tmpdir(), 'switchboard-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The standalone server, built as `npm run build` does it, with what it needs inside. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/proxy/server.ts', outDir: join(dir, 'server'), copyPublicDir: false },
  })
  mkdirSync(join(dir, 'client'))
  writeFileSync(join(dir, 'client/index.html'), '<!doctype html>')
}, 60_000)

/** All that the servers have written to where logs are kept. */
let said = ''

async function startChild(api: Api, state: string): Promise<{ child: ChildProcess; port: number }> {
  const env = {
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: SECRET,
    COMMS_BASE_URL: api.url,
    SWITCHBOARD_STATE: state,
    PORT: '0',
  }
  const child = spawn(process.execPath, [join(dir, 'server/server.js')], { env, cwd: state, stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  for (const output of [child.stdout, child.stderr]) output.on('data', (bytes: Buffer) => (said += bytes))
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString())),
  )
  return { child, port: Number(/:(\d+)\s*$/.exec(line)?.[1]) }
}

/** An API that takes every send, remembers which, answers after a moment, and now and then hangs up instead. */
function acceptingApi(accepted: Map<string, number>) {
  return (seen: Seen, response: ServerResponse) => {
    const asked = /send-key%3A([^%]+)%3B/.exec(seen.url)?.[1]
    if (seen.method === 'GET') {
      const key = asked ?? ''
      const found = {
        id: 'm',
        tags: { 'send-key': key },
        related: [{ id: operationOf(key), name: 'OPERATION' }],
      }
      return json(response, 200, { messages: accepted.has(key) ? [found] : [] })
    }
    const key: string = JSON.parse(seen.body).tags['send-key']
    accepted.set(key, (accepted.get(key) ?? 0) + 1)
    const hangUp = Math.random() < 0.1
    setTimeout(
      () => (hangUp ? response.destroy() : json(response, 202, { operationId: operationOf(key) })),
      Math.random() * 15,
    )
  }
}

function operationOf(key: string): string {
  return `comms_operation_01k4vge2fx${key.replaceAll('-', '0').slice(-16).padStart(16, '0')}`
}

test(`after ${KILLS} kills at random moments no send was forwarded twice and no accepted one is missing`, async () => {
  let answered = 0

  async function lane(number: number): Promise<void> {
    const api = await startApi()
    const accepted = new Map<string, number>()
    api.answer = acceptingApi(accepted)
    const state = temporaryFolder()
    const open = new Set<string>()
    let count = 0

    const keepSending = async (port: number) => {
      for (;;) {
        // What got no answer is tried again with its key, as the app does.
        const [retried] = open
        const key = retried ?? `key-${number}-${String((count += 1)).padStart(6, '0')}`
        open.delete(key)
        try {
          const { status } = await send({ port }, key, MESSAGE)
          if (status === 202) answered += 1
        } catch {
          open.add(key)
          return
        }
      }
    }

    for (let kill = 0; kill < KILLS / LANES; kill += 1) {
      const { child, port } = await startChild(api, state)
      const senders = Array.from({ length: SENDERS }, () => keepSending(port))
      // Counted in requests and not in time alone, so that a busy machine sees the same moments.
      const enough = api.seen.length + Math.floor(Math.random() * 10)
      while (api.seen.length < enough) await delay(1)
      await delay(Math.random() * 15)
      child.kill('SIGKILL')
      await Promise.all(senders)
    }

    const { port } = await startChild(api, state)
    for (const key of open) await send({ port }, key, MESSAGE)
    const missing = async () => {
      const { entries } = (await ask({ port }, '/journal?pageSize=1000')).json()
      const known = new Map<string, string>()
      for (const { key, state: outcome, operationId } of entries) known.set(key, `${outcome} ${operationId}`)
      return [...accepted.keys()].filter((key) => known.get(key) !== `accepted ${operationOf(key)}`)
    }
    await expect.poll(missing, { timeout: 10_000, interval: 250 }).toEqual([])
    expect([...accepted].filter(([, times]) => times !== 1)).toEqual([])
  }

  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
  expect(answered).toBeGreaterThan(KILLS)
  // With cut connections and lost answers all the way, nothing was said but where the server is.
  expect(said).toMatch(/^(?:Switchboard is at http:\/\/127\.0\.0\.1:\d+\n)+$/)
}, 180_000)

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the server once the send under way is over',
  async (signal) => {
    const api = await startApi()
    const { waiting, release } = holdSends(api)
    const { child, port } = await startChild(api, temporaryFolder())
    const answer = send({ port }, 'key-00000001', MESSAGE)
    await expect.poll(waiting).toBe(1)
    const exit = once(child, 'exit')
    child.kill(signal)
    await expect
      .poll(() => ask({ port }, '/healthz').catch((error: Error) => error.message))
      .toContain('REFUSED')
    release()
    expect((await answer).status).toBe(202)
    expect(await exit).toEqual([0, null])
  },
)
