import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './test'

/** The commands of the README, as processes of their own. */

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      // A TCP server's address is an object; only pipes have a string.
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve()
    child.once('exit', () => resolve())
    // The whole group: npm's child is the server.
    process.kill(-child.pid, 'SIGTERM')
  })
}

const COMMANDS: ReadonlyArray<[name: string, args: (port: number) => string[], ready: RegExp]> = [
  ['npm run dev', (port) => ['run', 'dev', '--', '--port', String(port)], /localhost:\d+|127\.0\.0\.1:\d+/],
  ['npm start', () => ['start'], /Switchboard is at/],
]

for (const [name, args, ready] of COMMANDS) {
  test(`${name} serves the app with the simulator behind it`, async ({ page, consoleErrors }) => {
    test.setTimeout(120_000)
    consoleErrors.expect(/WebSocket|\[vite\]/)
    const port = await freePort()
    const state = await mkdtemp(join(tmpdir(), 'switchboard-e2e-'))
    const env = {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      PORT: String(port),
      SWITCHBOARD_STATE: state,
    }
    const child = spawn('npm', args(port), { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (text: Buffer) => ready.test(text.toString()) && resolve())
        child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
      })
      await page.goto(`http://localhost:${port}/`)
      await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Simulator')
      await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
    } finally {
      await stop(child)
    }
  })
}
