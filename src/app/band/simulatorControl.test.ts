import { afterEach, describe, expect, it, vi } from 'vitest'
import { CommsError } from '#/comms'
import { createSimulator } from '#/simulator/simulator'
import { changeSimulator, fetchSimulator } from './simulatorControl'

afterEach(() => vi.unstubAllGlobals())

function answerWith(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn(async (_path: string, _init: RequestInit) => answer())
  vi.stubGlobal('fetch', fetch)
  return fetch
}

async function errorOf(asking: Promise<unknown>): Promise<CommsError> {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof CommsError) return error
  throw new Error(`ended with ${String(error)}`)
}

describe('the simulator’s control', () => {
  it('reads the simulator as it stands', async () => {
    const state = createSimulator({ scenario: 'opt-outs' }).state()
    const fetch = answerWith(() => Response.json(state))
    expect(await fetchSimulator()).toEqual(state)
    expect(fetch.mock.calls[0]?.[0]).toBe('/simulator')
  })

  it('sends a change as JSON, since the proxy takes nothing else, and gives what became of it', async () => {
    const state = createSimulator().state()
    const fetch = answerWith(() => Response.json({ ...state, rate: 60 }))
    expect(await changeSimulator({ rate: 60 })).toMatchObject({ rate: 60 })
    const [, init] = fetch.mock.calls[0] ?? []
    expect(init).toMatchObject({ method: 'PATCH', body: '{"rate":60}' })
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json')
  })

  it('repeats the reason for which a change is refused', async () => {
    const errors = [{ code: 20001, message: 'seed must be a whole number.' }]
    answerWith(() => Response.json({ errors }, { status: 400 }))
    const error = await errorOf(changeSimulator({ seed: -1 }))
    expect(error).toMatchObject({ kind: 'invalid', message: 'seed must be a whole number.', status: 400 })
  })

  it.each([
    ['there is none any more', () => new Response('{}', { status: 404 }), 'missing'],
    ['a page is answered', () => new Response('<html>'), 'unreadable'],
    ['other JSON is answered', () => Response.json(null), 'unreadable'],
    ['nothing is answered', () => Promise.reject(new TypeError('fetch failed')), 'network'],
  ])('throws a typed error when %s', async (_, answer, kind) => {
    answerWith(answer)
    expect((await errorOf(fetchSimulator())).kind).toBe(kind)
  })
})
