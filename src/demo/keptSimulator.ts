import type { Deed } from '#/simulator/deeds'
import { createSimulator, type Simulator, type SimulatorState } from '#/simulator/simulator'
import type { Database } from './database'

/** How the simulator was set when it was last looked at. */
interface Settings extends Pick<SimulatorState, 'dialect' | 'rate' | 'now'> {
  /** Real epoch milliseconds of that moment. */
  at: number
}

export interface KeptSimulator extends Simulator {
  /** Keeps what a request has done and how the simulator is set now. */
  keep(): Promise<void>
}

/** A simulator that goes on where it was when the browser stopped the last one. */
export async function openSimulator(database: Database): Promise<KeptSimulator> {
  const [deeds, settings] = await Promise.all([readDeeds(database), readSettings(database)])
  let news: Deed[] = []
  const simulator = createSimulator({ deeds, onDeed: (deed) => news.push(deed) })
  if (settings) {
    simulator.configure({ dialect: settings.dialect, rate: settings.rate })
    simulator.clock.jump(timeOf(settings) - simulator.clock.now())
  }

  async function keepDeeds(): Promise<void> {
    const done = news
    news = []
    const start = done.findLastIndex(({ type }) => type === 'started')
    if (start >= 0) await database.replace('deeds', done.slice(start))
    else if (done.length > 0) await database.add('deeds', done)
  }

  async function keep(): Promise<void> {
    const { dialect, rate, now } = simulator.state()
    const kept: Settings = { dialect, rate, now, at: Date.now() }
    await Promise.all([keepDeeds(), database.replace('settings', [kept])])
  }

  if (deeds.length === 0) await keep()
  return {
    ...simulator,
    keep,
    async fetch(request) {
      try {
        return await simulator.fetch(request)
      } finally {
        // Before the answer is out: nobody may be told of a send that would be forgotten.
        if (news.length > 0 || request.headers.has('x-sim-jump')) await keep()
      }
    },
  }
}

async function readDeeds(database: Database): Promise<Deed[]> {
  // Nothing else is ever put there.
  return (await database.read('deeds')).values as Deed[]
}

async function readSettings(database: Database): Promise<Settings | null> {
  return ((await database.read('settings')).values as Settings[])[0] ?? null
}

/** The clock goes on while no worker runs. */
function timeOf({ now, at, rate }: Settings): number {
  return now + (Date.now() - at) * rate
}
