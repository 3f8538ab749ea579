import type { Json } from '#/comms/resources'
import type { Simulator } from '#/simulator/simulator'
import { matchRoute, type Match } from './allowList'
import { jsonAnswer, refusal, type Answer } from './answers'
import { accountOf, connectionOf, type ConnectionSettings } from './connection'
import { createExchange, NoAnswer } from './exchange'
import type { Journal } from './journal'
import { journalAnswer } from './journalPage'
import { createLookUp } from './lookUp'
import { createPause } from './pause'
import { addressOf, BODY_LIMIT, TooLarge, type ProxyRequest } from './proxyRequest'
import { createReads, unlessKnown, type Checksum } from './reads'
import { createSends } from './sends'
import type { Sessions } from './sessions'
import { BadPatch, readPatch } from './simulatorPatch'
import type { Upstream } from './upstream'

/** What the proxy shows and moves of a simulator. */
export type SimulatorControl = Pick<Simulator, 'state' | 'configure'>

/** Node's and the browser's own things come from outside, so that the one core runs in both. */
export interface ProxyOptions {
  config: ConnectionSettings
  upstream: Upstream
  journal: Journal
  simulator?: SimulatorControl | null
  /** Who may come in by an access token; `null` when none is set. */
  sessions?: Sessions | null
  /** Who sends, where no session says so. */
  userName?: string | null
  /** A number that two different bodies hardly ever share; left out where nobody can ask whether one has changed. */
  checksum?: Checksum
  /** Epoch milliseconds. */
  now?: () => number
  /** Waits some milliseconds, less when the signal fires; never rejects. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Proxy {
  /** Answers a request for one of the proxy's own paths, once it was found that it may come in. Never throws. */
  answer(request: ProxyRequest): Promise<Answer>
  /** Refuses new sends, finishes those under way and closes the journal. */
  close(): Promise<void>
}

/** The proxy's one core. Mounted by Vite in development, by the standalone server, and by the demo's service worker. */
export async function createProxy({
  config,
  upstream,
  journal,
  simulator = null,
  sessions = null,
  userName = null,
  checksum,
  now = Date.now,
  sleep,
}: ProxyOptions): Promise<Proxy> {
  const { version, baseUrl, mode } = config
  const versions = new Set([version, 'v1', 'preview'])
  const account = accountOf(config) ?? 'simulator'
  const pause = createPause(now)
  let lastResult: 'none yet' | 'answers' | 'does not answer' = 'none yet'
  const exchange = createExchange({
    upstream,
    baseUrl,
    version,
    pause,
    onResult: (answered) => (lastResult = answered ? 'answers' : 'does not answer'),
  })
  const reads = createReads((path) => exchange({ method: 'GET', path }), { checksum, now })
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
      lookUp.start(journal.find(entry.key) ?? entry)
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
      return journalAnswer({ journal, lookUp, account, sends }, pathname, new URLSearchParams(search))
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
    const read = () => request.read(BODY_LIMIT)
    if (kind === 'query') return exchange({ method, path, body: await read() })
    try {
      if (kind === 'write') return await exchange({ method, path, body: await read() })
      const by = sessions ? sessions.nameOf(request) : userName
      const key = request.headers.get('idempotency-key')
      return await sends.send({ path, key, by, read: async () => new TextDecoder().decode(await read()) })
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
    answer,
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
