import { createHmac, timingSafeEqual } from 'node:crypto'
import { refusal, type Answer } from './answers'
import { addressOf, type ProxyRequest, type RequestHead } from './proxyRequest'
import { sessionPage } from './sessionPage'

const COOKIE = 'switchboard_session'
/** How long a session lasts, in milliseconds. */
const LIFETIME = 12 * 3_600_000
/** Wrong tokens allowed in {@link WINDOW}; beyond them nobody new comes in until it is over. */
const MOST_FAILURES = 10
const WINDOW = 10 * 60_000

/** Lets people in who have entered the access token. */
export interface Sessions {
  /** Why a request without a session is turned away, or `null` when it has one. */
  demand(head: RequestHead): Answer | null
  /** Answers `/session`: the form, and the token entered into it. */
  enter(request: ProxyRequest): Promise<Answer>
  /** The name that was given with the token, `null` when none was. */
  nameOf(head: RequestHead): string | null
}

/**
 * Sessions are cookies signed with a key made from the token: they outlive a restart, and a new token ends them all.
 * @param now epoch milliseconds
 */
export function createSessions(token: string, now: () => number): Sessions {
  const key = createHmac('sha256', token).update('switchboard session').digest()
  let failures: number[] = []

  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url')

  /** Both sides are hashed first, so that neither the time nor the length tells anything about the token. */
  function equal(given: string, expected: string): boolean {
    const digest = (text: string) => createHmac('sha256', key).update(text).digest()
    return timingSafeEqual(digest(given), digest(expected))
  }

  function nameIn(cookies: string | null): string | null {
    const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookies ?? '')?.[1] ?? ''
    const [payload = '', signature = ''] = cookie.split('~')
    if (!equal(signature, sign(payload))) return null
    const [expiry, name = ''] = payload.split('.')
    return Number(expiry) > now() ? Buffer.from(name, 'base64url').toString('utf8') : null
  }

  function cookieFor(name: string, secure: boolean): string {
    const payload = `${now() + LIFETIME}.${Buffer.from(name).toString('base64url')}`
    const flags = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME / 1000}${secure ? '; Secure' : ''}`
    return `${COOKIE}=${payload}~${sign(payload)}; ${flags}`
  }

  return {
    demand(head) {
      if (nameIn(head.headers.get('cookie')) !== null) return null
      const wantsPage = head.method === 'GET' && (head.headers.get('accept') ?? '').includes('text/html')
      if (!wantsPage) return refusal(401, 'Enter the access token at /session first.')
      const { pathname, search } = addressOf(head.url)
      return redirect(`/session?next=${encodeURIComponent(pathname + search)}`)
    },
    async enter(request) {
      const next = safePath(new URLSearchParams(addressOf(request.url).search).get('next'))
      if (request.method !== 'POST') return sessionPage(200, next, null)
      const form = new URLSearchParams(new TextDecoder().decode(await request.read(4000)))
      // Nothing may wait from here on, or many guesses at once would each find the count as it was before them.
      const time = now()
      failures = failures.filter((at) => time - at < WINDOW)
      if (failures.length >= MOST_FAILURES)
        return sessionPage(429, next, 'Too many wrong tokens. Try again in ten minutes.')
      if (!equal(form.get('token') ?? '', token)) {
        failures.push(time)
        return sessionPage(401, next, 'That is not the access token.')
      }
      const name = (form.get('name') ?? '').trim().slice(0, 60)
      const secure = request.headers.get('origin')?.startsWith('https:') ?? false
      return redirect(next, { 'set-cookie': cookieFor(name, secure) })
    },
    nameOf: (head) => nameIn(head.headers.get('cookie')) || null,
  }
}

function redirect(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 303, headers: { location, ...headers }, body: null }
}

/** Only a path on this server; `//other.example` and its kin would lead away. */
function safePath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) && !path.startsWith('/session')
    ? path
    : '/'
}
