import type { Problem } from '#/comms/resources'

/** What the API says beside a code. In our own words; the numbers are Twilio's. */
const MESSAGES: Readonly<Record<number, string>> = {
  20001: 'The parameter is not recognized.',
  20003: 'Authenticate',
  20004: 'The method is not allowed for this URL.',
  20006: 'Access denied.',
  20007: 'The page size is larger than 1000.',
  20404: 'The requested resource was not found.',
  20409: 'The resource is in a state that does not allow this.',
  20413: 'The request is larger than 10 MB.',
  20422: 'The value is not valid.',
  20429: 'Too many requests.',
  20500: 'An internal error occurred.',
  20503: 'The service is temporarily unavailable.',
  21408: 'Sending to the region of this number is not enabled for the account.',
  21610: 'The recipient has opted out of messages from this sender.',
  21614: 'The number cannot receive SMS.',
  30003: 'The destination handset is unreachable.',
  30004: 'The message was blocked.',
  30005: 'The destination number is unknown or no longer in use.',
  30006: 'The destination is a landline or an unreachable carrier.',
  30007: 'The message was filtered by the carrier.',
  30008: 'The carrier gave no reason.',
  30017: 'The carrier network is congested.',
  30024: 'The sender is not provisioned at the carrier.',
  30410: 'The provider did not answer in time.',
  30409: 'The message can no longer be canceled.',
  30630: 'The recipient has opted out.',
  63003: 'The recipient is not known on this channel.',
  63016: 'Free text was sent outside the 24-hour window; a template is required.',
  63024: 'The recipient is not valid on this channel.',
  63036: 'The recipient is not reachable by RCS at the moment.',
}

/** The page of a code, as the API links it (section 5.1). */
export function infoUrlOf(code: number): string {
  return `https://www.twilio.com/docs/api/errors/${code}`
}

/** An error object. Without a message it gets the usual one of its code. */
export function problem(code: number, message?: string, context: string | null = null): Problem {
  return {
    code,
    message: message ?? MESSAGES[code] ?? 'The message could not be delivered.',
    infoUrl: infoUrlOf(code),
    context,
  }
}
