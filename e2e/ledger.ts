import type { AppServer } from '../src/proxy/appServer'
import { expect, type Page } from './test'

/** An operation's ledger as the screen shows it, held against what the API says at the same simulated time. */

/** What has become of a recipient: the stats of section 2.3 by the words on the screen. */
const WORDS = {
  delivered: 'Delivered',
  read: 'Read',
  sent: 'Sent',
  queued: 'Queued',
  scheduled: 'Scheduled',
  undelivered: 'Undelivered',
  failed: 'Failed',
  unaddressable: 'Unaddressable',
  canceled: 'Cancelled',
} as const

export type Stat = keyof typeof WORDS
export const wordOf = (stat: Stat): string => WORDS[stat]
const STATS = Object.keys(WORDS) as Stat[]

export interface ApiOperation {
  id: string
  status: string
  stats: Record<Stat | 'recipients' | 'total' | 'attempts', number>
}

/** Asks the simulator itself in today's spelling, past the proxy and the program's own decoders, until it answers. */
export async function askApi<Body>({ simulator }: AppServer, path: string): Promise<Body> {
  let answer: unknown
  await expect(async () => {
    const headers = { 'x-sim-dialect': 'current' }
    const response = await simulator?.fetch(new Request(`http://simulator/v1${path}`, { headers }))
    expect([200, 404], path).toContain(response?.status)
    answer = await response?.json()
  }).toPass({ timeout: 30_000 })
  return answer as Body // Whatever it is, the test that reads it fails when it is something else.
}

/** Counts in which everybody is once, from stats in which a message is under each status it has passed. */
export function exclusive(stats: ApiOperation['stats'], isCumulative: boolean): Record<Stat, number> {
  const delivered = stats.delivered - stats.read
  const sent = stats.sent - stats.delivered - stats.undelivered
  return isCumulative ? { ...stats, delivered, sent } : stats
}

export const sumOf = (counts: Record<Stat, number>): number =>
  STATS.reduce((sum, stat) => sum + counts[stat], 0)

/** Every figure of the ledger, and that the screen's own sum is the sum of what it shows and comes to what was asked. */
export async function expectLedger(page: Page, counts: Record<Stat, number>, asked: number): Promise<void> {
  const main = page.getByRole('main')
  const figure = (text = '') => Number(text.replaceAll(',', ''))
  const shown = async () => {
    const names = await main.getByRole('term').allTextContents()
    const values = await main.getByRole('definition').allTextContents()
    const cells = names.map((name, index) => [name, figure(values[index])] as const)
    return STATS.map((stat) => [stat, cells.find(([name]) => name === WORDS[stat])?.[1]])
  }
  await expect.poll(shown).toEqual(STATS.map((stat) => [stat, counts[stat]]))

  const group = async (title: string) => {
    const heading = main.getByRole('heading', { level: 3, name: new RegExp(`^${title} ?[\\d,]+$`) })
    if ((await heading.count()) === 0) return 0
    return figure((await heading.textContent())?.slice(title.length))
  }
  const [reached, underway, lost] = [await group('Reached'), await group('On the way'), await group('Lost')]
  const [missing, surplus] = [await group('Not accounted for'), await group('More than asked for')]
  expect(reached).toBe(counts.delivered + counts.read)
  expect(underway).toBe(counts.sent + counts.queued + counts.scheduled)
  expect(lost).toBe(counts.undelivered + counts.failed + counts.unaddressable + counts.canceled)
  expect(reached + underway + lost + missing - surplus).toBe(asked)
  expect(Math.min(missing, surplus)).toBe(0)
  const number = (count: number) => count.toLocaleString('en')
  const parts = [reached, underway, lost].map(number).join(' + ')
  const sum = number(reached + underway + lost)
  await expect(main.getByText(`${parts} = ${sum} of ${number(asked)} asked for`)).toBeVisible()
}
