import { createFullClient } from '#/comms/fullClient'
import type { Dialect } from '#/comms/dialect'
import type { SendRequest } from '#/comms/requests'
import type { Json, Message } from '#/comms/resources'
import { decodeProblems } from '#/comms/wire'
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator'

/** Noon of a Tuesday, so that the histories of the week before are whole. */
export const START = Date.UTC(2026, 10, 24, 12)
export const BASE = 'https://comms.twilio.com'

/** A simulator whose time stands still until it is moved. */
export function stillSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulator({ startAt: START, now: () => 0, ...options })
}

/** The app's own client on a simulator, following redirects as a browser does. */
export function clientOf(simulator: Simulator, dialect: Dialect | 'auto' = 'auto') {
  const fetch = async (request: Request): Promise<Response> => {
    const response = await simulator.fetch(request)
    const location = response.headers.get('location')
    return response.status === 301 && location ? simulator.fetch(new Request(location, request)) : response
  }
  return createFullClient({ baseUrl: BASE, fetch, dialect })
}

export interface Reply {
  status: number
  headers: Headers
  body: Json
}

export interface Sending {
  method?: string
  headers?: Record<string, string>
  body?: Json
}

/** One request by hand; the body of the answer as JSON, `null` when it is empty. */
export async function ask(
  simulator: Simulator,
  path: string,
  { method, headers, body }: Sending = {},
): Promise<Reply> {
  const init: RequestInit = { method: method ?? (body === undefined ? 'GET' : 'POST'), headers }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await simulator.fetch(new Request(`${BASE}/v1${path}`, init))
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : (JSON.parse(text) as Json),
  }
}

/** Code, place and words of everything that is wrong with a body; nothing when it is taken. */
export async function complaintsOf(path: string, body: Json, headers: Record<string, string> = {}) {
  const reply = await ask(stillSimulator(), path, { body, headers })
  if (reply.status < 300) return []
  if (reply.status !== 400) throw new Error(`The body was answered with ${reply.status}.`)
  return decodeProblems(reply.body).map(({ code, context, message }) => ({ code, context, message }))
}

/** A send of the app to these numbers. */
export function sendTo(addresses: readonly string[], patch: Partial<SendRequest> = {}): SendRequest {
  return {
    to: addresses.map((address) => ({
      addresses: [{ address, channel: 'PHONE' }],
      profileId: null,
      memoryStoreId: null,
    })),
    from: null,
    content: { text: 'What day is it?', media: [], contentId: null },
    tags: {},
    ...patch,
  }
}

/** So many different numbers. */
export function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `+1206${5_000_000 + n}`)
}

type Client = ReturnType<typeof clientOf>

/** Every message of a list, page after page. */
export async function allMessages(
  client: Client,
  filter: Parameters<Client['listMessages']>[0],
  pageSize = 1000,
) {
  const items: Array<Omit<Message, 'content' | 'attempts'>> = []
  let pageToken: string | null = null
  do {
    const page: Awaited<ReturnType<Client['listMessages']>> = await client.listMessages(filter, {
      pageSize,
      ...(pageToken ? { pageToken } : {}),
    })
    items.push(...page.items)
    pageToken = page.nextToken
  } while (pageToken)
  return items
}
