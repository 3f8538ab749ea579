import type { Entries } from '../explanation'

/** The reports that Twilio sends back. Messages themselves are not affected. */
export const EVENTS: Entries = {
  91300: {
    title: 'Report not delivered',
    meaning: 'Twilio could not hand over an event, and no closer cause is known.',
    action: 'The account owner checks that the sink exists, is active and has valid credentials.',
    retry: 'none',
    turn: 'owner',
  },
  91303: {
    title: 'Report dropped at Twilio',
    meaning: 'An internal problem at Twilio lost an event.',
    action: 'Nothing to do. Open a ticket if it goes on.',
    retry: 'none',
    turn: 'twilio',
  },
  91304: {
    title: 'Report delayed at Twilio',
    meaning: 'A warning: an internal problem at Twilio; the event is sent again.',
    action: 'Nothing to do. Open a ticket if it goes on.',
    retry: 'none',
    turn: 'twilio',
  },
  91305: {
    title: 'Receiver refused the report',
    meaning: 'The receiver answered with a 4xx status. The event is not sent again: it is lost.',
    action:
      'The account owner fixes the receiver’s login, address or firewall; it must never answer 4xx for a mistake of its own.',
    retry: 'no',
    turn: 'owner',
  },
  91306: {
    title: 'Receiver failed',
    meaning: 'The receiver answered with a 5xx status. The event is sent again.',
    action: 'The account owner looks at the receiver’s log.',
    retry: 'later',
    turn: 'owner',
  },
  91308: {
    title: 'Receiver too slow',
    meaning: 'The receiver did not answer in time. The event is sent again, so it may arrive twice.',
    action:
      'The account owner has the receiver answer at once, work later, and sort out doubles by the event’s id.',
    retry: 'later',
    turn: 'owner',
  },
  93101: {
    title: 'Report not delivered to the sink',
    meaning: 'An older and more general code for reports that could not be handed over.',
    action: 'The account owner checks the sink and the receiver behind it.',
    retry: 'later',
    turn: 'owner',
  },
}
