import { refusal, type Answer } from './answers'
import { isLoopback } from './config'
import { addressOf, type RequestHead } from './proxyRequest'
import type { Sessions } from './sessions'

export interface AccessOptions {
  /** Names beside the loopback ones, in lower case, with or without a port. */
  hosts: string[]
  /** `null` when no access token is set: then whoever reaches the server is in. */
  sessions: Sessions | null
}

/** Why a request may not come in, or `null` when it may. Looks at the head only, for the app's files and the data alike. */
export function createAccess({ hosts, sessions }: AccessOptions): (head: RequestHead) => Answer | null {
  return (head) => {
    const host = head.headers.get('host')
    if (host === null || !isKnownHost(host, hosts)) {
      return refusal(421, 'This server does not answer to that host name. SWITCHBOARD_HOSTS can allow it.')
    }
    const isForm = sessions !== null && addressOf(head.url).pathname === '/session'
    const foreign = foreignness(head, host, isForm)
    if (foreign) return refusal(403, foreign)
    return isForm ? null : (sessions?.demand(head) ?? null)
  }
}

/** A page that had its own name rebound to 127.0.0.1 still sends its own name here. */
function isKnownHost(host: string, hosts: string[]): boolean {
  const lower = host.toLowerCase()
  const name = lower.replace(/:\d{1,5}$/, '')
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/.test(name)) return false
  return isLoopback(name) || hosts.includes(name) || hosts.includes(lower)
}

/** Why a request may come from another site's page, or `null` when it does not. */
function foreignness({ method, headers }: RequestHead, host: string, isForm: boolean): string | null {
  const site = headers.get('sec-fetch-site')
  if (method === 'GET' || method === 'HEAD') {
    // A picture or script tag on any page can make a browser ask; each request would count against the account.
    const elsewhere = site === 'cross-site' || site === 'same-site'
    const embedded = elsewhere && headers.get('sec-fetch-mode') !== 'navigate'
    return embedded ? 'Other sites may not read from this server.' : null
  }
  const origin = headers.get('origin')
  if (site === null && origin === null) return 'A change needs an Origin header that names this server.'
  if (site !== null && site !== 'same-origin') return 'Changes from other sites are not accepted.'
  if (origin !== null && !isOrigin(origin, host)) return 'Changes from other origins are not accepted.'
  // A form on another site can send text without asking first, but not JSON.
  if (!isForm && !/^application\/json\s*(?:;|$)/i.test(headers.get('content-type') ?? '')) {
    return 'A change needs the content type application/json.'
  }
  return null
}

/** The scheme is left open: TLS may end in front of this server. */
function isOrigin(origin: string, host: string): boolean {
  const name = host.toLowerCase()
  return [`http://${name}`, `https://${name}`].includes(origin.toLowerCase())
}
