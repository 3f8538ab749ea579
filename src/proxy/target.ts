/**
 * Sorts request targets as they stand in the request line, before any URL parser has tidied them up: what a parser makes
 * of `/x/..%2fcomms` is a matter of opinion, and the proxy must not depend on one.
 */

const OWN = /^\/(?:comms|connection|journal|healthz|session|simulator)(?=\/|$)/
const PLAIN = /^(?:\/[A-Za-z0-9_.~-]*[A-Za-z0-9_~-])+$/

/** `proxy`: one of its own paths, plainly written. `refused`: tricky writing. `app`: anything else. */
export function classifyTarget(target: string): 'proxy' | 'app' | 'refused' {
  const path = target.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return 'refused'
  if (OWN.test(path)) return PLAIN.test(path) ? 'proxy' : 'refused'
  const tidy = tidied(path)
  return tidy === null || OWN.test(tidy) ? 'refused' : 'app'
}

/** The path after everything a lenient parser might do to it, `null` when it cannot be decoded. */
function tidied(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path)
      .replaceAll('\\', '/')
      .replace(/\/{2,}/g, '/')
    return new URL(decoded, 'http://localhost').pathname.toLowerCase()
  } catch {
    return null
  }
}
