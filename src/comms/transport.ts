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
}

export interface Answer {
  status: number
  headers: Headers
  /** `null` for an empty body. */
  body: Json
}

/** One request and its answer as JSON. Every way this can go wrong ends in a {@link CommsError}. */
export async function exchange(options: TransportOptions, call: Call): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.timeout)
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout
  let response: Response
  let body: string | null = null
  try {
    response = await options.fetch(requestOf(options, call, signal))
  } catch (cause) {
    throw withoutAnswer(call, timeout, cause)
  }
  try {
    body = await response.text()
  } catch (cause) {
    // The status line arrived and the rest was cut off. A refusal or an acceptance stands without its body.
    if (response.ok && response.status !== 202) throw withoutAnswer(call, timeout, cause)
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

function withoutAnswer(call: Call, timeout: AbortSignal, cause: unknown): CommsError {
  const kind: ErrorKind = call.signal?.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'network'
  const message = {
    aborted: 'The request was cancelled.',
    timeout: 'The API did not answer in time.',
    network: 'No answer arrived: the connection failed or was cut.',
  }[kind]
  const mayBeDone = mayHaveBeenDone(call.method, null)
  return new CommsError({ ...placeOf(call), kind, message, mayHaveBeenDone: mayBeDone }, { cause })
}

function refusal(
  call: Call,
  response: Response,
  body: string,
  json: Json | undefined,
  now: number,
): CommsError {
  const status = json === undefined ? response.status : statusOf(response.status, json)
  const problems = json === undefined ? [] : decodeProblems(json)
  return new CommsError({
    ...placeOf(call),
    kind: kindOfStatus(status),
    message: sentenceOf(status, problems),
    status,
    problems,
    retryAt: retryAtOf(response.headers.get('retry-after'), now),
    mayHaveBeenDone: mayHaveBeenDone(call.method, status),
    body: json ?? excerpt(body),
  })
}

/** A gateway may turn the API's own status into a plain 502; the early body repeats what it was (section 5.1). */
function statusOf(status: number, json: Json): number {
  const repeated = statusInBody(json)
  return status === 502 && repeated !== null && repeated >= 400 && repeated < 600 ? repeated : status
}

function sentenceOf(status: number, problems: Problem[]): string {
  const first = problems.find(({ message }) => message !== '')
  return first ? first.message : `The API answered with status ${status} and no explanation.`
}

export function unreadable(call: Call, status: number, body: Json, why?: string): CommsError {
  return new CommsError({
    ...placeOf(call),
    kind: 'unreadable',
    message: why ? `The answer is not readable: ${why}.` : 'The answer is not the JSON that the API sends.',
    status,
    mayHaveBeenDone: mayHaveBeenDone(call.method, status),
    body: typeof body === 'string' ? excerpt(body) : body,
  })
}

function placeOf({ method, path, query }: Call): { method: string; path: string } {
  return { method, path: query?.size ? `${path}?${query}` : path }
}

function excerpt(body: string): string {
  return body.length > 500 ? `${body.slice(0, 500)}…` : body
}
