import { toResponse } from '#/proxy/answers'
import { createFetchUpstream } from '#/proxy/fetchUpstream'
import { openJournal } from '#/proxy/journal'
import { createProxy } from '#/proxy/proxy'
import { fromFetch } from '#/proxy/proxyRequest'
import type { Database } from './database'
import { createJournalRows } from './journalRows'
import { openSimulator } from './keptSimulator'

/** The address that the simulator stands in for. */
export const API = 'https://comms.twilio.com'

export interface DemoServer {
  /** Answers a request for one of the proxy's own paths. */
  own(request: Request): Promise<Response>
  /** Answers a request to the API itself, as somebody may make it on the browser's console. */
  api(request: Request): Promise<Response>
}

/** The proxy and the simulator as `npm run dev` has them, in a browser, on what its database has kept. */
export async function openServer(database: Database): Promise<DemoServer> {
  const simulator = await openSimulator(database)
  const config = {
    mode: 'simulator',
    account: null,
    baseUrl: API,
    version: 'v1',
    dialect: 'auto',
    problem: null,
  } as const
  const proxy = await createProxy({
    config,
    upstream: createFetchUpstream((request) => simulator.fetch(request), {
      baseUrl: API,
      timeoutMs: 30_000,
    }),
    journal: await openJournal(createJournalRows(database), Date.now),
    simulator,
    sleep,
  })
  return {
    async own(request) {
      const answer = await proxy.answer(fromFetch(request))
      // The simulator may have been set anew.
      if (request.method === 'PATCH') await simulator.keep()
      return toResponse(answer)
    },
    api: (request) => simulator.fetch(request),
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
