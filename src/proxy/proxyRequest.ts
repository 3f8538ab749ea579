import { readUpTo } from './body'

/** The part of a request that decides whether it may come in. */
export interface RequestHead {
  method: string
  /** Absolute, or the target alone. */
  url: string
  headers: { get(name: string): string | null }
}

/** A request as the proxy needs it, whether it came as a Fetch `Request` or from Node's HTTP server. */
export interface ProxyRequest extends RequestHead {
  /** Reads the body, once. @throws TooLarge as soon as more than `limit` bytes came */
  read(limit: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Section 0: a request to the API is at most 10 MB. */
export const BODY_LIMIT = 10 * 1024 * 1024

/** More came than the limit allows. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

export function fromFetch(request: Request): ProxyRequest {
  const { method, url, headers } = request
  return {
    method,
    url,
    headers,
    async read(limit) {
      const { bytes, rest } = await readUpTo(request.body, limit)
      if (rest === null) return bytes
      void rest.cancel().catch(() => undefined)
      throw new TooLarge()
    },
  }
}

/** Path and query of a URL. A path has been found plain by then, so no parser is needed that would tidy it up. */
export function addressOf(url: string): { pathname: string; search: string } {
  const [, pathname = '/', search = ''] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/.exec(url) ?? []
  return { pathname, search }
}
