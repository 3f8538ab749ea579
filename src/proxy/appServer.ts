import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Simulator } from '#/simulator/simulator'
import { secretsIn } from './leaks'
import { mountProxy, type MountOptions } from './mount'
import { fromNode, writeAnswer } from './nodeHttp'
import type { Proxy } from './proxy'
import { createStaticFiles } from './staticFiles'

export interface AppServerOptions extends Omit<MountOptions, 'cwd'> {
  /** The built app. */
  clientDir: string
  /** Where `.env.local` and the state folder are looked for; the working directory unless said. */
  cwd?: string
}

export interface AppServer {
  url: string
  port: number
  proxy: Proxy
  simulator: Simulator | null
  /** Takes no new requests, finishes sends under way, closes the journal. */
  close(): Promise<void>
}

/**
 * The app and its proxy on one address.
 * @throws ConfigError when the settings or the built app do not allow it; the message says what to do
 */
export async function createAppServer({
  clientDir,
  cwd = process.cwd(),
  ...options
}: AppServerOptions): Promise<AppServer> {
  const mount = await mountProxy({ ...options, cwd })
  const { host, port: wanted, timeoutMs, credentials, accessToken } = mount.config
  const secrets = [...secretsIn(options.env), credentials?.secret ?? '', accessToken ?? ''].filter(
    (secret) => secret.length >= 8,
  )
  const fileFor = createStaticFiles(clientDir, secrets)
  const server = createServer(
    { requestTimeout: timeoutMs, headersTimeout: timeoutMs, connectionsCheckingInterval: timeoutMs / 4 },
    (incoming, outgoing) => {
      mount.listen(incoming, outgoing, () => writeAnswer(fileFor(fromNode(incoming)), outgoing))
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, host, resolve)
  })
  // A TCP server's address is an object; only pipes have a string.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    proxy: mount.proxy,
    simulator: mount.simulator,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await mount.close()
      // The last answers get their time to leave; a browser's kept connection or a slow read loses nothing.
      await Promise.race([closed, setTimeout(1000, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}
