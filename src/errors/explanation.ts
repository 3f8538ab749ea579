/** Whether the same send may work again. */
export type Retry =
  | 'no' // it will fail again
  | 'later' // it may work after waiting
  | 'fix' // it works after data, content or settings were changed
  | 'ask' // Twilio, Meta or a carrier has to act
  | 'none' // nothing failed, or there is nothing to send again

/** Who has to act next. */
export type Turn =
  | 'recipient'
  | 'us' // whoever sends: numbers, wording, choice of sender and time
  | 'owner' // whoever runs the account: credentials, settings, registration, billing
  | 'carrier' // a phone network, Meta or Google
  | 'twilio'
  | 'nobody' // waiting is all there is to do

/** Where in a message's life the code appears. */
export type Family = 'request' | 'acceptance' | 'delivery' | 'channel' | 'events'

/** What the dictionary says of one code. */
export interface Entry {
  title: string
  meaning: string
  action: string
  retry: Retry
  turn: Turn
  /** A sentence for the person the message was meant for, where the general ones do not fit; `null`: none at all. */
  customer?: string | null
}

export type Entries = Readonly<Record<number, Entry>>

export interface Explanation extends Entry {
  code: number
  /** False for a code that the dictionary does not have: then the texts are general. */
  known: boolean
  /** `null` for a code that the dictionary does not have. */
  family: Family | null
  link: string
  customer: string | null
}

/** Twilio's own page of a code. */
export function linkOfCode(code: number): string {
  return `https://www.twilio.com/docs/api/errors/${code}`
}

/** The code a text stands for: one to six digits, as in an address or a search box. `null` for anything else. */
export function parseCode(text: string): number | null {
  const digits = text.trim()
  return /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : null
}
