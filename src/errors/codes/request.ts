import type { Entries } from '../explanation'

/** The request, the account and the platform. */
export const REQUEST: Entries = {
  400: {
    title: 'The request breaks a rule',
    meaning:
      'The early form of this API used the HTTP status 400 as the code for every problem in a request.',
    action:
      'Read the message beside the code: it names the field and the value. Correct that and send again.',
    retry: 'fix',
    turn: 'us',
  },
  20001: {
    title: 'Unknown parameter',
    meaning: 'The request used a name that the API does not know.',
    action:
      'Report it to whoever runs Switchboard: the form of the API it is set to may not be the one that answers.',
    retry: 'fix',
    turn: 'owner',
  },
  20003: {
    title: 'Credentials refused',
    meaning:
      'The account id and secret do not belong together, the API key was revoked or is of another account, or it lacks the right.',
    action:
      'The account owner checks that the key is active and of this account, and sets it again in .env.local.',
    retry: 'fix',
    turn: 'owner',
  },
  20004: {
    title: 'Method not allowed',
    meaning: 'The API knows the address and does not do there what was asked of it.',
    action: 'Nothing an agent can change: report it to whoever runs Switchboard.',
    retry: 'fix',
    turn: 'owner',
  },
  20005: {
    title: 'Account not active',
    meaning: 'The Twilio account is closed or suspended, so nothing can be sent.',
    action: 'The account owner checks billing and the notices in the Twilio Console.',
    retry: 'ask',
    turn: 'owner',
  },
  20006: {
    title: 'Access denied',
    meaning: 'The credentials are valid and have no right to this resource.',
    action: 'Use a key with more rights, or the account or subaccount that owns it.',
    retry: 'fix',
    turn: 'owner',
  },
  20007: {
    title: 'Page size too large',
    meaning: 'More than 1000 entries were asked for at once.',
    action: 'Ask for smaller pages.',
    retry: 'fix',
    turn: 'us',
    customer: null,
  },
  20008: {
    title: 'Test credentials in use',
    meaning: 'Test credentials cannot reach this.',
    action: 'The account owner sets live credentials.',
    retry: 'fix',
    turn: 'owner',
  },
  20010: {
    title: 'Action switched off',
    meaning: 'This action is not enabled for the account.',
    action: 'The account owner asks Twilio to enable it.',
    retry: 'ask',
    turn: 'owner',
  },
  20404: {
    title: 'Not found',
    meaning:
      'The id is wrong, was deleted, is of another account, or is older than the 7 days that Twilio keeps.',
    action: 'Check the id and which account is connected. For older records use your own history.',
    retry: 'no',
    turn: 'us',
  },
  20409: {
    title: 'Conflict',
    meaning: 'It changed in the meantime, or is in a state that does not allow this.',
    action: 'Reload to see how it stands now, then do it again if it is still needed.',
    retry: 'later',
    turn: 'us',
    customer: null,
  },
  20410: {
    title: 'Gone for good',
    meaning: 'The resource existed and was removed permanently.',
    action: 'Stop referring to it.',
    retry: 'no',
    turn: 'us',
  },
  20413: {
    title: 'Request too large',
    meaning: 'The request is over the size limit, 10 MB for this API.',
    action: 'Send to fewer people at a time.',
    retry: 'fix',
    turn: 'us',
  },
  20422: {
    title: 'Invalid value',
    meaning: 'A value has the wrong type or form.',
    action: 'Correct the field that the message names.',
    retry: 'fix',
    turn: 'us',
  },
  20429: {
    title: 'Too many requests',
    meaning: 'A limit on requests was reached. The request was not carried out.',
    action: 'Wait as long as the answer asks for, then try again.',
    retry: 'later',
    turn: 'nobody',
  },
  20500: {
    title: 'Internal error at Twilio',
    meaning: 'Something broke at Twilio. Whether the request was carried out is not known.',
    action: 'Look among the operations before you send again, and at status.twilio.com.',
    retry: 'ask',
    turn: 'twilio',
    customer: 'There was a technical problem on our side. We are checking whether our message was sent.',
  },
  20503: {
    title: 'Service unavailable',
    meaning: 'Twilio is not available for a while. The request was not carried out.',
    action: 'Wait as long as the answer asks for, then try again.',
    retry: 'later',
    turn: 'nobody',
  },
  70051: {
    title: 'Token lacks the scope',
    meaning: 'The OAuth token in use was not given the right to this API.',
    action: 'The account owner adds the Communications scope to the OAuth app.',
    retry: 'fix',
    turn: 'owner',
  },
  90010: {
    title: 'Account not active',
    meaning:
      'The Twilio account is closed or suspended. Another part of Twilio reports this than with 20005.',
    action: 'The account owner checks billing and the notices in the Twilio Console.',
    retry: 'ask',
    turn: 'owner',
  },
}
