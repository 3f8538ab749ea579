import { CommsError, kindOfStatus, mayHaveBeenDone, type ErrorKind } from './errors'
import type { Json, Problem } from './resources'
import { retryAtOf } from './retryAfter'
import { decodeProblems, statusInBody } from './wire/problem'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface TransportOptions {
  fetch: (request: Request) => Promise<Response>
  /** Everything before the version, without a slash at the end: `https://comms.twilio.com`, or an origin and `/comms`. */
  baseUrl: string
  version: string
  /** Milliseconds to wait for a whole answer. */
  timeout: number
  now: () => number
}

export interface Call {
  method: Method
  /** Path behind the version, such as `/Messages`. */
  path: string
  query?: URLSearchParams
  body?: Json
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Whether it changes nothing at the server: true for a GET, and to be said of a POST that is a search. */
  reads?: boolean
}

export interface Answer {
  status: number
  headers: Headers
  /** `null` for an empty body. */
  body: Json
}

/**
 * One request and its answer as JSON. Every way this can go wrong ends in a {@link CommsError}, and in time: the time
 * and the caller's abort are watched here too, because whoever fetches may not listen, or no longer.
 */
export async function exchange(options: TransportOptions, call: Call): Promise<Answer> {
  const stop = new AbortController()
  const onAbort = () => stop.abort(call.signal?.reason)
  const timer = setTimeout(() => stop.abort(new DOMException('too late', 'TimeoutError')), options.timeout)
  call.signal?.addEventListener('abort', onAbort)
  try {
    return await answerTo(options, call, stop.signal)
  } finally {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', onAbort)
  }
}

async function answerTo(options: TransportOptions, call: Call, signal: AbortSignal): Promise<Answer> {
  if (call.signal?.aborted) throw withoutAnswer(call, signal, call.signal.reason, true)
  let response: Response
  let stopped: Promise<never>
  let body: string | null = null
  try {
    const request = requestOf(options, call, signal)
    stopped = new Promise((_, reject) => {
      // Node forgets to stop a request that was garbage collected after the headers; this listener holds it.
      signal.addEventListener('abort', () => reject(request.signal.reason))
    })
    response = await Promise.race([options.fetch(request), stopped])
  } catch (cause) {
    throw withoutAnswer(call, signal, cause)
  }
  try {
    body = await Promise.race([response.text(), stopped])
  } catch (cause) {
    // The status line arrived and the rest was cut off. A refusal or an acceptance stands without its body.
    if (response.ok && response.status !== 202) throw withoutAnswer(call, signal, cause)
  }
  const json = body === null ? undefined : parseJson(body)
  if (!response.ok) throw refusal(call, response, body ?? '', json, options.now())
  if (json === undefined && response.status !== 202) throw unreadable(call, response.status, body ?? '')
  return { status: response.status, headers: response.headers, body: json ?? null }
}

function requestOf({ baseUrl, version }: TransportOptions, call: Call, signal: AbortSignal): Request {
  const query = call.query?.size ? `?${call.query}` : ''
  const headers = new Headers({ accept: 'application/json', ...call.headers })
  // A browser repeats a POST for some redirects; whatever changes something is asked for once.
  const redirect = call.method === 'GET' ? 'follow' : 'error'
  const init: RequestInit = { method: call.method, headers, signal, redirect }
  if (call.body !== undefined) {
    headers.set('content-type', 'application/json')
    init.body = JSON.stringify(call.body)
  }
  return new Request(`${baseUrl}/${version}${call.path}${query}`, init)
}

/** The JSON of a body, `null` for an empty one, `undefined` for one that is not JSON. */
function parseJson(body: string): Json | undefined {
  if (body.trim() === '') return null
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

function withoutAnswer(call: Call, { aborted }: AbortSignal, cause: unknown, hasNotLeft = false): CommsError {
  const kind: ErrorKind = call.signal?.aborted ? 'aborted' : aborted ? 'timeout' : 'network'
  const message = {
    aborted: 'The request was cancelled.',
    timeout: 'The API did not answer in time.',
    network: 'No answer arrived: the connection failed or was cut.',
  }[kind]
  const place = placeOf(call, null)
  const inDoubt = place.mayHaveBeenDone && !hasNotLeft
  return new CommsError({ ...place, kind, message, mayHaveBeenDone: inDoubt }, { cause })
}

function refusal(
  call: Call,
  response: Response,
  body: string,
  json: Json | undefined,
  now: number,
): CommsError {
  const status = json === undefined ? response.status : statusOf(call, response.status, json)
  const problems = json === undefined ? [] : decodeProblems(json)
  return new CommsError({
    ...placeOf(call, status),
    kind: kindOfStatus(status),
    message: sentenceOf(status, problems),
    problems,
    retryAt: retryAtOf(response.headers.get('retry-after'), now),
    body: json ?? excerpt(body),
  })
}

/**
 * A gateway may turn the API's own status into a plain 502; the early body repeats what it was (section 5.1). That is
 * good enough for what only reads. What became of a write is for the status of the answer alone to say.
 */
function statusOf(call: Call, status: number, json: Json): number {
  const repeated = isRead(call) && status === 502 ? statusInBody(json) : null
  return repeated !== null && repeated >= 400 && repeated < 600 ? repeated : status
}

function sentenceOf(status: number, problems: Problem[]): string {
  const first = problems.find(({ message }) => message !== '')
  return first ? first.message : `The API answered with status ${status} and no explanation.`
}

/** An answer that arrived and is not what the API sends. */
export function unreadable(call: Call, status: number, body: Json, why?: string): CommsError {
  return new CommsError({
    ...placeOf(call, status),
    kind: 'unreadable',
    message: why ? `The answer is not readable: ${why}.` : 'The answer is not the JSON that the API sends.',
    body: typeof body === 'string' ? excerpt(body) : body,
  })
}

/** What an error says of its request, and whether that may have been done if it ended with this status. */
function placeOf(call: Call, status: number | null) {
  const { method, path, query } = call
  const reads = isRead(call)
  return {
    method,
    path: query?.size ? `${path}?${query}` : path,
    reads,
    status,
    mayHaveBeenDone: !reads && mayHaveBeenDone(status),
  }
}

export function isRead({ method, reads }: Call): boolean {
  return reads ?? method === 'GET'
}

function excerpt(body: string): string {
  return body.length > 500 ? `${body.slice(0, 500)}…` : body
}
