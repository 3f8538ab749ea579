import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import {
  accepting,
  ask,
  json,
  MESSAGE,
  OPERATION,
  send,
  startApi,
  startSwitchboard,
  temporaryFolder,
} from './fixtures'
import { JournalUnwritable, openJournal, type JournalStore } from './journal'
import type { JournalEntry, JournalLine } from './journalEntry'
import { createJournalFile } from './journalFile'

const entry = (key: string, changes: Partial<JournalEntry> = {}): JournalEntry => ({
  key,
  state: 'sent',
  at: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  by: 'Ana',
  account: 'AC…cdef',
  recipients: 1,
  tags: {},
  fingerprint: 'f',
  traceable: true,
  operationId: null,
  status: null,
  errors: [],
  ...changes,
})
const file = (dir: string) => join(dir, 'sends.jsonl')
async function open(dir: string) {
  const journal = await openJournal(createJournalFile(dir), () => 0)
  onTestFinished(() => journal.close())
  return journal
}

test('what was written is there after a restart', async () => {
  const dir = temporaryFolder()
  const journal = await open(dir)
  expect(await journal.begin(entry('a'))).toBe(true)
  expect(await journal.begin(entry('b'))).toBe(true)
  await journal.settle('a', { state: 'accepted', operationId: OPERATION, status: 202 })
  await journal.close()
  const again = await open(dir)
  expect(again.entries().map(({ key, state, operationId }) => [key, state, operationId])).toEqual([
    ['a', 'accepted', OPERATION],
    ['b', 'sent', null],
  ])
})

test('the line is on disk before begin says so', async () => {
  const dir = temporaryFolder()
  const journal = await open(dir)
  await journal.begin(entry('a'))
  expect(readFileSync(file(dir), 'utf8')).toContain('"key":"a"')
})

test('a key is taken once, also between two processes on one file', async () => {
  const dir = temporaryFolder()
  const journals = await Promise.all([open(dir), open(dir), open(dir)])
  const begun = await Promise.all(
    journals.flatMap((journal) => [journal.begin(entry('a')), journal.begin(entry('a'))]),
  )
  expect(begun.filter(Boolean)).toHaveLength(1)
  expect(await journals[0].begin(entry('b'))).toBe(true)
  expect(await journals[1].begin(entry('b'))).toBe(false)
})

test('an acceptance stands against any later doubt', async () => {
  const journal = await open(temporaryFolder())
  await journal.begin(entry('a'))
  await journal.settle('a', { state: 'accepted', operationId: OPERATION })
  await journal.settle('a', { state: 'not-found' })
  expect(journal.find('a')).toMatchObject({ state: 'accepted', operationId: OPERATION })
})

test('a key with which nothing had left can be taken again', async () => {
  const journal = await open(temporaryFolder())
  await journal.begin(entry('a'))
  await journal.settle('a', { state: 'not-sent' })
  expect(await journal.begin(entry('a', { at: '2026-02-02T00:00:00.000Z' }))).toBe(true)
  expect(journal.find('a')).toMatchObject({ state: 'sent', at: '2026-02-02T00:00:00.000Z' })
})

test('wherever a crash cuts the file, the whole lines stand, the rest is set aside, and writing goes on', async () => {
  const whole = temporaryFolder()
  const journal = await open(whole)
  for (const key of ['a', 'b', 'ü']) await journal.begin(entry(key, { by: 'Zoë' }))
  await journal.close()
  const bytes = readFileSync(file(whole))
  const cut = fc.integer({ min: 0, max: bytes.length })
  await fc.assert(
    fc.asyncProperty(cut, async (length) => {
      const dir = temporaryFolder()
      writeFileSync(file(dir), bytes.subarray(0, length))
      const lines = bytes.subarray(0, length).toString('latin1').split('\n').length - 1
      const torn = await open(dir)
      expect(torn.entries()).toHaveLength(lines)
      const atEnd = length === 0 || bytes[length - 1] === 10
      expect(torn.health().setAside).toBe(atEnd ? 0 : 1)
      expect(await torn.begin(entry('new'))).toBe(true)
      await torn.close()
      const again = await open(dir)
      expect(again.entries().map(({ key }) => key)).toEqual([...['a', 'b', 'ü'].slice(0, lines), 'new'])
      expect(again.health().setAside).toBe(0)
      await again.close()
      // What looks cut may be what another process is just writing, so that nothing may be taken away.
      expect(readFileSync(file(dir)).subarray(0, length)).toEqual(bytes.subarray(0, length))
    }),
    { numRuns: 60 },
  )
})

test('what another process writes is known after the next look', async () => {
  const dir = temporaryFolder()
  const [one, other] = await Promise.all([open(dir), open(dir)])
  await one.begin(entry('a'))
  await one.settle('a', { state: 'refused', status: 400 })
  expect(other.find('a')).toBeNull()
  await other.refresh()
  expect(other.find('a')).toMatchObject({ state: 'refused', status: 400 })
})

test('a process that starts while another one is sending puts no doubt on the answer', async () => {
  const dir = temporaryFolder()
  const sending = await open(dir)
  await sending.begin(entry('a'))
  const starting = await open(dir)
  await sending.settle('a', { state: 'refused', status: 400 })
  await starting.settle('a', { state: 'unknown' })
  await starting.settle('a', { state: 'not-found' })
  const again = await open(dir)
  for (const journal of [starting, again]) expect(journal.find('a')).toMatchObject({ state: 'refused' })
})

test('what is found out of an earlier try says nothing of a later one with the same key', async () => {
  const dir = temporaryFolder()
  const first = await open(dir)
  await first.begin(entry('a'))
  const second = await open(dir)
  await first.settle('a', { state: 'not-sent' })
  await first.begin(entry('a'))
  await second.settle('a', { state: 'not-sent' })
  await first.refresh()
  expect(first.find('a')?.state).toBe('sent')
  expect(await second.begin(entry('a'))).toBe(false)
})

/** A store whose disk can be full, before or after a line has reached it. */
function memoryStore(): JournalStore & { lines: JournalLine[]; full: 'no' | 'before' | 'after' } {
  let seen = 0
  const news = () => store.lines.slice(seen, (seen = store.lines.length))
  const store: ReturnType<typeof memoryStore> = {
    lines: [],
    full: 'no',
    read: () => Promise.resolve(news()),
    append(line) {
      if (store.full !== 'before') store.lines.push(line)
      return store.full === 'no' ? Promise.resolve(news()) : Promise.reject(new Error('ENOSPC'))
    },
    setAside: () => 0,
    close: () => Promise.resolve(),
  }
  return store
}

test.each(['before', 'after'] as const)(
  'a send held back by a full disk (%s the line was there) never looks as if it were under way',
  async (full) => {
    const store = memoryStore()
    const journal = await openJournal(store, () => 0)
    store.full = full
    await expect(journal.begin(entry('a'))).rejects.toThrow(JournalUnwritable)
    store.full = 'no'
    expect(await journal.begin(entry('b'))).toBe(true)
    const again = await openJournal({ ...store, read: () => Promise.resolve(store.lines) }, () => 0)
    for (const one of [journal, again]) expect(one.find('a')?.state ?? 'not-sent').toBe('not-sent')
    expect(await journal.begin(entry('a'))).toBe(true)
  },
)

test('an outcome that a full disk refused is written once there is room', async () => {
  const store = memoryStore()
  const journal = await openJournal(store, () => 0)
  await journal.begin(entry('a'))
  store.full = 'before'
  await journal.settle('a', { state: 'accepted', operationId: OPERATION })
  expect(journal.find('a')?.state).toBe('accepted')
  store.full = 'no'
  await journal.close()
  const again = await openJournal({ ...store, read: () => Promise.resolve(store.lines) }, () => 0)
  expect(again.find('a')).toMatchObject({ state: 'accepted', operationId: OPERATION })
})

test.each([
  ['cut short', (path: string) => truncateSync(path, 10)],
  ['removed', (path: string) => rmSync(path)],
])('when the file is %s from outside, nothing is sent', async (_, harm) => {
  const dir = temporaryFolder()
  const journal = await open(dir)
  await journal.begin(entry('a'))
  harm(file(dir))
  await expect(journal.begin(entry('b'))).rejects.toThrow('restart Switchboard')
})

test('whatever else stands in the file is counted and stepped over', async () => {
  const dir = temporaryFolder()
  const journal = await open(dir)
  await journal.begin(entry('a'))
  await journal.close()
  appendFileSync(
    file(dir),
    '{"type":"sent"}\nnull\n\n\0\0\n{"type":"outcome","key":"nobody","at":"","outcome":{"state":"accepted"}}\n',
  )
  const again = await open(dir)
  expect(again.entries()).toHaveLength(1)
  expect(again.health().setAside).toBe(3)
})

test('after a crash the sends without outcome are looked up, at once and without being asked', async () => {
  const api = await startApi()
  api.answer = (_, response) => {
    const tags = { 'send-key': 'key-00000001' }
    json(response, 200, { messages: [{ id: 'm', tags, related: [{ id: OPERATION, name: 'OPERATION' }] }] })
  }
  const state = temporaryFolder()
  const crashed = await open(state)
  await crashed.begin(entry('key-00000001', { at: new Date().toISOString() }))
  await crashed.begin(entry('key-00000002', { account: 'simulator' }))
  appendFileSync(file(state), '{"type":"sent","id":"cut of')
  await crashed.close()

  const server = await startSwitchboard(api, { state })
  await expect.poll(async () => (await ask(server, '/journal/key-00000001')).json().state).toBe('accepted')
  expect((await ask(server, '/journal/key-00000002')).json().state).toBe('sent')
  expect(api.seen.map(({ method }) => method)).toEqual(['GET'])
  expect((await ask(server, '/healthz')).json().setAside).toBe(1)
  expect((await ask(server, '/journal')).json()).toMatchObject({
    setAside: 1,
    entries: [{ key: 'key-00000001' }],
  })
})

test('a send of more than seven days ago stays unknown, since the API has forgotten it', async () => {
  const api = await startApi()
  const state = temporaryFolder()
  const crashed = await open(state)
  await crashed.begin(entry('key-00000001', { at: new Date(Date.now() - 8 * 86_400_000).toISOString() }))
  await crashed.close()
  const server = await startSwitchboard(api, { state })
  expect((await ask(server, '/journal/key-00000001')).json().state).toBe('unknown')
  expect(api.seen).toEqual([])
})

test('the journal is paged newest first, and new sends do not move what comes next', async () => {
  const api = await startApi()
  api.answer = accepting
  const server = await startSwitchboard(api)
  const sendSome = async (numbers: number[]) => {
    for (const number of numbers) await send(server, `key-0000000${number}`, MESSAGE)
  }
  const page = async (query: string) => {
    const { entries, pagination } = (await ask(server, `/journal?${query}`)).json()
    return { keys: entries.map(({ key }: JournalEntry) => key.slice(-1)).join(''), next: pagination.next }
  }
  await sendSome([1, 2, 3, 4, 5])
  const first = await page('pageSize=2')
  expect(first.keys).toBe('54')
  await sendSome([6])
  const second = await page(`pageSize=2&pageToken=${first.next}`)
  expect(second.keys).toBe('32')
  expect(await page(`pageSize=2&pageToken=${second.next}`)).toEqual({ keys: '1', next: null })
  expect((await page('')).keys).toBe('654321')
  expect((await ask(server, '/journal?pageToken=nothing')).status).toBe(400)
  expect((await ask(server, '/journal/key-unknown')).status).toBe(404)
})

test('the journal and its folder are this user’s only', async () => {
  const dir = join(temporaryFolder(), 'made', 'here')
  mkdirSync(join(dir, '..'))
  await open(dir)
  expect(statSync(file(dir)).mode & 0o077).toBe(0)
})
