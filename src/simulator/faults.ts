import type { Dialect } from '#/comms/dialect'
import { HttpResponse } from 'msw'
import { classicRefusal, refusal } from './answers'
import { problem } from './codes'

/** Every way a request can be made to go wrong. */
export const FAULTS = [
  '400',
  '401',
  '403',
  '404',
  '409',
  '413',
  '429',
  '429-date',
  '500',
  '502-html',
  '503',
  'empty',
  'not-json',
  'truncated',
  'cut',
  'cut-body',
  'timeout',
  '202-no-id',
  '202-header-only',
] as const
export type FaultName = (typeof FAULTS)[number]

/**
 * A fault: its name; `-after` to let the request take effect first, so that only the answer is lost; a number after a
 * colon for the seconds of `Retry-After`. Such as `cut`, `timeout-after`, `429:3`.
 */
export type Fault =
  FaultName | `${FaultName}-after` | `${FaultName}:${number}` | `${FaultName}-after:${number}`

export interface FaultPlan {
  name: FaultName
  isAfter: boolean
  /** Seconds. */
  retryAfter: number
}

const DEFAULT_RETRY_AFTER = 5

/** Reads a fault as it is written in a header or a script; `null` when there is none of that name. */
export function parseFault(fault: string): FaultPlan | null {
  const [, base = '', seconds] = fault.trim().match(/^(.+?)(?::(\d{1,6}))?$/) ?? []
  const isAfter = base.endsWith('-after')
  const word = isAfter ? base.slice(0, -'-after'.length) : base
  const name = FAULTS.find((known) => known === word)
  return name ? { name, isAfter, retryAfter: seconds ? Number(seconds) : DEFAULT_RETRY_AFTER } : null
}

/** Faults that spoil the true answer instead of replacing it; the request takes effect in any case. */
const SPOILERS: ReadonlySet<FaultName> = new Set(['truncated', 'cut-body', '202-no-id', '202-header-only'])

export interface FaultContext {
  dialect: Dialect
  signal: AbortSignal
  /** Real epoch milliseconds. */
  now: number
  /** Does what the request asks for. */
  proceed: () => Promise<Response>
}

/** The answer of a request that meets a fault. A cut connection is MSW's network error. */
export async function faultAnswer(plan: FaultPlan, context: FaultContext): Promise<Response> {
  if (SPOILERS.has(plan.name)) return spoiled(plan.name, await context.proceed())
  if (plan.isAfter) await context.proceed()
  const { dialect } = context
  switch (plan.name) {
    case '400':
      return refusal(dialect, 400, [problem(20422)])
    case '401':
      return classicRefusal(401, 20003)
    case '403':
      return classicRefusal(403, 20006)
    case '404':
      return refusal(dialect, 404, [problem(20404)])
    case '409':
      return refusal(dialect, 409, [problem(20409)])
    case '413':
      return refusal(dialect, 413, [problem(20413)])
    case '429':
      return withRetryAfter(refusal(dialect, 429, [problem(20429)]), String(plan.retryAfter))
    case '429-date': {
      const date = new Date(context.now + plan.retryAfter * 1000).toUTCString()
      return withRetryAfter(refusal(dialect, 429, [problem(20429)]), date)
    }
    case '500':
      return refusal(dialect, 500, [problem(20500)])
    case '502-html':
      return new Response(
        '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
        {
          status: 502,
          headers: { 'content-type': 'text/html' },
        },
      )
    case '503':
      return withRetryAfter(refusal(dialect, 503, [problem(20503)]), String(plan.retryAfter))
    case 'empty':
      return new Response(null, { status: 200 })
    case 'not-json':
      return new Response('OK', { status: 200, headers: { 'content-type': 'application/json' } })
    case 'timeout':
      return untilAborted(context.signal)
    default:
      return HttpResponse.error()
  }
}

function withRetryAfter(response: Response, value: string): Response {
  response.headers.set('retry-after', value)
  return response
}

async function spoiled(name: FaultName, response: Response): Promise<Response> {
  const { status } = response
  switch (name) {
    case '202-no-id':
      return status === 202 ? new Response(null, { status }) : response
    case '202-header-only':
      return status === 202 ? new Response(null, { status, headers: response.headers }) : response
    case 'truncated':
      return new Response(half(await response.arrayBuffer()), { status, headers: response.headers })
    default:
      return new Response(breaking(half(await response.arrayBuffer())), { status, headers: response.headers })
  }
}

function half(body: ArrayBuffer): ArrayBuffer {
  return body.slice(0, Math.floor(body.byteLength / 2))
}

/** A body that arrives in part, then the connection breaks. */
function breaking(part: ArrayBuffer): ReadableStream<Uint8Array> {
  let isFirst = true
  return new ReadableStream({
    pull(controller) {
      if (isFirst && part.byteLength > 0) controller.enqueue(new Uint8Array(part))
      else controller.error(new TypeError('terminated'))
      isFirst = false
    },
  })
}

/** Never answers; ends when the requester gives up. */
function untilAborted(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const end = () =>
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

/** The answer to a request beyond the rate limit. */
export function tooManyRequests(dialect: Dialect, seconds: number): Response {
  return withRetryAfter(refusal(dialect, 429, [problem(20429)]), String(seconds))
}
