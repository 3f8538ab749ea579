import type { IdKind } from '#/comms'

/** What each kind of id stands for (section 7), and why there may be nothing to read behind it (section 1). */
export const KINDS: Record<IdKind, { title: string; about: string; unreadable: string | null }> = {
  message: { title: 'Message', about: 'One message to one person.', unreadable: null },
  operation: { title: 'Operation', about: 'One send, to one person or to thousands.', unreadable: null },
  session: {
    title: 'Session',
    about: 'The messages exchanged with one person within one conversation.',
    unreadable: 'The API has nothing to read about a session itself. Its messages can be listed.',
  },
  sender: { title: 'Sender', about: 'A number or name that messages are sent from.', unreadable: null },
  senderpool: {
    title: 'Sender pool',
    about: 'A group of senders that Twilio chooses from.',
    unreadable: null,
  },
  email: { title: 'Email', about: 'One email to one person, sent through the same API.', unreadable: null },
  pushnotification: {
    title: 'Push notification',
    about: 'One notification to one app on one device.',
    unreadable: 'Push notifications are a private beta of Twilio’s, which Switchboard does not read.',
  },
  pushnotificationuser: {
    title: 'Push notification user',
    about: 'A person as an app knows them, with all their devices.',
    unreadable: 'Push notifications are a private beta of Twilio’s, which Switchboard does not read.',
  },
  credential: {
    title: 'Push credential',
    about: 'What Twilio needs to send notifications through Google or Apple.',
    unreadable:
      'Push notifications are a private beta of Twilio’s, which Switchboard does not read. Ask whoever set them up for the app.',
  },
  device_registration: {
    title: 'Device registration',
    about: 'One device that an app sends notifications to.',
    unreadable: 'Push notifications are a private beta of Twilio’s, which Switchboard does not read.',
  },
  profile: {
    title: 'Profile',
    about: 'A person as Twilio’s Conversation Memory knows them.',
    unreadable:
      'Profiles live in the Memory API, which Switchboard does not read. Messages sent to the profile can be listed.',
  },
  store: {
    title: 'Memory store',
    about: 'A collection of profiles in Twilio’s Conversation Memory.',
    unreadable: 'Memory stores live in the Memory API, which Switchboard does not read.',
  },
  cohort: {
    title: 'Cohort',
    about: 'A stored group of people to send to.',
    unreadable: 'Cohorts live in an API of their own, which Switchboard does not read.',
  },
  conversation: {
    title: 'Conversations',
    about: 'Something of Twilio’s Conversations: a conversation, or a part of one.',
    unreadable: 'Conversations have an API of their own, which Switchboard does not read.',
  },
  content: {
    title: 'Content template',
    about: 'A text with placeholders, approved beforehand where a channel demands it.',
    unreadable:
      'Templates live in Twilio’s Content API. Look it up in the Twilio Console under Content Templates.',
  },
  downstream: {
    title: 'Message attempt (SM or MM)',
    about:
      'One attempt to deliver a message, under the id that Twilio’s older Messaging API and its logs know it by.',
    unreadable: 'Only the message it belongs to can be read here.',
  },
  account: {
    title: 'Account',
    about: 'A Twilio account or subaccount.',
    unreadable:
      'Accounts are looked after in the Twilio Console. Switchboard shows at the top which one is connected.',
  },
  key: {
    title: 'API key',
    about:
      'The name of a key that programs sign in to Twilio with. The secret that goes with it is not in it.',
    unreadable: 'Keys are looked after in the Twilio Console, under API keys.',
  },
  sink: {
    title: 'Event sink',
    about: 'Where Twilio delivers events to, such as a web address.',
    unreadable:
      'Sinks live in Twilio’s Events API. They are looked after in the Twilio Console, under Event Streams.',
  },
  subscription: {
    title: 'Event subscription',
    about: 'Which events Twilio delivers to a sink.',
    unreadable:
      'Subscriptions live in Twilio’s Events API. They are looked after in the Twilio Console, under Event Streams.',
  },
}

const KIND_OF_WORD: Readonly<Record<string, IdKind>> = {
  sender_pool: 'senderpool',
  push_notification: 'pushnotification',
  push_notification_user: 'pushnotificationuser',
}

/** What a `related` entry's kind is called on the screen. A kind never seen before is shown as the API named it. */
export function titleOfKind(kind: string): string {
  const known = Object.entries(KINDS).find(([name]) => name === (KIND_OF_WORD[kind] ?? kind))
  return known ? known[1].title : kind
}
