import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Simulator } from '#/simulator/simulator'
import type { RequestHead } from './access'
import { refusal, toResponse } from './answers'
import { ConfigError, readConfig, type ProxyConfig } from './config'
import { createHttpUpstream, type Upstream } from './httpUpstream'
import { createProxy, type Proxy } from './proxy'
import { classifyTarget } from './target'

export interface MountOptions {
  env: Record<string, string | undefined>
  /** Where `.env.local` and the state folder are looked for. */
  cwd: string
  /** A simulator to use instead of a new one, when there are no credentials. */
  simulator?: Simulator
  /** Changes to the settings, for whoever serves on an address of its own. */
  override?: Partial<ProxyConfig>
}

export interface Mount {
  config: ProxyConfig
  proxy: Proxy
  simulator: Simulator | null
  /** Answers the proxy's own paths and turns away who may not come in; calls `next` for the rest. */
  listen(incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void
  close(): Promise<void>
}

/** The proxy with what it talks to, ready for a Node HTTP server. @throws ConfigError */
export async function mountProxy({ env, cwd, simulator: given, override }: MountOptions): Promise<Mount> {
  const config = { ...readConfig(env, cwd), ...override }
  const simulator = config.mode === 'simulator' ? (given ?? (await startSimulator(config))) : null
  const upstream = simulator ? (request: Request) => simulator.fetch(request) : upstreamOf(config)
  const proxy = await createProxy({ config, upstream, simulator })
  const answer = getRequestListener((request) => proxy.handle(request))
  const refuse = getRequestListener(() => toResponse(refusal(404, 'There is nothing at this address.')))
  return {
    config,
    proxy,
    simulator,
    listen(incoming, outgoing, next) {
      const kind = classifyTarget(incoming.url ?? '')
      if (kind === 'proxy') return void answer(incoming, outgoing)
      if (kind === 'refused') return void refuse(incoming, outgoing)
      const denied = proxy.admit(headOf(incoming))
      if (denied) return void getRequestListener(() => denied)(incoming, outgoing)
      next()
    },
    close: () => proxy.close(),
  }
}

function headOf({ method = 'GET', url = '/', headers }: IncomingMessage): RequestHead {
  return { method, url, headers: { get: (name) => headers[name]?.toString() ?? null } }
}

function upstreamOf(config: ProxyConfig): Upstream {
  if (config.mode === 'account') return createHttpUpstream(config)
  // A misconfigured proxy answers everything itself; this is the second lock on the same door.
  return () => Promise.reject(new Error('no credentials'))
}

/** Loaded only when needed: with credentials set, nothing of the simulator is in the process. */
async function startSimulator({ simulator: { scenario, seed, dialect } }: ProxyConfig): Promise<Simulator> {
  const { createSimulator } = await import('#/simulator/simulator')
  const simulator = createSimulator({
    ...(seed === null ? {} : { seed }),
    ...(dialect === null ? {} : { dialect }),
  })
  try {
    if (scenario !== null) simulator.configure({ scenario })
  } catch (error) {
    throw new ConfigError(`SIMULATOR_SCENARIO: ${error instanceof Error ? error.message : 'not known'}`)
  }
  return simulator
}
