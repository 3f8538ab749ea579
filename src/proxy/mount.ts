import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { userInfo } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { Simulator } from '#/simulator/simulator'
import { createAccess } from './access'
import { refusal } from './answers'
import { ConfigError, readConfig, type ProxyConfig } from './config'
import { createFetchUpstream } from './fetchUpstream'
import { createHttpUpstream } from './httpUpstream'
import { openJournal } from './journal'
import { createJournalFile } from './journalFile'
import { fromNode, writeAnswer } from './nodeHttp'
import { createProxy, type Proxy } from './proxy'
import { createSessions } from './sessions'
import { BadPatch, readPatch } from './simulatorPatch'
import { classifyTarget } from './target'
import type { Upstream } from './upstream'

export interface MountOptions {
  env: Record<string, string | undefined>
  /** Where `.env.local` and the state folder are looked for. */
  cwd: string
  /** A simulator to use instead of a new one, when there are no credentials. */
  simulator?: Simulator
  /** Changes to the settings, for whoever serves on an address of its own. */
  override?: Partial<ProxyConfig>
  now?: () => number
  /** How the search for a lost send waits between its looks. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>
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
export async function mountProxy({
  env,
  cwd,
  simulator: given,
  override,
  now = Date.now,
  sleep = sleepUnlessStopped,
}: MountOptions): Promise<Mount> {
  const config = { ...readConfig(env, cwd), ...override }
  const simulator = config.mode === 'simulator' ? (given ?? (await startSimulator(config))) : null
  const upstream = simulator
    ? createFetchUpstream((request) => simulator.fetch(request), config)
    : upstreamOf(config)
  const sessions = config.accessToken === null ? null : createSessions(config.accessToken, now)
  const admit = createAccess({ hosts: config.hosts, sessions })
  const proxy = await createProxy({
    config,
    upstream,
    journal: await openJournal(createJournalFile(config.stateDir), now),
    simulator,
    sessions,
    userName: userName(),
    checksum: crc32,
    now,
    sleep,
  })
  return {
    config,
    proxy,
    simulator,
    listen(incoming, outgoing, next) {
      const request = fromNode(incoming)
      const kind = classifyTarget(request.url)
      const denied = admit(request) ?? (kind === 'refused' ? NOWHERE : null)
      if (denied) writeAnswer(denied, outgoing)
      else if (kind === 'app') next()
      else {
        const written = proxy.answer(request).then((answer) => writeAnswer(answer, outgoing))
        // An answer that cannot be written, for a header of the API's that HTTP does not allow, ends this request only.
        written.catch(() => outgoing.destroy())
      }
    },
    close: () => proxy.close(),
  }
}

const NOWHERE = refusal(404, 'There is nothing at this address.')

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
    if (scenario !== null) simulator.configure(readPatch({ scenario }, simulator.state()))
  } catch (error) {
    if (error instanceof BadPatch) throw new ConfigError(`SIMULATOR_SCENARIO: ${error.message}`)
    throw error
  }
  return simulator
}

function userName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}

async function sleepUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  // After a crash many sends wait on one signal.
  setMaxListeners(0, signal)
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined)
}
