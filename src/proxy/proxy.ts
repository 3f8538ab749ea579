import { userInfo } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Json } from '#/comms/resources'
import type { Simulator } from '#/simulator/simulator'
import { createAccess } from './access'
import { matchRoute, type Match } from './allowList'
import { jsonAnswer, refusal, toResponse, type Answer } from './answers'
import type { ProxyConfig } from './config'
import { accountOf, connectionOf } from './connection'
import { createExchange, NoAnswer } from './exchange'
import { openJournal } from './journal'
import { journalAnswer } from './journalPage'
import { createLookUp } from './lookUp'
import { createPause } from './pause'
import {
  addressOf,
  BODY_LIMIT,
  fromFetch,
  TooLarge,
  type ProxyRequest,
  type RequestHead,
} from './proxyRequest'
import { createReads, unlessKnown } from './reads'
import { createSends } from './sends'
import { createSessions } from './sessions'
import { BadPatch, readPatch } from './simulatorPatch'
import type { Upstream } from './upstream'

/** What the proxy shows and moves of a simulator. */
export type SimulatorControl = Pick<Simulator, 'state' | 'configure'>

export interface ProxyOptions {
  config: ProxyConfig
  upstream: Upstream
  simulator?: SimulatorControl | null
  now?: () => number
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Proxy {
  /** Answers a request for one of the proxy's own paths, from whoever it comes. Never throws. */
  handle(request: Request): Promise<Response>
  /** Why a request may not come in, be it for data or for a file of the app; `null` when it may. */
  admit(head: RequestHead): Answer | null
  /** What `handle` answers to a request that was admitted, before it is made a Response. Never throws. */
  answer(request: ProxyRequest): Promise<Answer>
  /** Refuses new sends, finishes those under way and closes the journal. */
  close(): Promise<void>
}

/** The proxy's one core: Request in, Response out. Mounted by Vite in development and by the standalone server. */
export async function createProxy({
  config,
  upstream,
  simulator = null,
  now = Date.now,
  sleep = sleepUnlessStopped,
}: ProxyOptions): Promise<Proxy> {
  const { version, baseUrl, mode } = config
  const versions = new Set([version, 'v1', 'preview'])
  const account = accountOf(config) ?? 'simulator'
  const sessions = config.accessToken === null ? null : createSessions(config.accessToken, now)
  const admit = createAccess({ hosts: config.hosts, sessions })
  const pause = createPause(now)
  let lastResult: 'none yet' | 'answers' | 'does not answer' = 'none yet'
  const exchange = createExchange({
    upstream,
    baseUrl,
    pause,
    onResult: (answered) => (lastResult = answered ? 'answers' : 'does not answer'),
  })
  const reads = createReads((path) => exchange({ method: 'GET', path }), now)
  const journal = await openJournal(config.stateDir, now)
  const lookUp = createLookUp({ journal, read: readJson, version, now, sleep })
  const sends = createSends({ exchange, journal, lookUp, account, version, now })

  async function readJson(path: string): Promise<Json> {
    const { status, body } = await exchange({ method: 'GET', path })
    if (status !== 200 || !(body instanceof Uint8Array)) throw new Error(`status ${status}`)
    return JSON.parse(new TextDecoder().decode(body)) as Json
  }

  /** A crash leaves sends without an outcome; whether they were done has to be found out. */
  async function recover(): Promise<void> {
    for (const entry of journal.entries()) {
      if (entry.account !== account) continue
      if (entry.state === 'sent') await journal.settle(entry.key, { state: 'unknown' })
      const current = journal.find(entry.key)
      if (current?.state === 'unknown') lookUp.start(current)
    }
  }
  if (mode !== 'misconfigured') await recover()

  async function route(request: ProxyRequest): Promise<Answer> {
    const { pathname, search } = addressOf(request.url)
    const isGet = request.method === 'GET'
    if (pathname === '/session' && sessions) return sessions.enter(request)
    if (pathname === '/connection' && isGet) return jsonAnswer({ ...connectionOf(config, simulatorState()) })
    if (pathname === '/healthz' && isGet) return health()
    if (/^\/journal(?:\/|$)/.test(pathname) && isGet)
      return journalAnswer({ journal, lookUp, account }, pathname, new URLSearchParams(search))
    if (pathname === '/simulator' && simulator) return control(request, simulator)
    const match = matchRoute(request.method, pathname, versions)
    if (match === null) return refusal(404, 'There is nothing at this address that Switchboard offers.')
    if (mode === 'misconfigured') return refusal(401, config.problem ?? 'The credentials are not complete.')
    return forward(request, match, `${match.path}${search}`)
  }

  async function forward(
    request: ProxyRequest,
    { route: { kind, freshMs, method } }: Match,
    path: string,
  ): Promise<Answer> {
    if (kind === 'read') {
      return unlessKnown(await reads.get(path, freshMs), request.headers.get('if-none-match'))
    }
    const body = await request.read(BODY_LIMIT)
    if (kind === 'query') return exchange({ method, path, body })
    try {
      if (kind === 'write') return await exchange({ method, path, body })
      const by = sessions ? sessions.nameOf(request) : userName()
      const key = request.headers.get('idempotency-key')
      return await sends.send({ path, key, body: new TextDecoder().decode(body), by })
    } finally {
      reads.forget()
    }
  }

  function simulatorState() {
    if (!simulator) return null
    const { scenario, dialect, seed } = simulator.state()
    return { scenario, dialect, seed }
  }

  async function control(request: ProxyRequest, running: SimulatorControl): Promise<Answer> {
    if (request.method === 'PATCH') {
      const patch: unknown = JSON.parse(new TextDecoder().decode(await request.read(10_000)))
      running.configure(readPatch(patch, running.state()))
      reads.forget()
    } else if (request.method !== 'GET') {
      return refusal(404, 'The simulator is read with GET and changed with PATCH.')
    }
    return jsonAnswer({ ...running.state() })
  }

  function health(): Answer {
    const { setAside, problem } = journal.health()
    const upstreamState = mode === 'misconfigured' ? 'not set up' : pause.answer() ? 'paused' : lastResult
    const body = { up: true, upstream: upstreamState, journal: problem ?? 'writable', setAside }
    return jsonAnswer(body, problem === null ? 200 : 503)
  }

  async function answer(request: ProxyRequest): Promise<Answer> {
    try {
      return await route(request)
    } catch (error) {
      return answerFor(error)
    }
  }

  return {
    admit,
    answer,
    handle: async (request) => toResponse(admit(request) ?? (await answer(fromFetch(request)))),
    async close() {
      await sends.close()
      lookUp.close()
      await journal.close()
    },
  }
}

function answerFor(error: unknown): Answer {
  if (error instanceof NoAnswer) return error.answer
  if (error instanceof TooLarge)
    return refusal(413, 'The request is larger than the 10 MB that the API takes.')
  if (error instanceof BadPatch) return refusal(400, error.message)
  if (error instanceof SyntaxError) return refusal(400, 'The body is not JSON.')
  return refusal(500, 'Switchboard itself failed to answer this request.')
}

function userName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}

async function sleepUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined)
}
