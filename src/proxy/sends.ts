import { createHash } from 'node:crypto'
import type { Json, Tags } from '#/comms/resources'
import { TAG_LIMITS } from '#/comms/tags'
import {
  decodeAccepted,
  decodeProblems,
  encodeAccepted,
  field,
  isObject,
  list,
  stringMap,
} from '#/comms/wire'
import { jsonAnswer, refusal, type Answer } from './answers'
import { NoAnswer, type Exchange } from './exchange'
import { JournalUnwritable, type Journal } from './journal'
import type { JournalEntry, SendState } from './journalEntry'
import { KEY_TAG, type LookUp } from './lookUp'

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
  body: string
  by: string | null
}

/** Forwards each send at most once (section 8, point 13: the API itself has no idempotency key). */
export interface Sends {
  send(command: SendCommand): Promise<Answer>
  /** Refuses new sends and waits for those under way. */
  close(): Promise<void>
}

interface Flight {
  fingerprint: string
  answer: Promise<Answer>
}

export function createSends({ exchange, journal, lookUp, account, version, now }: SendsOptions): Sends {
  const flights = new Map<string, Flight>()
  let closing = false

  async function send({ path, key, body, by }: SendCommand): Promise<Answer> {
    if (closing) return held('Switchboard is shutting down.')
    if (key === null || !KEY.test(key)) {
      return refusal(
        400,
        'A send needs an Idempotency-Key header of 8 to 128 letters, digits, dots, dashes, underscores or tildes.',
      )
    }
    const json = parse(body)
    const { marked, traceable, tags } = mark(isObject(json) ? json : {}, key)
    const text = isObject(json) ? canonical({ ...json, tags }) : null
    if (text === null) return refusal(400, 'The body of a send must be a JSON object.')
    const fingerprint = createHash('sha256').update(text).digest('hex')

    const flight = flights.get(key)
    const known = journal.find(key)
    const first = flight?.fingerprint ?? (known?.state === 'not-sent' ? undefined : known?.fingerprint)
    if (first !== undefined && first !== fingerprint)
      return refusal(409, 'This Idempotency-Key was used for another send before. Nothing was sent now.')
    if (flight) return flight.answer
    if (known && known.state !== 'not-sent') return outcomeOf(known)

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
    let taken = false
    let written = false
    const before = async () => {
      taken = !(await journal.begin(entry))
      if (taken) throw new KeyTaken()
      written = true
    }
    try {
      const answer = await exchange({ method: 'POST', path, body, before })
      return await settled(entry.key, answer)
    } catch (error) {
      if (error instanceof KeyTaken) return outcomeOf(journal.find(entry.key) ?? entry)
      if (error instanceof JournalUnwritable)
        return held(`The send journal cannot be written (${error.message}).`)
      if (!(error instanceof NoAnswer)) throw error
      if (!written) return withState('not-sent', error.answer)
      if (!error.notSent) return doubtful(entry.key, error.answer)
      await journal.settle(entry.key, { state: 'not-sent' })
      return held('No connection to the API could be made.')
    }
  }

  /** Writes down what the API answered to a send. */
  async function settled(key: string, answer: Answer): Promise<Answer> {
    const { status } = answer
    const json =
      typeof answer.body === 'object' && answer.body instanceof Uint8Array
        ? (parse(new TextDecoder().decode(answer.body)) ?? null)
        : null
    if (status >= 200 && status < 300) {
      const { operationId } = decodeAccepted(json, new Headers(answer.headers))
      await journal.settle(key, { state: 'accepted', status, operationId })
      // Section 1.6: some answers name no operation. The tag finds it all the same.
      const entry = journal.find(key)
      if (operationId === null && entry) lookUp.start(entry)
      return withState('accepted', answer)
    }
    // A 408 is a gateway's, and it cannot know how far the request got.
    if (status >= 400 && status < 500 && status !== 408) {
      const errors = decodeProblems(json).map(({ code, context }) => ({ code, context }))
      await journal.settle(key, { state: 'refused', status, errors })
      return withState('refused', answer)
    }
    return doubtful(key, answer, status)
  }

  /** It may have been done. The status is one that no client takes for "was not done" (section 5.2). */
  async function doubtful(key: string, answer: Answer, status: number | null = null): Promise<Answer> {
    await journal.settle(key, { state: 'unknown', status })
    const entry = journal.find(key)
    if (entry) lookUp.start(entry)
    return entry ? outcomeOf(entry) : answer
  }

  function outcomeOf(entry: JournalEntry): Answer {
    return withState(entry.state, answerOf(entry, version))
  }

  return {
    send,
    async close() {
      closing = true
      await Promise.allSettled([...flights.values()].map(({ answer }) => answer))
    },
  }
}

class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
}

/** Says in a header where the send stands, for programs that must not guess it from the status. */
function withState(state: SendState, answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'send-state': state } }
}

/** 503 is the one status of the server's that means "nothing was done" (section 5.2). */
function held(why: string): Answer {
  return withState('not-sent', refusal(503, `${why} Nothing was sent.`))
}

/** What is said to a repetition, from the journal alone. */
function answerOf(entry: JournalEntry, version: string): Answer {
  const { state, operationId, status, errors, traceable } = entry
  switch (state) {
    case 'accepted': {
      const operationLocation = operationId && `/comms/${version}/Messages/Operations/${operationId}`
      const accepted = { operationId, operationLocation, resourceId: null, resourceLocation: null }
      const { headers } = encodeAccepted(accepted, 'early')
      return jsonAnswer(encodeAccepted(accepted, 'current').body, 202, headers)
    }
    case 'refused': {
      const [first] = errors
      const message = `The API refused this send${first?.code ? ` with error ${first.code}` : ''}. Nothing was sent again.`
      return refusal(status ?? 400, message, {}, { ...first })
    }
    case 'not-found':
      return refusal(404, 'This send was looked for and not found, so it was most likely not done.')
    case 'not-sent':
      return held('No connection to the API could be made.')
    case 'sent':
    case 'unknown':
      return refusal(502, traceable ? LOOKING : UNTRACEABLE)
  }
}

const LOOKING =
  'It is not known whether this was sent: the answer was lost. Switchboard is looking for it. Do not send it again before it has an answer.'
const UNTRACEABLE =
  'It is not known whether this was sent: the answer was lost. All ten tags were in use, so Switchboard cannot look for it. Check the list of messages before sending again.'

/** Adds the key as a tag where there is room; an older key in a copied send is replaced. */
function mark(json: { [name: string]: Json }, key: string): { marked: Json; traceable: boolean; tags: Tags } {
  const { [KEY_TAG]: _, ...tags } = stringMap(json, 'tags')
  const traceable = Object.keys(tags).length < TAG_LIMITS.pairs
  const given = field(json, 'tags')
  if (!traceable || (given !== undefined && !isObject(given))) return { marked: json, traceable: false, tags }
  return { marked: { ...json, tags: { ...(isObject(given) ? given : {}), [KEY_TAG]: key } }, traceable, tags }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const DEEPEST = 100

/** JSON with the names in order and no blanks, so that equal bodies have equal fingerprints; `null` if nested absurdly. */
function canonical(json: Json | undefined, depth = 0): string | null {
  if (depth > DEEPEST) return null
  if (Array.isArray(json))
    return whole(
      json.map((item) => canonical(item, depth + 1)),
      '[',
      ']',
    )
  if (!isObject(json)) return JSON.stringify(json ?? null)
  const pairs = Object.keys(json)
    .toSorted()
    .map((name) => {
      const value = canonical(json[name], depth + 1)
      return value === null ? null : `${JSON.stringify(name)}:${value}`
    })
  return whole(pairs, '{', '}')
}

function whole(parts: (string | null)[], open: string, close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`
}
