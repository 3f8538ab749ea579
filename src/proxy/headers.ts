/** Which headers pass, by name. Everything else is dropped in both directions. */
const DOWNSTREAM = [
  'content-type',
  'retry-after',
  'operation-id',
  'operationid',
  'x-operation-id',
  'etag',
  'last-modified',
]
const LOCATIONS = ['operation-location', 'resource-location', 'location']

/** The first segment of every path of the API (api-mechanics, API Versions). */
const VERSION = /^\/(?:v\d+|preview)(?=\/)/

/** The headers of a request to the API: what this program says, nothing of what a browser says. */
export function upstreamHeaders(hasBody: boolean): Record<string, string> {
  return hasBody
    ? { accept: 'application/json', 'content-type': 'application/json' }
    : { accept: 'application/json' }
}

/** What a location is made relative to. */
export interface LocationBase {
  baseUrl: string
  version: string
}

/**
 * The headers of the API's answer that the browser may see. Locations become paths on this proxy (section 1.6, Seek in
 * 1.1); one that leads to another host is dropped.
 */
export function downstreamHeaders(
  header: (name: string) => string | null,
  base: LocationBase,
): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const name of DOWNSTREAM) {
    const value = header(name)
    if (value !== null) passed[name] = value
  }
  for (const name of LOCATIONS) {
    const value = header(name)
    const path = value === null ? null : relativeLocation(value, base)
    if (path !== null) passed[name] = path
  }
  return passed
}

/**
 * A location of the API as a path on this proxy, or `null` when it is not on the API's own host. Its version becomes the
 * one this connection is set to: a newer one is neither asked for nor on the allow list, and the resource is the same.
 */
function relativeLocation(location: string, { baseUrl, version }: LocationBase): string | null {
  const base = new URL(`${baseUrl}/`)
  if (!URL.canParse(location, base)) return null
  const url = new URL(location, base)
  if (url.origin !== base.origin) return null
  const prefix = base.pathname.replace(/\/$/, '')
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname
  return `/comms${path.replace(VERSION, `/${version}`)}${url.search}`
}
