import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Simulator } from '#/simulator/simulator'
import type { ProxyConfig } from './config'
import { secretsIn } from './leaks'
import { mountProxy } from './mount'
import type { Proxy } from './proxy'
import { createStaticFiles } from './staticFiles'

export interface AppServerOptions {
  /** Names as in the README: credentials, HOST, PORT (0 takes any free one), SWITCHBOARD_STATE, … */
  env: Record<string, string | undefined>
  /** The built app. */
  clientDir: string
  cwd?: string
  simulator?: Simulator
  /** Changes to the settings that no variable offers, such as a shorter time-out. */
  override?: Partial<ProxyConfig>
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
  env,
  clientDir,
  cwd = process.cwd(),
  simulator,
  override,
}: AppServerOptions): Promise<AppServer> {
  const mount = await mountProxy({
    env,
    cwd,
    ...(simulator ? { simulator } : {}),
    ...(override ? { override } : {}),
  })
  const { host, port: wanted, timeoutMs, credentials, accessToken } = mount.config
  const secrets = [...secretsIn(env), credentials?.secret ?? '', accessToken ?? ''].filter(
    (secret) => secret.length >= 8,
  )
  const serveFile = getRequestListener(createStaticFiles(clientDir, secrets))
  const server = createServer(
    { requestTimeout: timeoutMs, headersTimeout: timeoutMs },
    (incoming, outgoing) => {
      mount.listen(incoming, outgoing, () => void serveFile(incoming, outgoing))
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
      // What is still open now is a browser's kept connection or a read; neither loses anything.
      server.closeAllConnections()
      await closed
    },
  }
}
