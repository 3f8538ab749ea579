import type { History } from './scenario'
import { ANSWERS, CAMPAIGNS, NOTICES, REPLIES, TO_GROUPS } from './stories'

/** A desk on an ordinary week. */
export const DESK: History = {
  perDay: 5,
  goesOn: false,
  plots: [
    { weight: 5, size: [1, 1], stories: ANSWERS },
    { weight: 3, size: [2, 40], stories: NOTICES },
    { weight: 2, size: [60, 320], stories: NOTICES },
  ],
}

/** A large organisation: every channel, every size, all week. */
export const BUSY: History = {
  perDay: 60,
  goesOn: true,
  plots: [
    { weight: 30, size: [1, 1], stories: ANSWERS },
    { weight: 12, size: [2, 60], stories: NOTICES },
    { weight: 4, size: [3, 80], stories: NOTICES, channels: ['WHATSAPP'], senders: ['WHATSAPP'] },
    { weight: 4, size: [3, 80], stories: NOTICES, channels: ['WHATSAPP', 'PHONE'] },
    { weight: 4, size: [20, 200], stories: NOTICES, senders: ['RCS', 'SMS'] },
    { weight: 5, size: [100, 1_500], stories: NOTICES },
    { weight: 1, size: [6_000, 10_000], stories: CAMPAIGNS },
    { weight: 6, size: [1, 1], stories: REPLIES, inbound: true },
    { weight: 2, size: [3, 9], stories: TO_GROUPS, group: true },
  ],
}
