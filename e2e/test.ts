import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test'
import { createAppServer, type AppServer } from '../src/proxy/appServer'

export type { AppServer }

interface Options {
  /** Environment of the server, beside a state folder of its own. */
  env: Record<string, string>
}

interface Fixtures {
  /** The production build behind the real proxy, with a simulator of its own, on a free port. */
  server: AppServer
  /** Fails the test when the page logs an error that the test did not announce. */
  consoleErrors: { expect: (pattern: RegExp) => void; add: (error: string) => void }
}

export const test = base.extend<Options & Fixtures>({
  env: [{}, { option: true }],

  server: async ({ env }, provide) => {
    const state = await mkdtemp(join(tmpdir(), 'switchboard-e2e-'))
    const server = await createAppServer({
      env: { HOST: '127.0.0.1', PORT: '0', SWITCHBOARD_STATE: state, ...env },
      clientDir: 'dist/client',
    })
    await provide(server)
    await server.close()
    await rm(state, { recursive: true, force: true })
  },

  baseURL: async ({ server }, provide) => provide(server.url),

  consoleErrors: [
    async ({ page }, provide) => {
      const announced: RegExp[] = []
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(textOf(message))
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await provide({
        expect: (pattern) => void announced.push(pattern),
        add: (error) => void errors.push(error),
      })
      const surprises = errors.filter((error) => !announced.some((pattern) => pattern.test(error)))
      expect(surprises, 'errors on the console').toEqual([])
    },
    { auto: true },
  ],
})

function textOf(message: ConsoleMessage): string {
  return `${message.text()} ${message.location().url}`
}

export { expect, type Page }
