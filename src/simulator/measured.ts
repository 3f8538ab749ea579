import { createSimulator } from './simulator'

/**
 * What the benchmark measures, in a process of its own: a test runner's heap would be cleared at the cost of what is
 * measured. A message from the parent asks for a round; the answer has the milliseconds each piece of work took.
 */
const START = Date.UTC(2026, 10, 24, 12)
const BASE = 'https://comms.twilio.com/v1'
/** So many in a row of each, as a client pages through a list. */
const ROUND = 25

const simulator = createSimulator({ scenario: 'empty', startAt: START, now: () => 0 })

async function read(path: string, dialect: string): Promise<string> {
  const answer = await simulator.fetch(new Request(BASE + path, { headers: { 'x-sim-dialect': dialect } }))
  return answer.text()
}

async function sendToAll(): Promise<string> {
  const to = Array.from({ length: 10_000 }, (_, n) => ({
    address: `+1206${5_000_000 + n}`,
    channel: 'PHONE',
  }))
  const body = JSON.stringify({ to, content: { text: 'Planned work tonight.' } })
  const response = await simulator.fetch(new Request(`${BASE}/Messages`, { method: 'POST', body }))
  const { operationId } = (await response.json()) as { operationId: string }
  simulator.clock.jump(60_000)
  return operationId
}

const operation = await sendToAll()
const list = `/Messages?operationId=${operation}&pageSize=1000`
const page: unknown = JSON.parse(await read(list, 'current'))

/** The first is the baseline: what no server can save. */
const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  'baseline: the page to JSON and back': () => new Response(JSON.stringify(page)).text(),
  'page of 1000': () => read(list, 'current'),
  'page of 1000, early dialect': () => read(list, 'early'),
  'page of 1000, of one status': () => read(`${list}&status=SENT`, 'current'),
  'operation of 10,000': () => read(`/Messages/Operations/${operation}`, 'current'),
  'operation of 10,000, early dialect': () => read(`/Messages/Operations/${operation}`, 'early'),
}

/** A round of each, so that what the machine does besides meets all alike. */
async function inTurn(): Promise<[name: string, times: number[]][]> {
  const measured: [string, number[]][] = []
  for (const [name, work] of Object.entries(WORK)) {
    const times: number[] = []
    for (let n = 0; n < ROUND; n += 1) {
      const begun = performance.now()
      await work()
      times.push(performance.now() - begun)
    }
    measured.push([name, times])
  }
  return measured
}

process.on('message', () => void inTurn().then((measured) => process.send?.(measured)))
