import type { Json, Problem } from '#/comms/resources'
import { encodeProblems } from '#/comms/wire'

/** An HTTP answer before it goes out, so that one can be given to several requests. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** A stream can be read once; whoever gives an answer out several times checks for bytes. */
  body: Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/**
 * On every answer that does not say otherwise. The proxy's answers are data, never pages: should a server in between
 * answer with HTML, the browser must neither guess a type nor run anything in it.
 */
const SAFETY: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

/** The headers an answer goes out with, names and values in turn, as Node writes them fastest. */
export function finalHeaders({ headers }: Answer): string[] {
  const list: string[] = []
  for (const name in SAFETY) if (!(name in headers)) list.push(name, SAFETY[name] ?? '')
  for (const name in headers) list.push(name, headers[name] ?? '')
  return list
}

/** Statuses with which a `Response` must not have a body, not even an empty one. */
const BODILESS = new Set([204, 205, 304])

export function toResponse(answer: Answer): Response {
  const { status, body } = answer
  const headers = { ...SAFETY, ...answer.headers }
  return new Response(BODILESS.has(status) ? null : body, { status, headers })
}

export function jsonAnswer(body: Json, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** Codes of section 5.2 for answers that the proxy gives in the API's place. */
const CODES: Readonly<Record<number, number>> = {
  400: 20001,
  401: 20003,
  403: 20403,
  404: 20404,
  409: 20409,
  413: 20413,
  429: 20429,
  502: 20502,
  503: 20503,
  504: 20504,
}

/** A refusal in the API's own error shape (section 5.1), so that the app reads it like any other. */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  problem: Partial<Problem> = {},
): Answer {
  const full = { code: CODES[status] ?? status, message, infoUrl: null, context: null, ...problem }
  return jsonAnswer(encodeProblems([full], status, 'current'), status, headers)
}
