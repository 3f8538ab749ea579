import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { test as base, expect, type Page } from './test'

const FOLDER = '/switchboard/'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

interface Host {
  /** Address of the folder with the demo. */
  url: string
  /** Paths that were asked for. */
  asked: string[]
}

/** The demo on a host that knows nothing but files: built by `npm run build:demo`, in a folder, with its 404.html. */
export const test = base.extend<{ host: Host }>({
  // Playwright reads the first parameter to know what a fixture needs, and takes nothing but a pattern.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, provide) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      asked.push(pathname)
      const name = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || 'index.html' : '404.html'
      const send = (status: number, file: string) => (bytes: Buffer) =>
        void response.writeHead(status, { 'content-type': TYPES[extname(file)] }).end(bytes)
      const read = (file: string) => readFile(join('dist/demo', file))
      void read(name)
        .then(send(name === '404.html' ? 404 : 200, name))
        .catch(() => read('404.html').then(send(404, '404.html')))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A listening TCP server has an address of this form.
    const { port } = server.address() as AddressInfo
    await provide({ url: `http://127.0.0.1:${port}${FOLDER}`, asked })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },

  baseURL: async ({ host }, provide) => provide(host.url),
})

/** Opens a page of the demo as somebody does who was there before: the worker answers. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto('')
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Simulator')
  await page.goto(path)
}

/** Stops the demo's worker, as a browser does whenever it likes. */
export async function stopWorker(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const stopped = new Promise<void>((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
    })
  })
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await stopped
  await devtools.detach()
}

export { expect, type Page }
