import type { ScenarioName } from '../src/simulator/scenarios/scenario'
import { sumOf, type ApiOperation, type Stat } from './ledger'

/** What each scenario is there to show, and where it is seen. */
export interface Weather {
  /** An operation that shows it. */
  operation?: (operation: ApiOperation) => boolean
  /** Where that operation comes from: the list of operations unless said. */
  from?: 'send' | 'composer' | 'message'
  /** How the page says where the operation stands. */
  sentence?: RegExp
  /** More words on its page. */
  words?: RegExp
  /** The state of the message that is looked at. */
  stat?: Stat
  /** Words on that message's page. */
  message?: RegExp
  /** An optional route that the contract page says is not offered. */
  notOffered?: string
  /** What the browser logs, where bad answers are what the scenario is for. */
  logs?: RegExp
}

const has =
  (...stats: Stat[]) =>
  (operation: ApiOperation) =>
    stats.every((stat) => operation.stats[stat] > 0)

export const WEATHERS: Record<ScenarioName, Weather> = {
  calm: { operation: has('delivered'), stat: 'delivered' },
  'busy-day': { operation: has('read'), stat: 'read' },
  'carrier-outage': { operation: has('undelivered'), stat: 'undelivered', message: /300(03|17|08)/ },
  'landline-list': { operation: has('undelivered'), stat: 'undelivered', message: /3000[56]/ },
  'opt-outs': { operation: has('failed'), stat: 'failed', message: /21610/ },
  'whatsapp-window': { operation: has('failed'), stat: 'failed', message: /630(16|24)/ },
  'rcs-fallback': {
    operation: ({ stats }) => stats.attempts > stats.total,
    message: /RCS/,
  },
  'late-receipts': {
    operation: ({ status, stats }) => status === 'COMPLETED' && stats.sent > 0,
    sentence: /^Handed over; \d+ receipts? still out/,
    stat: 'sent',
  },
  'odd-stats': {
    operation: ({ stats }) => sumOf(stats) !== stats.recipients && stats.sent === 0,
    sentence: /(not accounted for|more than asked for)\.$/,
    words: /Not accounted for|More than asked for/,
  },
  'cumulative-stats': {
    operation: ({ stats }) => sumOf(stats) > stats.recipients,
    words: /Here each is counted once/,
    stat: 'delivered',
  },
  'accepted-without-id': { from: 'composer' },
  'header-only-id': { from: 'composer' },
  'expired-tokens': { logs: /400/ },
  'rate-limited': { logs: /429/ },
  slow: {},
  flaky: { logs: /Failed to load resource|ERR_/ },
  scheduled: {
    operation: ({ status }) => status === 'SCHEDULED',
    sentence: /^Waits for the time/,
    stat: 'scheduled',
  },
  cancelled: { operation: has('canceled'), sentence: /^Cancelled/, stat: 'canceled' },
  empty: { from: 'send' },
  hostile: {},
  'contract-only': {
    operation: (operation) => operation.stats.sent === 0 && has('undelivered')(operation),
    words: /This API does not list the errors/,
    notOffered: 'Errors of an operation',
    logs: /404/,
  },
  'early-v1': { from: 'message', notOffered: 'List of operations', logs: /404/ },
}
