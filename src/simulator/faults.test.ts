import { describe, expect, it } from 'vitest'
import { ask, BASE, clientOf, numbers, sendTo, stillSimulator } from './fixtures'
import { FAULTS, parseFault } from './faults'

const request = (fault: string, init: RequestInit = {}) =>
  new Request(`${BASE}/v1/Messages`, { ...init, headers: { 'x-sim-fault': fault } })

const SEND = { to: [{ address: '+12065551337', channel: 'PHONE' }], content: { text: 'a' } }

describe('a fault asked for by a header', () => {
  it.each(['400', '401', '403', '404', '409', '413', '429', '500', '503'])('answers %s', async (fault) => {
    const { status } = await stillSimulator().fetch(request(fault))
    expect(status).toBe(Number(fault))
  })

  it('names the seconds to wait, or the date', async () => {
    const simulator = stillSimulator()
    expect((await simulator.fetch(request('429:3'))).headers.get('retry-after')).toBe('3')
    expect((await simulator.fetch(request('503'))).headers.get('retry-after')).toBe('5')
    const date = (await simulator.fetch(request('429-date:60'))).headers.get('retry-after')
    expect(date).toBe('Thu, 01 Jan 1970 00:01:00 GMT')
  })

  it('speaks like the layer in front of the API where that answers', async () => {
    const { body } = await ask(stillSimulator(), '/Messages', { headers: { 'x-sim-fault': '401' } })
    expect(body).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/api/errors/20003',
      status: 401,
    })
  })

  it('gives HTML, half of a body, no body, or no JSON', async () => {
    const simulator = stillSimulator()
    const html = await simulator.fetch(request('502-html'))
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
    const whole = await (await simulator.fetch(new Request(`${BASE}/v1/Messages`))).text()
    const half = await (await simulator.fetch(request('truncated'))).text()
    expect(whole.startsWith(half)).toBe(true)
    expect(() => JSON.parse(half)).toThrow(SyntaxError)
    expect(await (await simulator.fetch(request('empty'))).text()).toBe('')
    expect(await (await simulator.fetch(request('not-json'))).text()).toBe('OK')
  })

  it('cuts the connection before an answer or within it', async () => {
    const simulator = stillSimulator()
    await expect(simulator.fetch(request('cut'))).rejects.toThrow(TypeError)
    const response = await simulator.fetch(request('cut-body'))
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  it('never answers until the requester gives up', async () => {
    const controller = new AbortController()
    const answer = stillSimulator().fetch(request('timeout', { signal: controller.signal }))
    controller.abort()
    await expect(answer).rejects.toThrow()
  })

  it('that nobody knows is an error of the test, and said to be', async () => {
    const { status, body } = await ask(stillSimulator(), '/Messages', { headers: { 'x-sim-fault': '418' } })
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("No fault is called '418'")])
  })
})

describe('a send that meets a fault', () => {
  const sent = async (fault: string) => {
    const simulator = stillSimulator({ scenario: 'empty' })
    await ask(simulator, '/Messages', { body: SEND, headers: { 'x-sim-fault': fault } }).catch(() => null)
    simulator.clock.jump(5_000)
    return (await clientOf(simulator).listMessages({}, {})).items.length
  }

  it.each(['cut', '500', '429', '502-html'])('%s has not gone out', async (fault) => {
    expect(await sent(fault)).toBe(0)
  })

  it.each([
    'cut-after',
    '500-after',
    '502-html-after',
    '202-no-id',
    '202-header-only',
    'cut-body',
    'truncated',
  ])('%s has gone out', async (fault) => {
    expect(await sent(fault)).toBe(1)
  })
})

it('meets the faults that a test has ordered, as often as ordered, and only where ordered', async () => {
  const simulator = stillSimulator()
  const client = clientOf(simulator)
  simulator.failNext('POST /Messages', '429:3')
  simulator.failNext('GET /Messages/Operations/*', '500', 2)
  await expect(client.sendMessages(sendTo(numbers(1)), { key: 'k' })).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  const { operationId } = await client.sendMessages(sendTo(numbers(1)), { key: 'k' })
  const fetch = () => client.fetchOperation(operationId ?? '')
  await expect(fetch()).rejects.toMatchObject({ status: 500 })
  await expect(fetch()).rejects.toMatchObject({ status: 500 })
  expect((await fetch()).id).toBe(operationId)
  simulator.failNext(/Operations$/, 'cut')
  await expect(client.listOperations({}, {})).rejects.toMatchObject({ kind: 'network' })
})

it('reads every fault with and without its endings', () => {
  for (const name of FAULTS) {
    expect(parseFault(name)).toEqual({ name, isAfter: false, retryAfter: 5 })
    expect(parseFault(`${name}-after:7`)).toEqual({ name, isAfter: true, retryAfter: 7 })
  }
  expect(parseFault('429:soon')).toBeNull()
})

describe('the scenario', () => {
  it('rate-limited lets requests through again when its Retry-After is over, and not before', async () => {
    let real = 0
    const simulator = stillSimulator({ scenario: 'rate-limited', now: () => real })
    const statuses = []
    for (let n = 0; n < 8; n += 1) statuses.push((await ask(simulator, '/Messages')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
    real = 4_000
    const refused = await ask(simulator, '/Messages')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '6'])
    real += 6_000
    expect((await ask(simulator, '/Messages')).status).toBe(200)
  })

  it('slow takes its time', async () => {
    const waits: number[] = []
    const wait = (ms: number) => {
      waits.push(ms)
      return Promise.resolve()
    }
    const simulator = stillSimulator({ scenario: 'slow', wait })
    for (let n = 0; n < 20; n += 1) await ask(simulator, '/Messages?pageSize=1')
    expect(waits).toHaveLength(20)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(900)
    expect(Math.max(...waits)).toBeLessThanOrEqual(4_000)
  })

  it('flaky spoils about one request in four, the same ones for the same seed', async () => {
    const run = async () => {
      const simulator = stillSimulator({ scenario: 'flaky' })
      const ends: string[] = []
      for (let n = 0; n < 200; n += 1) {
        ends.push(
          await ask(simulator, '/Messages?pageSize=1').then(
            ({ status }) => String(status),
            (error: unknown) => (error instanceof Error ? error.name : 'thrown'),
          ),
        )
      }
      return ends
    }
    const ends = await run()
    const bad = ends.filter((end) => end !== '200').length
    expect(bad).toBeGreaterThan(25)
    expect(bad).toBeLessThan(80)
    expect(await run()).toEqual(ends)
  })
})
