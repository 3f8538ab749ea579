import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
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

test('a send is forwarded once, marked with its key, and journalled without number or text', async () => {
  const api = await startApi()
  api.answer = accepting
  const state = temporaryFolder()
  const server = await startSwitchboard(api, { state })
  const first = await send(server, 'key-00000001', { ...MESSAGE, tags: { desk: '4' } })
  expect(first.status).toBe(202)
  expect(first.json()).toEqual({ operationId: OPERATION })
  expect(first.headers['send-state']).toBe('accepted')
  expect(api.seen).toHaveLength(1)
  expect(JSON.parse(api.seen[0]?.body ?? '')).toEqual({
    ...MESSAGE,
    tags: { desk: '4', 'send-key': 'key-00000001' },
  })

  const entry = (await ask(server, '/journal/key-00000001')).json()
  expect(entry).toMatchObject({
    state: 'accepted',
    operationId: OPERATION,
    recipients: 1,
    tags: { desk: '4' },
    status: 202,
  })
  const file = readFileSync(join(state, 'sends.jsonl'), 'utf8')
  expect(file).not.toContain('2065551337')
  expect(file).not.toContain('What day')
})
