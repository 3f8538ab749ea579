import { createClient, type CommsClient } from './client'
import { fetchConnection } from './connection'

let client: Promise<CommsClient> | null = null

/**
 * The client of this page: it talks to the proxy at the page's own address, which adds the credential. The proxy is
 * asked once which version and dialect it is set to. A failure is not remembered, so the next caller asks again.
 */
export function api(): Promise<CommsClient> {
  client ??= connect().catch((error: unknown) => {
    client = null
    throw error
  })
  return client
}

/** Forgets what was learnt of the server, since it may be another one now. */
export function resetApi(): void {
  client = null
}

/** Longer than the proxy waits for the API, so that its answer about what became of a send arrives. Milliseconds. */
const TIMEOUT = 40_000

async function connect(): Promise<CommsClient> {
  const { version, dialect } = await fetchConnection()
  return createClient({
    baseUrl: new URL('/comms', location.origin).href,
    version,
    dialect,
    timeout: TIMEOUT,
  })
}
