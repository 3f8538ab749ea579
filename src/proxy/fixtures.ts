import http from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAppServer, type AppServer, type AppServerOptions } from './appServer'

/** What the tests of this room share: an API and a Switchboard on real loopback sockets. */

export const SECRET = 'a-secret-auth-token-0123456789'
export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef'

export interface Seen {
  method: string
  url: string
  headers: http.IncomingHttpHeaders
  body: string
}

export interface Api {
  url: string
  seen: Seen[]
  /** How the API answers from now on. */
  answer: (request: Seen, response: http.ServerResponse) => void
}

/** An API that answers `{}` until told otherwise and remembers what reached it. */
export async function startApi(): Promise<Api> {
  const api: Api = { url: '', seen: [], answer: (_, response) => json(response, 200, {}) }
  const server = http.createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() }
      api.seen.push(seen)
      api.answer(seen, response)
    })
  })
  api.url = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return api
}

export function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

async function listen(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'switchboard-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A built app of one page and one script. */
export function builtApp(): string {
  const dir = temporaryFolder()
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Switchboard</title>')
  writeFileSync(join(dir, 'assets/main-abc123.js'), `console.log(${JSON.stringify('x'.repeat(3000))})`)
  return dir
}

export interface StartOptions extends Partial<Omit<AppServerOptions, 'env'>> {
  env?: Record<string, string>
  state?: string
}

/** A Switchboard in front of `api`, with credentials, on a free port. */
export async function startSwitchboard(
  api: Pick<Api, 'url'>,
  { env, override, state, ...options }: StartOptions = {},
): Promise<AppServer> {
  const server = await createAppServer({
    env: {
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: SECRET,
      COMMS_BASE_URL: api.url,
      SWITCHBOARD_STATE: state ?? temporaryFolder(),
      PORT: '0',
      ...env,
    },
    cwd: temporaryFolder(),
    clientDir: builtApp(),
    override: { timeoutMs: 2000, ...override },
    ...options,
  })
  onTestFinished(() => server.close())
  return server
}

export interface Answered {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
  json: () => ReturnType<typeof JSON.parse>
}

export interface Ask {
  method?: string
  headers?: http.OutgoingHttpHeaders
  body?: string | Buffer
  /** Told of each piece of the answer as it arrives. */
  onData?: (bytes: Buffer) => void
}

/** One request over a socket of its own, with exactly these headers. */
export function ask(
  { port }: { port: number },
  path: string,
  { method = 'GET', headers = {}, body, onData }: Ask = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length =
      body === undefined || 'transfer-encoding' in headers
        ? {}
        : { 'content-length': Buffer.byteLength(body) }
    const request = http.request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { ...length, ...headers },
      agent: false,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        onData?.(chunk)
      })
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: () => JSON.parse(text),
        })
      })
    })
    request.end(body)
  })
}

/** A send as the app makes it. */
export function send(
  server: { port: number },
  key: string,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): Promise<Answered> {
  return ask(server, '/comms/v1/Messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': key,
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

export const MESSAGE = {
  to: [{ address: '+12065551337', channel: 'PHONE' }],
  content: { text: 'What day is it?' },
}
export const OPERATION = 'comms_operation_01k4vge2fxe3ar18sy56svjjpb'

/** Answers sends with a 202 that names an operation, and everything else with an empty list. */
export function accepting(request: Seen, response: http.ServerResponse): void {
  if (request.method === 'POST') json(response, 202, { operationId: OPERATION })
  else json(response, 200, { messages: [], pagination: { next: null, self: '' } })
}

/** Makes the API keep sends waiting until they are released. */
export function holdSends(api: Api): { waiting: () => number; release: () => void } {
  const held: (() => void)[] = []
  api.answer = (seen, response) => void held.push(() => accepting(seen, response))
  return { waiting: () => held.length, release: () => held.splice(0).forEach((answer) => answer()) }
}
