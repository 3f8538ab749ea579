import type { Dialect, Spelling } from '#/comms/dialect'
import { http, type RequestHandler } from 'msw'
import { createClock, type ClockRate, type SimulatorClock } from './clock'
import type { Deed } from './deeds'
import { readControls } from './controls'
import { faultAnswer, tooManyRequests, type Fault } from './faults'
import { createGate } from './gate'
import { placeIn, route } from './router'
import type { ScenarioName } from './scenarios/scenario'
import { scenarioOf, SCENARIOS } from './scenarios/scenarios'
import { createWorld, type World } from './world'

export interface SimulatorOptions {
  seed?: number
  scenario?: ScenarioName
  /** What it speaks unless a request chooses with `X-Sim-Dialect`; the scenario's own by default. */
  dialect?: Dialect
  /** Simulated epoch milliseconds at the start; the real time by default. */
  startAt?: number
  /** Real epoch milliseconds. The clock is arithmetic on it, so a test that holds it still holds the simulator still. */
  now?: () => number
  /** Waits this many real milliseconds, for scenarios in which answers take long. Rejects when the signal aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** What `onDeed` told of an earlier simulator, from its last start on: this one goes on with the same account. */
  deeds?: readonly Deed[]
  /** Told of whatever is done that cannot be worked out again, beginning with the start of the account. */
  onDeed?: (deed: Deed) => void
}

export interface SimulatorState {
  scenario: ScenarioName
  scenarios: Array<{ name: ScenarioName; title: string; description: string }>
  dialect: Dialect
  seed: number
  /** Simulated epoch milliseconds. */
  now: number
  rate: ClockRate
}

export interface SimulatorPatch {
  /** Starts the account of another scenario; what was sent in this one is gone. */
  scenario?: ScenarioName
  dialect?: Dialect
  rate?: ClockRate
  jumpMs?: number
  /** Starts the scenario over with another seed; what was sent is gone. */
  seed?: number
}

export interface Simulator {
  /**
   * Answers a request to `/v1/…` or `/preview/…` of any host. Credentials are not looked at. Headers of a request:
   * `X-Sim-Dialect: early|current`; `X-Sim-Fault:` see {@link Fault}; `X-Sim-Jump:` milliseconds by which the clock is
   * moved before the answer, for clients that have no other hold of it. One that is not understood is answered with 400.
   * Throws a `TypeError`, as `fetch` does, where the scenario or a fault cuts the connection.
   */
  fetch(request: Request): Promise<Response>
  /** The same as MSW handlers, for `setupServer`, `setupWorker` and `getResponse`. */
  handlers: RequestHandler[]
  clock: SimulatorClock
  state(): SimulatorState
  configure(patch: SimulatorPatch): void
  /**
   * The next requests of this kind meet a fault.
   * @param pattern method and path without version, such as `POST /Messages`, with `*` for anything; or a RegExp on it
   */
  failNext(pattern: string | RegExp, fault: Fault, times?: number): void
}

/** Any host, as the simulator stands in for the API wherever it is asked. */
const PATHS = /^https?:\/\/[^/]+\/(?:v1|preview)\//i

/**
 * The Communications API in a box: every answer is worked out from the seed, what was sent, and the time. Nothing runs
 * between requests and nothing is stored but the sends themselves.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { now = Date.now, wait = waitFor, deeds = [], onDeed } = options
  const [first] = deeds
  const past = first?.type === 'started' ? first : null
  let seed = past?.seed ?? options.seed ?? 1
  let scenario = scenarioOf(past?.scenario ?? options.scenario ?? 'calm')
  let dialect = options.dialect ?? scenario.dialect ?? 'current'
  const clock = createClock(now, options.startAt ?? now())
  let world = past ? createWorld(seed, scenario, past.at, { deeds, onDeed }) : start()
  const gate = createGate(() => world.hash, now)

  const respond = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const { version, path } = placeIn(url.pathname)
    const asked = readControls(request.headers)
    if (asked instanceof Response) return asked
    const spoken = asked.dialect ?? dialect
    const { signal } = request
    clock.jump(asked.jump)

    const seconds = gate.secondsToWait(world.scenario)
    const delay = gate.delay(world.scenario)
    if (delay > 0) await wait(delay, signal)
    if (seconds > 0) return tooManyRequests(spoken, seconds)

    const plan = asked.fault ?? gate.fault(world.scenario, request.method, path)
    const proceed = () => {
      const base = `${url.origin}/${version}`
      const spelling: Spelling = version === 'preview' && spoken === 'current' ? 'preview' : spoken
      const exchange = { request, url, dialect: spoken, spelling, version, world, time: clock.now(), base }
      return route(exchange, path)
    }
    return plan ? faultAnswer(plan, { dialect: spoken, signal, now: now(), proceed }) : proceed()
  }

  const handlers = [http.all(PATHS, ({ request }) => respond(request))]

  /** A fresh account of the scenario and seed that are set. */
  function start(): World {
    const at = clock.now()
    onDeed?.({ type: 'started', scenario: scenario.name, seed, at })
    return createWorld(seed, scenario, at, { onDeed })
  }

  return {
    handlers,
    clock,
    async fetch(request) {
      if (!PATHS.test(request.url)) return new Response(null, { status: 404 })
      const response = await respond(request)
      if (response.type === 'error') throw new TypeError('fetch failed')
      return response
    },
    state: () => ({
      scenario: scenario.name,
      scenarios: [...SCENARIOS.values()].map(({ name, title, description }) => ({
        name,
        title,
        description,
      })),
      dialect,
      seed,
      now: clock.now(),
      rate: clock.rate,
    }),
    configure(patch) {
      if (patch.rate !== undefined) clock.setRate(patch.rate)
      if (patch.jumpMs !== undefined) clock.jump(patch.jumpMs)
      if (patch.scenario !== undefined || patch.seed !== undefined) {
        if (patch.scenario !== undefined) {
          scenario = scenarioOf(patch.scenario)
          dialect = options.dialect ?? scenario.dialect ?? 'current'
        }
        seed = patch.seed ?? seed
        world = start()
        gate.reset()
      }
      if (patch.dialect !== undefined) dialect = patch.dialect
    },
    failNext: (pattern, fault, times = 1) => gate.failNext(pattern, fault, times),
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('The request was aborted.', 'AbortError'))
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
