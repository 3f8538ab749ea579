import type { Dialect } from './dialect'
import { CommsError } from './errors'

/** What the proxy says of where it sends requests. Never a secret. */
export interface Connection {
  /** `misconfigured`: a credential is there in part, so nothing is sent anywhere; `problem` says what is missing. */
  mode: 'account' | 'simulator' | 'misconfigured'
  /** The account or key in use, masked. */
  account: string | null
  /** The API's own address, for showing requests as they would be made without the proxy. */
  baseUrl: string
  version: string
  dialect: Dialect | 'auto'
  problem: string | null
  simulator: { scenario: string; dialect: Dialect; seed: number } | null
}

/** Asks the proxy at this page's address. Throws a `CommsError` when it does not answer like one. */
export async function fetchConnection(signal?: AbortSignal): Promise<Connection> {
  const place = { method: 'GET', path: '/connection' }
  let response: Response
  try {
    response = await fetch('/connection', { signal, headers: { accept: 'application/json' } })
  } catch (cause) {
    const kind = signal?.aborted ? 'aborted' : 'network'
    throw new CommsError({ ...place, kind, message: 'Switchboard’s own server does not answer.' }, { cause })
  }
  if (response.status === 401) {
    throw new CommsError({
      ...place,
      kind: 'refused',
      status: 401,
      message: 'Switchboard asks for its access token.',
    })
  }
  try {
    if (response.ok) return (await response.json()) as Connection
  } catch {
    // Falls through to the same error as any other answer that is not a connection.
  }
  const message = 'The server at this address is not Switchboard’s.'
  throw new CommsError({ ...place, kind: 'unreadable', status: response.status, message })
}
