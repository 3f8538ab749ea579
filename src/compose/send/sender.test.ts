import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CommsError, type Accepted, type ErrorKind, type SendRequest } from '#/comms'
import type { JournalEntry } from './journal'
import { createSender } from './sender'
import { IDLE, nextSendState, type SendEvent, type SendState } from './sendState'

const accepted = (operationId: string | null): Accepted => ({
  operationId,
  operationLocation: null,
  resourceId: null,
  resourceLocation: null,
})
const request = (text: string): SendRequest => ({
  to: [{ addresses: [{ address: '+12065551337', channel: 'PHONE' }], profileId: null, memoryStoreId: null }],
  from: null,
  content: { text, media: [], contentId: null },
  tags: {},
})
const failure = (kind: ErrorKind, mayHaveBeenDone: boolean, status: number | null = null) =>
  new CommsError({ kind, message: kind, method: 'POST', path: '/Messages', status, mayHaveBeenDone })
const entry = (state: JournalEntry['state'], operationId: string | null = null): JournalEntry => ({
  key: 'key-1',
  state,
  at: '2026-11-24T12:00:00Z',
  updatedAt: '2026-11-24T12:00:00Z',
  by: null,
  recipients: 1,
  tags: {},
  traceable: true,
  operationId,
  status: null,
  errors: [],
})

function setUp({ online = true, stored = new Map<string, string>(), tab = 'key' } = {}) {
  const posts: { request: SendRequest; key: string; end: (result: Accepted | Error) => void }[] = []
  const tasks: { run: () => void; ms: number }[] = []
  const looks: ((result: JournalEntry | null | Error) => void)[] = []
  const onAccepted = vi.fn()
  let keys = 0
  const sender = createSender({
    post: (sent, key) =>
      new Promise((resolve, reject) => {
        posts.push({
          request: sent,
          key,
          end: (result) => (result instanceof Error ? reject(result) : resolve(result)),
        })
      }),
    lookUp: () =>
      new Promise((resolve, reject) => {
        looks.push((result) => (result instanceof Error ? reject(result) : resolve(result)))
      }),
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    now: () => 0,
    newKey: () => `${tab}-${(keys += 1)}`,
    isOnline: () => online,
    later: (run, ms) => {
      const task = { run, ms }
      tasks.push(task)
      return () => void tasks.splice(tasks.indexOf(task), 1)
    },
    onAccepted,
  })
  return { sender, posts, tasks, looks, onAccepted, stored }
}

/** Lets everything that waits on a settled promise run. */
const settle = () => vi.waitFor(() => new Promise<void>((resolve) => setImmediate(resolve)))

describe('a send', () => {
  it('goes out once, however often the button is pressed', async () => {
    const { sender, posts, onAccepted } = setUp()
    sender.press(request('A'))
    sender.press(request('A'))
    sender.press(request('B'))
    expect(posts).toHaveLength(1)
    posts[0]?.end(accepted('comms_operation_1'))
    await settle()
    sender.press(request('A'))
    expect(posts).toHaveLength(1)
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ operationId: 'comms_operation_1' }),
    )
  })

  it('is accepted without an id too, and stays that until the agent has read it', async () => {
    const { sender, posts } = setUp()
    sender.press(request('A'))
    posts[0]?.end(accepted(null))
    await settle()
    expect(sender.get()).toMatchObject({ phase: 'accepted', operationId: null })
    sender.reset()
    expect(sender.get()).toBe(IDLE)
  })

  it.each([
    ['invalid', 400],
    ['refused', 401],
  ] as const)('that is refused (%s) may be corrected and sent with a new key', async (kind, status) => {
    const { sender, posts } = setUp()
    sender.press(request('A'))
    posts[0]?.end(failure(kind, false, status))
    await settle()
    expect(sender.get().phase).toBe('refused')
    sender.press(request('A'))
    expect(posts.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
  })

  it('that found no network is not sent, and keeps its key until one has left', () => {
    const { sender, posts } = setUp({ online: false })
    sender.press(request('A'))
    const first = sender.get()
    expect(first).toMatchObject({ phase: 'not-sent', why: 'offline', certain: true })
    sender.press(request('A'))
    const second = sender.get()
    sender.press(request('B'))
    const third = sender.get()
    expect(posts).toEqual([])
    const keyOf = (state: SendState) => (state.phase === 'idle' ? '' : state.attempt.key)
    expect([first, second, third].map(keyOf)).toEqual(['key-1', 'key-1', 'key-1'])
  })

  it.each(['rate-limited', 'unavailable'] as const)('that is held back (%s) is not sent', async (kind) => {
    const { sender, posts } = setUp()
    sender.press(request('A'))
    posts[0]?.end(failure(kind, false, 429))
    await settle()
    expect(sender.get()).toMatchObject({ phase: 'not-sent', why: kind })
  })

  it('that may have been done is never sent again by itself or by a press', async () => {
    const { sender, posts, tasks } = setUp()
    sender.press(request('A'))
    posts[0]?.end(failure('timeout', true))
    await settle()
    expect(sender.get().phase).toBe('unknown')
    expect(tasks.map(({ ms }) => ms)).toEqual([1000])
    sender.press(request('A'))
    sender.press(request('B'))
    sender.reset()
    expect(sender.get().phase).toBe('unknown')
    expect(posts).toHaveLength(1)
  })

  it.each([
    [
      entry('accepted', 'comms_operation_1'),
      { phase: 'accepted', operationId: 'comms_operation_1', foundLater: true },
    ],
    [entry('refused'), { phase: 'refused' }],
    [entry('not-sent'), { phase: 'not-sent', certain: true }],
    [entry('not-found'), { phase: 'not-sent', why: 'not-found', certain: false, reusesKey: false }],
    [null, { phase: 'not-sent', why: 'never-left', certain: true, reusesKey: true }],
    [entry('sent'), { phase: 'unknown', look: { says: 'sent' }, looks: 1 }],
    [entry('unknown'), { phase: 'unknown', look: { says: 'unknown' } }],
    [
      { ...entry('unknown'), traceable: false },
      { phase: 'unknown', look: { says: 'untraceable' } },
    ],
    [new Error('no answer'), { phase: 'unknown', look: { says: 'no-answer' } }],
  ] as const)('is looked up in the journal: %#', async (answer, state) => {
    const { sender, posts, looks } = setUp()
    sender.press(request('A'))
    posts[0]?.end(failure('network', true))
    await settle()
    sender.findOut()
    sender.findOut()
    expect(looks).toHaveLength(1)
    looks[0]?.(answer)
    await settle()
    expect(sender.get()).toMatchObject(state)
  })

  it('that a reload interrupts is looked up, not repeated', async () => {
    const { sender, stored } = setUp()
    sender.press(request('A'))
    const again = setUp({ stored })
    expect(again.sender.get()).toMatchObject({ phase: 'unknown', attempt: { key: 'key-1' } })
    expect(again.posts).toEqual([])
    again.looks[0]?.(entry('accepted', 'comms_operation_1'))
    await settle()
    expect(again.onAccepted).toHaveBeenCalledOnce()
  })

  it('that the browser forgot, as after a power cut, keeps its key: the proxy forwards it once', async () => {
    const stored = new Map<string, string>()
    setUp({ stored })
    const asBefore = new Map(stored)
    const first = setUp({ stored, tab: 'first' })
    first.sender.press(request('A'))
    first.posts[0]?.end(accepted('comms_operation_1'))
    await settle()
    const again = setUp({ stored: asBefore, tab: 'restored' })
    again.sender.press(request('A'))
    expect(again.posts[0]?.key).toBe(first.posts[0]?.key)
  })

  it('of a copied tab has the key of the original, and a new one once the proxy knows it for something else', async () => {
    const stored = new Map<string, string>()
    const original = setUp({ stored })
    const copy = setUp({ stored: new Map(stored), tab: 'copy' })
    original.sender.press(request('A'))
    copy.sender.press(request('B'))
    const key = original.posts[0]?.key
    expect(copy.posts[0]?.key).toBe(key)
    copy.posts[0]?.end(failure('conflict', false, 409))
    await settle()
    expect(copy.sender.get()).toMatchObject({ phase: 'not-sent', why: 'sent-before' })
    copy.sender.press(request('B'))
    expect(copy.posts[1]?.key).not.toBe(key)
  })

  it('that said "never left" keeps its key although the text was changed, in case it leaves after all', async () => {
    const { sender, posts, looks } = setUp()
    sender.press(request('A'))
    posts[0]?.end(failure('network', true))
    await settle()
    sender.findOut()
    looks[0]?.(null)
    await settle()
    sender.press(request('B'))
    expect(posts.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })

  it.each(['accepted', 'not-found'] as const)(
    'after one that is over (%s) has a new key',
    async (outcome) => {
      const stored = new Map<string, string>()
      const { sender, posts, looks } = setUp({ stored })
      sender.press(request('A'))
      posts[0]?.end(failure('network', true))
      await settle()
      sender.findOut()
      looks[0]?.(entry(outcome, 'comms_operation_1'))
      await settle()
      sender.reset()
      const key = posts[0]?.key
      sender.press(request('A'))
      expect(posts[1]?.key).not.toBe(key)
      const reloaded = setUp({ stored })
      expect(reloaded.sender.get()).toMatchObject({ phase: 'unknown', attempt: { key: posts[1]?.key } })
    },
  )

  it.each(['{', '{"phase":"sending"}', '7', '{"phase":"x","attempt":{"key":"k"}}'])(
    'starts afresh from %s',
    (text) => {
      const { sender } = setUp({ stored: new Map([['switchboard.compose.send', text]]) })
      expect(sender.get()).toBe(IDLE)
    },
  )
})

describe('nextSendState', () => {
  const attempt = { key: 'key-1', people: 1, traceable: true, at: 0 }
  const kinds: ErrorKind[] = [
    'invalid',
    'refused',
    'missing',
    'conflict',
    'rate-limited',
    'unavailable',
    'server',
    'unreadable',
    'network',
    'timeout',
    'aborted',
  ]
  const event: fc.Arbitrary<SendEvent> = fc.oneof(
    fc.constant<SendEvent>({ type: 'press', attempt }),
    fc.constant<SendEvent>({ type: 'offline' }),
    fc.constant<SendEvent>({ type: 'accepted', operationId: null }),
    fc
      .record({ kind: fc.constantFrom(...kinds), mayHaveBeenDone: fc.boolean() })
      .map((fields): SendEvent => ({
        type: 'failed',
        failure: { ...fields, message: '', status: null, retryAt: null, problems: [] },
      })),
    fc
      .constantFrom<JournalEntry['state']>('sent', 'accepted', 'refused', 'not-sent', 'unknown', 'not-found')
      .map((state): SendEvent => ({ type: 'looked', entry: entry(state), at: 0 })),
    fc.constant<SendEvent>({ type: 'looked', entry: null, at: 0 }),
    fc.constant<SendEvent>({ type: 'look-failed', at: 0 }),
    fc.boolean().map((sent): SendEvent => ({ type: 'agent-says', sent })),
    fc.constant<SendEvent>({ type: 'reset' }),
  )

  it('begins a send only from a state in which none can be under way', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: SendState = IDLE
        for (const one of events) {
          const before: SendState = state
          state = nextSendState(state, one)
          if (state.phase === 'sending' && before.phase !== 'sending') {
            expect(['idle', 'refused', 'not-sent']).toContain(before.phase)
            expect(one.type).toBe('press')
          }
          // Only an answer, the journal or the agent's own word ends a doubt.
          if (before.phase === 'unknown' && state.phase !== 'unknown')
            expect(['looked', 'agent-says']).toContain(one.type)
        }
      }),
    )
  })
})
