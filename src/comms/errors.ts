import type { Json, Problem } from './resources'

/**
 * What kind of trouble a request ran into, named by what a person can do about it.
 *
 * - `invalid`: the request breaks a rule (400, 405, 413, 422); `problems` says which
 * - `refused`: the credential is wrong or lacks rights (401, 403)
 * - `missing`: no such resource, or older than the 7 days the API keeps (404, 410)
 * - `conflict`: the resource is in a state that forbids it (409)
 * - `rate-limited`: too many requests (429); never processed
 * - `unavailable`: the API is down for a while (503)
 * - `server`: any other 5xx
 * - `not-offered`: the API has no route for this (404, 405 or 501 where the resource itself is there, section 8)
 * - `unreadable`: an answer arrived that is not what the API sends: HTML, cut or invalid JSON
 * - `network`: no answer arrived
 * - `timeout`: no answer arrived in time, or a gateway says so (408)
 * - `aborted`: this program cancelled the request
 */
export type ErrorKind =
  | 'invalid'
  | 'refused'
  | 'missing'
  | 'conflict'
  | 'rate-limited'
  | 'unavailable'
  | 'server'
  | 'not-offered'
  | 'unreadable'
  | 'network'
  | 'timeout'
  | 'aborted'

export interface CommsErrorFields {
  kind: ErrorKind
  message: string
  method: string
  path: string
  status?: number | null
  problems?: Problem[]
  retryAt?: number | null
  reads?: boolean
  mayHaveBeenDone?: boolean
  body?: Json
}

/** The only error the client throws. */
export class CommsError extends Error {
  override readonly name = 'CommsError'
  readonly kind: ErrorKind
  readonly method: string
  readonly path: string
  /** HTTP status, `null` when no answer arrived. */
  readonly status: number | null
  readonly problems: Problem[]
  /** Epoch milliseconds before which the server asked not to be called again (`Retry-After`), or `null`. */
  readonly retryAt: number | null
  /** True when the request changes nothing at the server, so that asking again does no harm. */
  readonly reads: boolean
  /** True when the server may have acted on the request: sending it again could do it twice (section 5.2). */
  readonly mayHaveBeenDone: boolean
  /** The body as JSON, or its first characters as text. */
  readonly body: Json

  constructor(fields: CommsErrorFields, options?: ErrorOptions) {
    super(fields.message, options)
    this.kind = fields.kind
    this.method = fields.method
    this.path = fields.path
    this.status = fields.status ?? null
    this.problems = fields.problems ?? []
    this.retryAt = fields.retryAt ?? null
    this.reads = fields.reads ?? fields.method === 'GET'
    this.mayHaveBeenDone = fields.mayHaveBeenDone ?? false
    this.body = fields.body ?? null
  }
}

/** The kind that a status of 400 or more stands for (section 5.2). */
export function kindOfStatus(status: number): ErrorKind {
  switch (status) {
    case 401:
    case 403:
      return 'refused'
    case 404:
    case 410:
      return 'missing'
    case 408:
      return 'timeout'
    case 409:
      return 'conflict'
    case 429:
      return 'rate-limited'
    case 503:
      return 'unavailable'
    default:
      return status >= 500 ? 'server' : 'invalid'
  }
}

/**
 * Whether a request that changes something may have taken effect although it ended this way (section 5.2). A 4xx was
 * refused before anything happened, 429 was never processed and 503 announces that nothing was. A 408 comes from a
 * gateway, which cannot know how far the request got. Any other end leaves the question open.
 * @param status `null` when no answer arrived
 */
export function mayHaveBeenDone(status: number | null): boolean {
  if (status === null || status === 408) return true
  return (status < 400 || status >= 500) && status !== 503
}
