/**
 * Codes that are one thing to a support agent although they come from different corners. The order matters: a code's
 * first topic names its wording for the customer.
 */
export const TOPICS = [
  {
    name: 'opted-out',
    title: 'Opted out: do not contact',
    codes: [21610, 30630, 63033, 63014],
    customer:
      'You have asked us not to text this number, so we do not. To hear from us again, text START to our number.',
  },
  {
    name: 'no-texts',
    title: 'This number takes no texts',
    codes: [21614, 21635, 30006],
    customer: 'The number we have for you cannot receive texts. Which mobile number may we use instead?',
  },
  {
    name: 'wrong-channel',
    title: 'Not reachable on this channel',
    codes: [63003, 63024, 63036, 63106, 63032],
    customer: 'We could not reach you in this app. We will send you a normal text message instead.',
  },
  { name: 'wrong-number', title: 'Wrong or unused number', codes: [21211, 30005, 63107], customer: null },
  {
    name: 'filtered',
    title: 'Taken for spam or fraud',
    codes: [30007, 63026, 63013, 30450, 30453, 30485, 30640],
    customer: null,
  },
  {
    name: 'quota',
    title: 'A limit on how much may be sent',
    codes: [21611, 30001, 30022, 30023, 30025, 30026, 30027, 30454, 63017, 63018, 63038, 63049],
    customer:
      'Our message has not reached you yet because we are sending a lot at the moment. We will send it again later.',
  },
  {
    name: 'registration',
    title: 'The sender is not registered',
    codes: [30018, 30024, 30032, 30033, 30034, 30035, 30040, 30041, 30042],
    customer: null,
  },
  { name: 'media', title: 'Media', codes: [21620, 21621, 21623, 30011, 30019, 63019, 63034], customer: null },
  {
    name: 'template',
    title: 'Templates',
    codes: [21654, 21655, 21656, 63016, 63027, 63028, 63040, 63041, 63042, 63052, 92002, 92007],
    customer: null,
  },
  {
    name: 'schedule',
    title: 'Sending at a time',
    codes: [30020, 30610, 35111, 35114, 35125, 35126],
    customer: null,
  },
  {
    name: 'account',
    title: 'The account may not send',
    codes: [20005, 90010, 30002, 30037, 63051],
    customer: null,
  },
  { name: 'credentials', title: 'Credentials', codes: [20003, 20006, 20008, 70051, 63001], customer: null },
  { name: 'pool', title: 'Sender pools', codes: [21701, 21703, 21704, 21705, 21712], customer: null },
  {
    name: 'sender',
    title: 'The sender does not fit',
    codes: [21212, 21601, 21603, 21606, 21612, 21657, 21659, 21660, 21661, 63002, 63007, 30620],
    customer: null,
  },
  { name: 'empty', title: 'Nothing to send', codes: [21602, 21619], customer: null },
  { name: 'length', title: 'Too long', codes: [21617, 21652, 21658, 20413], customer: null },
  { name: 'busy', title: 'Busy or down', codes: [20429, 20500, 20503], customer: null },
  {
    name: 'provider',
    title: 'A fault at the provider',
    codes: [63009, 63010, 63012, 63023, 30008],
    customer: null,
  },
  { name: 'reachable', title: 'Not reachable now', codes: [30003, 30017, 30036, 30410], customer: null },
  { name: 'gone', title: 'Not there any more', codes: [20404, 20410], customer: null },
  { name: 'incoming', title: 'Texts to us', codes: [30009, 30038, 30039], customer: null },
  {
    name: 'events',
    title: 'Reports',
    codes: [91300, 91303, 91304, 91305, 91306, 91308, 93101],
    customer: null,
  },
] as const satisfies ReadonlyArray<{
  name: string
  title: string
  codes: readonly number[]
  customer: string | null
}>
