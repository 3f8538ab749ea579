import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config'
import { connectionOf } from './connection'
import { temporaryFolder } from './fixtures'

const SID = 'AC0123456789abcdef0123456789abcdef'
const read = (env: Record<string, string>, cwd = temporaryFolder()) => readConfig(env, cwd)

test('with nothing set it is the simulator on loopback', () => {
  const cwd = temporaryFolder()
  expect(read({}, cwd)).toMatchObject({
    mode: 'simulator',
    credentials: null,
    baseUrl: 'https://comms.twilio.com',
    version: 'v1',
    dialect: 'auto',
    host: '127.0.0.1',
    port: 4173,
    stateDir: join(cwd, '.switchboard'),
    accessToken: null,
  })
})

test('an account SID with its token, an API key with its secret, and a key for a named account', () => {
  expect(read({ TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: 't' })).toMatchObject({
    mode: 'account',
    credentials: { user: SID, secret: 't' },
  })
  expect(read({ TWILIO_API_KEY: 'SK1', TWILIO_API_SECRET: 's' })).toMatchObject({
    mode: 'account',
    account: 'SK1',
    credentials: { user: 'SK1', secret: 's' },
  })
  expect(read({ TWILIO_ACCOUNT_SID: SID, TWILIO_API_KEY: 'SK1', TWILIO_API_SECRET: 's' })).toMatchObject({
    mode: 'account',
    account: SID,
    credentials: { user: 'SK1', secret: 's' },
  })
})

test.each([
  [{ TWILIO_ACCOUNT_SID: SID }, 'TWILIO_AUTH_TOKEN is missing'],
  [{ TWILIO_AUTH_TOKEN: 't' }, 'TWILIO_ACCOUNT_SID is missing'],
  [{ TWILIO_API_KEY: 'SK1' }, 'TWILIO_API_SECRET is missing'],
  [{ TWILIO_API_SECRET: 's' }, 'TWILIO_API_KEY is missing'],
  [{ TWILIO_API_KEY: 'SK1', TWILIO_AUTH_TOKEN: 't' }, 'TWILIO_API_SECRET is missing'],
  [
    { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: 't', TWILIO_API_KEY: 'SK1' },
    'TWILIO_API_SECRET is missing',
  ],
  [{ TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: ' ' }, 'TWILIO_AUTH_TOKEN is missing'],
  [{ TWILIO_ACCOUNT_SID: 'a:b', TWILIO_AUTH_TOKEN: 't' }, 'colon'],
  [{ COMMS_BASE_URL: 'comms.twilio.com' }, 'COMMS_BASE_URL'],
  [{ COMMS_BASE_URL: 'http://comms.twilio.com' }, 'https://'],
  [{ COMMS_BASE_URL: 'https://user:pass@comms.twilio.com' }, 'user name or password'],
  [{ COMMS_BASE_URL: 'https://comms.twilio.com?x=1' }, 'query'],
  [{ COMMS_API_VERSION: '../v1' }, 'COMMS_API_VERSION'],
  [{ COMMS_DIALECT: 'french' }, 'COMMS_DIALECT'],
  [{ SIMULATOR_SEED: 'x' }, 'SIMULATOR_SEED'],
])('%j is told and never taken for the simulator', (env, sentence) => {
  const config = read(env)
  expect([config.mode, config.credentials]).toEqual(['misconfigured', null])
  expect(config.problem).toContain(sentence)
})

test.each([
  ['https://user:hidden-word@comms.twilio.com'],
  ['https://comms.twilio.com?token=hidden-word'],
  ['https://comms.twilio.com/#hidden-word'],
  ['user:hidden-word@comms.twilio.com'],
  ['http://hidden-word@gateway.example'],
])('what is wrong with %s is said without repeating it', (address) => {
  const config = read({ COMMS_BASE_URL: address })
  expect(config.mode).toBe('misconfigured')
  expect(JSON.stringify(connectionOf(config, null))).not.toContain('hidden-word')
})

test.each([
  [{ HOST: '0.0.0.0' }, 'SWITCHBOARD_ACCESS_TOKEN'],
  [{ SWITCHBOARD_ACCESS_TOKEN: 'fifteen-letters' }, '16 characters'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: 'http' }, 'PORT'],
  [{ VITE_TWILIO_AUTH_TOKEN: 'x' }, 'VITE_TWILIO_AUTH_TOKEN'],
  [
    { VITE_ANYTHING: 'a-secret-token', TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: 'a-secret-token' },
    'VITE_ANYTHING',
  ],
])('%j stops the start', (env, sentence) => {
  expect(() => read(env)).toThrow(ConfigError)
  expect(() => read(env)).toThrow(sentence)
})

test('a harmless VITE_ variable is left alone', () => {
  expect(read({ VITE_APP_TITLE: 'Support' }).mode).toBe('simulator')
})

test('what the environment leaves out comes from .env.local', () => {
  const cwd = temporaryFolder()
  writeFileSync(
    join(cwd, '.env.local'),
    `# the desk's account\nTWILIO_ACCOUNT_SID=${SID}\nTWILIO_AUTH_TOKEN="with # in it"\nPORT=5000\n`,
  )
  expect(read({ PORT: '6000' }, cwd)).toMatchObject({
    mode: 'account',
    port: 6000,
    credentials: { user: SID, secret: 'with # in it' },
  })
})

test('the connection masks the account, also a short one', () => {
  const account = (sid: string) =>
    connectionOf(read({ TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: 'token' }), null).account
  expect(account(SID)).toBe('AC…cdef')
  expect(account('ACshort')).toBe('…')
})
