import { BUSY, DESK } from './histories'
import { HOSTILE_STORIES } from './hostileStories'
import type { Scenario, ScenarioName } from './scenario'
import { ANSWERS, NOTICES } from './stories'
import { FAIR } from './weather'
import { LANDLINES, LATE, OPT_OUTS, OUTAGE, RCS_PATCHY, WINDOW_CLOSED } from './weathers'

/** Every scenario, as data. A new one is a row here and its name in the list beside the type. */

const SCENARIO_LIST: readonly Scenario[] = [
  {
    name: 'calm',
    title: 'Calm',
    description: 'A few sends over the last days and almost everybody reached.',
    weather: FAIR,
    history: DESK,
  },
  {
    name: 'busy-day',
    title: 'Busy day',
    description: 'Hundreds of sends in seven days, many countries and channels; colleagues go on sending.',
    weather: FAIR,
    history: BUSY,
  },
  {
    name: 'carrier-outage',
    title: 'Carrier outage',
    description:
      'One carrier has been down for a day: a third of the people is not reached, reports are slow.',
    weather: OUTAGE,
    history: { ...DESK, perDay: 12, weather: (hours) => (hours < 30 ? OUTAGE : FAIR) },
  },
  {
    name: 'landline-list',
    title: 'Landline list',
    description: 'A list with many landlines: half of it cannot receive text messages.',
    weather: LANDLINES,
    history: { ...DESK, weather: () => LANDLINES },
  },
  {
    name: 'opt-outs',
    title: 'Opt-outs',
    description: 'Nearly a third of the people has said STOP.',
    weather: OPT_OUTS,
    history: { ...DESK, weather: () => OPT_OUTS },
  },
  {
    name: 'whatsapp-window',
    title: 'WhatsApp window closed',
    description: 'Free text on WhatsApp to people who have not written for a day: 63016.',
    weather: WINDOW_CLOSED,
    history: {
      ...DESK,
      weather: () => WINDOW_CLOSED,
      plots: [
        { weight: 3, size: [1, 1], stories: ANSWERS, channels: ['WHATSAPP'], senders: ['WHATSAPP'] },
        { weight: 3, size: [8, 240], stories: NOTICES, channels: ['WHATSAPP'], senders: ['WHATSAPP'] },
        { weight: 2, size: [8, 120], stories: NOTICES, channels: ['WHATSAPP', 'PHONE'] },
        { weight: 1, size: [4, 30], stories: NOTICES, channels: ['PHONE'], senders: ['WHATSAPP'] },
      ],
    },
  },
  {
    name: 'rcs-fallback',
    title: 'RCS, else text message',
    description: 'RCS is tried first; more than half of the people get a second attempt by text message.',
    weather: RCS_PATCHY,
    rcsFirst: true,
    history: { ...DESK, weather: () => RCS_PATCHY },
  },
  {
    name: 'late-receipts',
    title: 'Late receipts',
    description: 'Operations complete in minutes; delivery reports trickle in for hours afterwards.',
    weather: LATE,
    history: { ...DESK, perDay: 12, weather: () => LATE },
  },
  {
    name: 'odd-stats',
    title: 'Stats that do not add up',
    description: 'Some operations report fewer messages than they have, some more.',
    weather: FAIR,
    history: DESK,
    stats: 'odd',
  },
  {
    name: 'cumulative-stats',
    title: 'Cumulative stats',
    description: 'A delivered message also counts as sent, a read one also as delivered.',
    weather: FAIR,
    history: DESK,
    stats: 'cumulative',
  },
  {
    name: 'accepted-without-id',
    title: 'Accepted without an id',
    description: 'A send is accepted and really sent, but the answer names no operation.',
    weather: FAIR,
    history: DESK,
    accepted: 'nothing',
  },
  {
    name: 'header-only-id',
    title: 'Id in a header only',
    description: 'The answer to a send has no body; the operation id is in a header.',
    weather: FAIR,
    history: DESK,
    accepted: 'header',
  },
  {
    name: 'expired-tokens',
    title: 'Expired page tokens',
    description: 'A page token is good for 20 seconds, then it is refused.',
    weather: FAIR,
    history: BUSY,
    tokenLifetime: 20_000,
  },
  {
    name: 'rate-limited',
    title: 'Rate limited',
    description: 'No more than 6 requests in 10 seconds; the others are told when to come back.',
    weather: FAIR,
    history: DESK,
    rateLimit: { requests: 6, per: 10_000 },
  },
  {
    name: 'slow',
    title: 'Slow',
    description: 'Every answer takes one to four seconds.',
    weather: FAIR,
    history: DESK,
    latency: { min: 900, mean: 1_200, max: 4_000 },
  },
  {
    name: 'flaky',
    title: 'Flaky network',
    description:
      'One request in four ends badly: cut, truncated, HTML, 500 or 503; sends sometimes after acceptance.',
    weather: FAIR,
    history: DESK,
    faults: [
      { share: 0.05, fault: 'cut' },
      { share: 0.03, fault: 'cut-after' },
      { share: 0.04, fault: 'truncated' },
      { share: 0.04, fault: 'cut-body' },
      { share: 0.04, fault: '502-html' },
      { share: 0.03, fault: '500' },
      { share: 0.03, fault: '503:2' },
    ],
  },
  {
    name: 'scheduled',
    title: 'Scheduled',
    description: 'Sends that wait for their time, hours or days ahead.',
    weather: FAIR,
    history: {
      ...DESK,
      plots: [...DESK.plots, { weight: 14, size: [5, 300], stories: NOTICES, scheduledHours: [2, 130] }],
    },
  },
  {
    name: 'cancelled',
    title: 'Cancelled',
    description: 'Sends that were stopped, before they began or half way through.',
    weather: FAIR,
    history: {
      ...DESK,
      plots: [
        ...DESK.plots,
        { weight: 8, size: [400, 3_000], stories: NOTICES, canceledAfter: 9_000 },
        { weight: 6, size: [5, 300], stories: NOTICES, scheduledHours: [20, 40], canceledAfter: 5_400_000 },
      ],
    },
  },
  {
    name: 'empty',
    title: 'Empty account',
    description: 'Nothing has been sent yet.',
    weather: FAIR,
    history: null,
  },
  {
    name: 'hostile',
    title: 'Hostile content',
    description: 'Markup, right-to-left and invisible characters, formulas and very long tags.',
    weather: FAIR,
    history: {
      perDay: 8,
      goesOn: false,
      plots: [{ weight: 1, size: [1, 60], stories: HOSTILE_STORIES }],
    },
  },
  {
    name: 'contract-only',
    title: 'Published routes only',
    description:
      'No tag edits, no cancel, no search, no errors and receipts of an operation: what the reference does not list.',
    weather: FAIR,
    history: DESK,
    without: ['tag-edit', 'cancel', 'errors', 'receipts', 'search'],
  },
  {
    name: 'early-v1',
    title: 'Early v1',
    description: 'The API as first documented: snake case, ids in headers, no list of operations.',
    dialect: 'early',
    weather: FAIR,
    history: DESK,
    without: ['operations-list', 'tag-edit', 'cancel', 'errors', 'receipts'],
  },
]

export const SCENARIOS: ReadonlyMap<ScenarioName, Scenario> = new Map(
  SCENARIO_LIST.map((scenario) => [scenario.name, scenario]),
)

/** The scenario of this name. Throws on a name that is not in the list, naming those that are. */
export function scenarioOf(name: string): Scenario {
  const scenario = SCENARIO_LIST.find((candidate) => candidate.name === name)
  if (scenario) return scenario
  throw new RangeError(`No scenario is called '${name}'. There are: ${[...SCENARIOS.keys()].join(', ')}.`)
}
