import { FAIR, type Weather } from './weather'

/** What may become of messages, other than {@link FAIR}. */

/** One carrier is down: its people are not reached, and everybody's reports are late. */
export const OUTAGE: Weather = {
  ...FAIR,
  exampleArrives: undefined,
  perSecond: 20,
  receipt: { min: 4_000, mean: 45_000, max: 600_000 },
  silent: 0.04,
  fates: [
    { code: 30003, status: 'UNDELIVERED', share: 0.28, of: 'person' },
    { code: 30017, status: 'UNDELIVERED', share: 0.07, of: 'message' },
    { code: 30008, status: 'UNDELIVERED', share: 0.04, of: 'message' },
    { code: 30410, status: 'FAILED', share: 0.03, of: 'message' },
  ],
}

/** A list bought or typed badly. */
export const LANDLINES: Weather = {
  ...FAIR,
  exampleArrives: undefined,
  fates: [
    { code: 30006, status: 'UNDELIVERED', share: 0.46, of: 'person' },
    { code: 21614, status: 'FAILED', share: 0.12, of: 'person' },
    { code: 30005, status: 'UNDELIVERED', share: 0.08, of: 'person' },
  ],
}

/** Many people have said STOP, to this sender or at the carrier. */
export const OPT_OUTS: Weather = {
  ...FAIR,
  exampleArrives: undefined,
  fates: [
    { code: 21610, status: 'FAILED', share: 0.22, of: 'person' },
    { code: 30630, status: 'UNDELIVERED', share: 0.09, of: 'person' },
    { code: 30003, status: 'UNDELIVERED', share: 0.01, of: 'message' },
  ],
}

/** Free text on WhatsApp to people who have not written for a day. */
export const WINDOW_CLOSED: Weather = {
  ...FAIR,
  exampleArrives: undefined,
  fates: [
    { code: 63016, status: 'FAILED', share: 0.72, of: 'person', channels: ['WHATSAPP'] },
    { code: 63024, status: 'FAILED', share: 0.05, of: 'person', channels: ['WHATSAPP'] },
    { code: 30003, status: 'UNDELIVERED', share: 0.012, of: 'message' },
  ],
}

/** More than half of the phones do not do RCS. */
export const RCS_PATCHY: Weather = {
  ...FAIR,
  fates: [
    { code: 63036, status: 'FAILED', share: 0.55, of: 'person', channels: ['RCS'] },
    { code: 30003, status: 'UNDELIVERED', share: 0.02, of: 'message', channels: ['SMS'] },
  ],
}

/** Carriers that report after hours. */
export const LATE: Weather = {
  ...FAIR,
  exampleArrives: undefined,
  receipt: { min: 60_000, mean: 5_400_000, max: 21_600_000 },
}
