import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { build, createServer, preview, type InlineConfig } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ask, MESSAGE, SECRET, send, temporaryFolder } from './fixtures'
import { switchboardProxy } from './vitePlugin'

const config = (more: InlineConfig = {}): InlineConfig => ({
  configFile: false,
  logLevel: 'silent',
  plugins: [switchboardProxy()],
  ...more,
})

function simulated() {
  for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY', 'TWILIO_API_SECRET'])
    vi.stubEnv(name, '')
  vi.stubEnv('SWITCHBOARD_STATE', temporaryFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
}

function portOf(address: AddressInfo | string | null | undefined): number {
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}

async function expectProxy(port: number): Promise<void> {
  expect((await ask({ port }, '/connection')).json()).toMatchObject({ mode: 'simulator' })
  expect((await send({ port }, 'key-00000001', MESSAGE)).status).toBe(202)
  expect((await ask({ port }, '/comms/v1/x/../Messages')).status).toBe(404)
  expect((await ask({ port }, '/', { headers: { host: 'evil.example' } })).status).toBe(421)
  const change = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
  const form = { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }
  for (const headers of [change, form]) {
    expect((await ask({ port }, '/simulator', { method: 'PATCH', headers, body: '{}' })).status).toBe(403)
    expect((await send({ port }, 'key-00000002', MESSAGE, headers)).status).toBe(403)
  }
  const page = await ask({ port }, '/', { headers: { accept: 'text/html', origin: 'http://localhost:1' } })
  expect([page.status, page.headers['access-control-allow-origin']]).toEqual([200, undefined])
}

test('the development server answers the proxy’s paths itself and leaves the others to Vite', async () => {
  simulated()
  const server = await createServer(config({ server: { port: 0, host: '127.0.0.1', watch: null } }))
  onTestFinished(() => server.close())
  await server.listen()
  const port = portOf(server.httpServer?.address())
  await expectProxy(port)
})

test('the preview server does the same, with the production headers', async () => {
  simulated()
  const outDir = temporaryFolder()
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>Switchboard</title>')
  const server = await preview(config({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' } }))
  onTestFinished(() => server.close())
  const port = portOf(server.httpServer.address())
  await expectProxy(port)
  const { headers } = await ask({ port }, '/', { headers: { accept: 'text/html' } })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

function project(source: string): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><script type="module" src="/src/main.ts"></script>')
  writeFileSync(join(root, 'src/main.ts'), source)
  return root
}

test('a build that would contain a credential fails and names the file', async () => {
  vi.stubEnv('TWILIO_AUTH_TOKEN', SECRET)
  onTestFinished(() => void vi.unstubAllEnvs())
  const leaking = build(config({ root: project(`document.title = '${SECRET}'`) }))
  await expect(leaking).rejects.toThrow(/assets\/index-.*\.js contains a credential/)
  await expect(build(config({ root: project(`document.title = 'fine'`) }))).resolves.toBeDefined()
})

test('a credential in a VITE_ variable stops Vite, wherever it is written', async () => {
  const root = project('')
  writeFileSync(join(root, '.env.production'), 'VITE_TWILIO_AUTH_TOKEN=x\n')
  await expect(build(config({ root }))).rejects.toThrow('VITE_TWILIO_AUTH_TOKEN looks like a credential')
})

/** A folder with the proxy's sources, which Vite loads from whichever project it serves. */
function linkedProject(): string {
  const root = temporaryFolder()
  symlinkSync(resolve('src'), join(root, 'src'))
  symlinkSync(resolve('package.json'), join(root, 'package.json'))
  return root
}

test('the development server does not hand out the journal or the credentials as files', async () => {
  simulated()
  const root = linkedProject()
  mkdirSync(join(root, '.switchboard'))
  writeFileSync(join(root, '.switchboard/sends.jsonl'), 'a line of the journal')
  writeFileSync(join(root, '.env.local'), 'SOMETHING=a line of the journal')
  const server = await createServer(config({ root, server: { port: 0, host: '127.0.0.1', watch: null } }))
  onTestFinished(() => server.close())
  await server.listen()
  const port = portOf(server.httpServer?.address())
  for (const path of ['/.switchboard/sends.jsonl', '/.env.local']) {
    for (const address of [path, `${path}?raw`, `${path}?import&raw`, `/@fs${root}${path}`])
      expect((await ask({ port }, address)).text).not.toContain('a line of the journal')
  }
})

test.each([
  ['on every address', true, ''],
  ['on an address of this network', '192.168.1.5', ''],
  ['on a name that only looks like this machine', 'localhost.example', ''],
  ['with a token where the proxy does not read it', true, '.env'],
])('neither server starts %s without an access token', async (_, host, file) => {
  simulated()
  const root = linkedProject()
  if (file) writeFileSync(join(root, file), 'SWITCHBOARD_ACCESS_TOKEN=correct-horse-battery-staple')
  await expect(createServer(config({ root, server: { host } }))).rejects.toThrow('SWITCHBOARD_ACCESS_TOKEN')
  await expect(preview(config({ root, preview: { host } }))).rejects.toThrow('SWITCHBOARD_ACCESS_TOKEN')
})
