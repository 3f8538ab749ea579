/** What happens to messages in a scenario: how fast they go, and what becomes of them. All times in milliseconds. */

/** A waiting time: at least `min`, `mean` more on average, never over `max`. */
export interface Wait {
  min: number
  mean: number
  max: number
}

/** One way a message can end badly. */
export interface Fate {
  code: number
  /** FAILED never left; UNDELIVERED left and did not arrive (section 4.2). */
  status: 'FAILED' | 'UNDELIVERED'
  /** Part of all messages that meet it, 0 to 1. */
  share: number
  /** A `person` meets it every time, as with a landline; a `message` by chance, as with a phone that is off. */
  of: 'person' | 'message'
  /** Sender channels it can happen on; all without it. */
  channels?: readonly string[]
}

export interface Weather {
  /** The example number of the documentation is always reached, within forty seconds (section 4.1, point 6). */
  exampleArrives?: true
  /** Messages handed to carriers in a second, for one operation. */
  perSecond: number
  /** From acceptance to the first hand-over. */
  lag: Wait
  /** From hand-over to the delivery report. */
  receipt: Wait
  /** Part of the messages for which no report ever comes; they stay SENT. */
  silent: number
  /** Read receipts, on RCS and WhatsApp only (section 4.2). */
  read: { share: number; wait: Wait }
  fates: readonly Fate[]
}

/** The usual few per cent. */
export const FAIR: Weather = {
  exampleArrives: true,
  perSecond: 60,
  lag: { min: 700, mean: 700, max: 3_000 },
  receipt: { min: 1_200, mean: 5_000, max: 180_000 },
  silent: 0.002,
  read: { share: 0.6, wait: { min: 4_000, mean: 240_000, max: 7_200_000 } },
  fates: [
    { code: 30003, status: 'UNDELIVERED', share: 0.012, of: 'message' },
    { code: 30005, status: 'UNDELIVERED', share: 0.007, of: 'person' },
    { code: 30006, status: 'UNDELIVERED', share: 0.006, of: 'person', channels: ['SMS'] },
    { code: 30007, status: 'UNDELIVERED', share: 0.003, of: 'message', channels: ['SMS'] },
    { code: 21610, status: 'FAILED', share: 0.005, of: 'person', channels: ['SMS'] },
    { code: 63024, status: 'FAILED', share: 0.02, of: 'person', channels: ['WHATSAPP'] },
    { code: 63036, status: 'FAILED', share: 0.12, of: 'message', channels: ['RCS'] },
  ],
}
