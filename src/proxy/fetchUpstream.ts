import { readUpTo } from './body'
import type { ProxyConfig } from './config'
import { upstreamHeaders } from './headers'
import { HOLD_LIMIT, TimedOut, type Upstream } from './upstream'

/**
 * An upstream that is a function from Request to Response, such as the simulator.
 * @param baseUrl without a slash at its end
 * @param timeoutMs for a whole answer
 */
export function createFetchUpstream(
  fetch: (request: Request) => Promise<Response>,
  { baseUrl, timeoutMs }: Pick<ProxyConfig, 'baseUrl' | 'timeoutMs'>,
): Upstream {
  return async ({ method, path, body }) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const expired = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new TimedOut('no answer in time')))
    })
    const init: RequestInit = { method, headers: upstreamHeaders(body !== null), signal: timeout }
    if (body !== null) init.body = body
    const response = await Promise.race([fetch(new Request(`${baseUrl}${path}`, init)), expired])
    const held = Promise.race([readUpTo(response.body, HOLD_LIMIT), expired])
    const { bytes, rest } = await held.catch((error: unknown) => {
      if (response.status === 200) throw error
      return { bytes: null, rest: null }
    })
    return { status: response.status, header: (name) => response.headers.get(name), body: rest ?? bytes }
  }
}
