import type { CommsError, ErrorKind } from '#/comms'

export interface Sentences {
  title: string
  detail: string
  advice: string
  worthRetrying: boolean
  tone: 'amber' | 'red' | 'neutral'
}

/** Where the credentials live. They never reach the browser, so nobody can be asked for them on the screen. */
const SET_CREDENTIALS =
  'Whoever runs Switchboard sets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and TWILIO_API_SECRET) in the file .env.local next to the program, then restarts it.'

const NOT_OFFERED: Sentences = {
  title: 'This API does not offer this',
  detail: 'The API knows the address and does not do this there. Nothing was changed.',
  advice: 'It will not work by trying again.',
  worthRetrying: false,
  tone: 'neutral',
}

/** One entry per kind of trouble (section 5.2): what happened, what is known, what to do. */
export const SENTENCES: Record<ErrorKind, (error: CommsError, online: boolean) => Sentences> = {
  invalid: (error) =>
    error.status === 405
      ? NOT_OFFERED
      : {
          title: error.status === 413 ? 'The request is too large' : 'The API refused the request',
          detail: said(error) || 'It breaks one of the API’s rules; the API did not say which.',
          advice:
            error.status === 413
              ? 'Send to fewer people at a time. The limit is 10 MB a request.'
              : 'Nothing was done. Correct what is named and try again.',
          worthRetrying: false,
          tone: 'amber',
        },

  refused: (error) =>
    error.path === '/connection'
      ? {
          title: 'Switchboard asks for its access token',
          detail: 'This installation is protected, and this browser has not given the token yet.',
          advice: 'Ask whoever runs Switchboard for the access token, then reload the page.',
          worthRetrying: true,
          tone: 'amber',
        }
      : error.status === 403
        ? {
            title: 'The credentials do not allow this',
            detail: `Twilio knows the credentials; they lack the right for this request (403).${quoted(error)}`,
            advice: `Use a key with more rights, or those of the account it belongs to. ${SET_CREDENTIALS}`,
            worthRetrying: true,
            tone: 'amber',
          }
        : {
            title: 'The credentials were not accepted',
            detail: `The credentials that Switchboard uses are not accepted (401).${quoted(error)}`,
            advice: SET_CREDENTIALS,
            worthRetrying: true,
            tone: 'amber',
          },

  missing: (error) => {
    const noun = nounOf(error.path)
    return {
      title: noun ? `There is no ${noun} with this id` : 'This was not found',
      detail: noun
        ? `Twilio keeps ${noun}s for 7 days. This one is older, belongs to another account, or the id is not right.`
        : 'The API does not offer this address, or what was there is gone.',
      advice: noun
        ? 'Check the id and which account is connected.'
        : 'Go back and try another way; asking again will not help.',
      worthRetrying: false,
      tone: 'neutral',
    }
  },

  conflict: (error) => ({
    title: 'This is not possible any more',
    detail: said(error) || 'It changed in the meantime, or is in a state that does not allow this (409).',
    advice: 'Reload to see how it stands now, then decide again.',
    worthRetrying: true,
    tone: 'amber',
  }),

  'rate-limited': (error) => ({
    title: 'Too many requests',
    detail: 'Twilio allows this account only so many requests at a time. This one was not carried out.',
    advice: waiting(error),
    worthRetrying: true,
    tone: 'amber',
  }),

  unavailable: (error) => ({
    title: 'Twilio is not available for the moment',
    detail: said(error) || 'The API announced a pause (503). The request was not carried out.',
    advice: waiting(error),
    worthRetrying: true,
    tone: 'amber',
  }),

  server: (error) =>
    error.status === 501
      ? NOT_OFFERED
      : {
          title: 'Something went wrong at Twilio',
          detail: said(error) || `The API answered with status ${error.status ?? 500} and no explanation.`,
          advice:
            'Try again in a minute. If it stays, look at status.twilio.com and report it with the details.',
          worthRetrying: true,
          tone: 'red',
        },

  'not-offered': () => NOT_OFFERED,

  unreadable: (error) => ({
    title: 'The answer could not be read',
    detail: error.message,
    advice:
      'Something between Switchboard and Twilio may have answered in its place. Try again; if it stays, report it with the details.',
    worthRetrying: true,
    tone: 'red',
  }),

  network: (error, online) =>
    online
      ? {
          title: 'No answer arrived',
          detail:
            error.path === '/connection'
              ? 'Switchboard’s own server does not answer.'
              : 'The connection to Switchboard’s server failed or was cut.',
          advice: 'Check that Switchboard is still running and that your network works, then try again.',
          worthRetrying: true,
          tone: 'red',
        }
      : {
          title: 'You are offline',
          detail: 'This computer has no network connection at the moment.',
          advice: 'Connect again, then try again. What is on the screen stays.',
          worthRetrying: true,
          tone: 'amber',
        },

  timeout: () => ({
    title: 'The answer took too long',
    detail: 'Twilio did not answer in time, so Switchboard stopped waiting.',
    advice: 'Try again. If it stays slow, look at status.twilio.com.',
    worthRetrying: true,
    tone: 'amber',
  }),

  aborted: () => ({
    title: 'The request was cancelled',
    detail: 'It was stopped before an answer arrived, for example by leaving the page.',
    advice: 'Try again if you still need it.',
    worthRetrying: true,
    tone: 'neutral',
  }),
}

/** What the API itself says, every problem of it: an answer may name several at once (section 5.2). */
function said({ problems }: CommsError): string {
  const messages = problems.map(({ message }) => message.trim()).filter((message) => message !== '')
  return [...new Set(messages)].slice(0, 5).map(asSentence).join(' ')
}

/** Twilio ends some of its messages with a full stop and some not; one after another they need it. */
function asSentence(message: string): string {
  return /[.!?:;…。؟]["”’)]*$/.test(message) ? message : `${message}.`
}

/** The API's words beside ours, where they alone would say too little: it may answer just "Authenticate". */
function quoted(error: CommsError): string {
  const words = said(error)
  return words === '' ? '' : ` The answer says: “${words}”`
}

function waiting({ retryAt }: CommsError): string {
  return retryAt === null
    ? 'Wait a moment, then try again.'
    : 'Twilio asked to wait before it is tried again.'
}

function nounOf(path: string): string | null {
  if (/^\/Messages\/Operations\/[^/?]+/.test(path)) return 'operation'
  if (/^\/Messages\/(?!Operations\b|Seek\b|Search\b)[^/?]+/.test(path)) return 'message'
  if (/^\/Emails\/(?!Operations\b)[^/?]+/.test(path)) return 'email'
  return null
}
