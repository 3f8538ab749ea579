import type { Json } from '#/comms/resources'
import { decodeAccepted, decodeProblems, isObject, list } from '#/comms/wire'
import { refusal, type Answer } from './answers'
import { NoAnswer, type Exchange } from './exchange'
import { JournalUnwritable, type Journal } from './journal'
import type { JournalEntry } from './journalEntry'
import { fingerprintOf, mark } from './keyTag'
import type { LookUp } from './lookUp'
import { answerOf, held, withState } from './sendAnswers'

/** Becomes a tag's value, so it obeys the rules of one (section 2.1). */
const KEY = /^[a-zA-Z0-9._~-]{8,128}$/

export interface SendsOptions {
  exchange: Exchange
  journal: Journal
  lookUp: LookUp
  /** As the journal names the connection. */
  account: string
  version: string
  now: () => number
}

export interface SendCommand {
  /** Version first. */
  path: string
  key: string | null
  by: string | null
  /** Reads the body, once. */
  read: () => Promise<string>
}

/** Forwards each send at most once (section 8, point 13: the API itself has no idempotency key). */
export interface Sends {
  send(command: SendCommand): Promise<Answer>
  /** Whether a send with this key has come in and is not over: it may leave though the journal does not know it yet. */
  isUnderWay(key: string): boolean
  /** Refuses new sends and waits for those under way. */
  close(): Promise<void>
}

interface Flight {
  fingerprint: string
  answer: Promise<Answer>
}

export function createSends({ exchange, journal, lookUp, account, version, now }: SendsOptions): Sends {
  const flights = new Map<string, Flight>()
  const underWay = new Set<SendCommand>()
  let closing = false

  async function send(command: SendCommand): Promise<Answer> {
    underWay.add(command)
    try {
      return await sendOnce(command)
    } finally {
      underWay.delete(command)
    }
  }

  async function sendOnce({ path, key, by, read }: SendCommand): Promise<Answer> {
    if (key === null || !KEY.test(key)) {
      return refusal(
        400,
        'A send needs an Idempotency-Key header of 8 to 128 letters, digits, dots, dashes, underscores or tildes.',
      )
    }
    const json = parse(await read())
    const fingerprint = isObject(json) ? await fingerprintOf(json) : null
    if (!isObject(json) || fingerprint === null)
      return refusal(400, 'The body of a send must be a JSON object.')
    const { marked, traceable, tags } = mark(json, key)
    await journal.refresh()

    // From here to the new flight nothing may wait, or an equal send would slip through between.
    if (closing) return held('Switchboard is shutting down.')
    const flight = flights.get(key)
    if (flight) return flight.fingerprint === fingerprint ? flight.answer : conflict()
    const known = journal.find(key)
    if (known && known.state !== 'not-sent') return repeated(known, fingerprint)

    const at = new Date(now()).toISOString()
    const entry: JournalEntry = {
      key,
      state: 'sent',
      at,
      updatedAt: at,
      by,
      account,
      recipients: list(json, 'to').length,
      tags,
      fingerprint,
      traceable,
      operationId: null,
      status: null,
      errors: [],
    }
    const answer = forward(entry, path, JSON.stringify(marked)).finally(() => flights.delete(key))
    flights.set(key, { fingerprint, answer })
    return answer
  }

  async function forward(entry: JournalEntry, path: string, body: string): Promise<Answer> {
    let written = false
    const before = async () => {
      if (!(await journal.begin(entry))) throw new KeyTaken()
      written = true
    }
    try {
      const answer = await exchange({ method: 'POST', path, body, before })
      return await settled(entry.key, answer)
    } catch (error) {
      if (error instanceof KeyTaken) return repeated(journal.find(entry.key), entry.fingerprint)
      if (error instanceof JournalUnwritable)
        return held(`The send journal cannot be written (${error.message}).`)
      if (!(error instanceof NoAnswer)) throw error
      if (!written) return withState('not-sent', error.answer)
      if (!error.notSent) return doubtful(entry.key, error.answer)
      await journal.settle(entry.key, { state: 'not-sent' })
      return held('No connection to the API could be made.')
    }
  }

  /** The answer to a key that the journal knows. What was sent elsewhere, to the simulator say, was not sent here. */
  function repeated(known: JournalEntry | null, fingerprint: string): Answer {
    const isSame = known?.fingerprint === fingerprint && known.account === account
    return isSame ? answerOf(known, version) : conflict()
  }

  /** Writes down what the API answered to a send. */
  async function settled(key: string, answer: Answer): Promise<Answer> {
    const { status } = answer
    const json =
      typeof answer.body === 'object' && answer.body instanceof Uint8Array
        ? (parse(new TextDecoder().decode(answer.body)) ?? null)
        : null
    const { operationId } = decodeAccepted(json, new Headers(answer.headers))
    // Section 1.6: a 202 may name no operation. Any other success that names none may be somebody else's page.
    if (status === 202 || (status >= 200 && status < 300 && operationId !== null)) {
      await journal.settle(key, { state: 'accepted', status, operationId })
      startLookUp(key)
      return withState('accepted', answer)
    }
    // A 408 is a gateway's, and it cannot know how far the request got.
    if (status >= 400 && status < 500 && status !== 408) {
      const errors = decodeProblems(json).map(({ code, context }) => ({ code, context: placeOf(context) }))
      await journal.settle(key, { state: 'refused', status, errors })
      return withState('refused', answer)
    }
    return doubtful(key, answer, status)
  }

  /** It may have been done. The status is one that no client takes for "was not done" (section 5.2). */
  async function doubtful(key: string, answer: Answer, status: number | null = null): Promise<Answer> {
    await journal.settle(key, { state: 'unknown', status })
    const entry = startLookUp(key)
    return entry ? answerOf(entry, version) : answer
  }

  function startLookUp(key: string): JournalEntry | null {
    const entry = journal.find(key)
    if (entry) lookUp.start(entry)
    return entry
  }

  return {
    send,
    isUnderWay: (key) => [...underWay].some((command) => command.key === key),
    async close() {
      closing = true
      await Promise.allSettled([...flights.values()].map(({ answer }) => answer))
    },
  }
}

class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
}

function conflict(): Answer {
  return refusal(409, 'This Idempotency-Key was used for another send before. Nothing was sent now.')
}

/** A place in the request, such as `$.to[0].address`; anything else may quote a number and is not written down. */
function placeOf(context: string | null): string | null {
  return context !== null && /^\$(?:\.[A-Za-z_]+|\[\d{1,5}\])*$/.test(context) ? context : null
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
