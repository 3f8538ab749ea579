import { CommsError } from '#/comms'
import type { SimulatorPatch, SimulatorState } from '#/simulator/simulator'

export type { SimulatorPatch, SimulatorState }

/** The simulator behind this page as it stands. @throws CommsError */
export function fetchSimulator(signal?: AbortSignal): Promise<SimulatorState> {
  return ask('GET', { signal })
}

/** Changes the simulator and gives it as it stands then. @throws CommsError, kind `invalid` for a value it does not take */
export function changeSimulator(patch: SimulatorPatch): Promise<SimulatorState> {
  return ask('PATCH', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(patch) })
}

async function ask(method: 'GET' | 'PATCH', init: RequestInit): Promise<SimulatorState> {
  const place = { method, path: '/simulator' }
  let response: Response
  try {
    response = await fetch('/simulator', { method, ...init })
  } catch (cause) {
    const kind = init.signal?.aborted ? 'aborted' : 'network'
    throw new CommsError({ ...place, kind, message: 'Switchboard’s own server does not answer.' }, { cause })
  }
  const { status } = response
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && isState(body)) return body
  if (status === 400)
    throw new CommsError({
      ...place,
      kind: 'invalid',
      status,
      message: messageOf(body) ?? 'It does not take this value.',
    })
  // The server was restarted with credentials, or is another one.
  const kind = status === 404 ? 'missing' : 'unreadable'
  throw new CommsError({ ...place, kind, status, message: 'There is no simulator at this address any more.' })
}

function isState(body: unknown): body is SimulatorState {
  return typeof body === 'object' && body !== null && 'scenarios' in body && Array.isArray(body.scenarios)
}

/** The first message of an answer in the API's own error shape, in which the server refuses too. */
function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors))
    return null
  const [first]: unknown[] = body.errors
  if (typeof first !== 'object' || first === null || !('message' in first)) return null
  return typeof first.message === 'string' ? first.message : null
}
