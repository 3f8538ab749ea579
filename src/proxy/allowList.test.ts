import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchRoute } from './allowList'

const VERSIONS = new Set(['v1', 'preview'])
const MESSAGE = 'comms_message_01k4vge32ce3ar18sy56svjjpb'

test.each([
  ['POST', '/Messages', 'send'],
  ['GET', '/Messages', 'read'],
  ['GET', `/Messages/${MESSAGE}`, 'read'],
  ['PATCH', `/Messages/${MESSAGE}`, 'write'],
  ['GET', `/Messages/${MESSAGE}/Receipts`, 'read'],
  ['GET', '/Messages/Operations', 'read'],
  ['GET', '/Messages/Operations/comms_operation_0', 'read'],
  ['GET', '/Messages/Operations/comms_operation_0/Errors', 'read'],
  ['POST', '/Messages/Operations/comms_operation_0/Cancel', 'write'],
  ['GET', '/Messages/Seek/SM0123456789abcdef0123456789abcdef', 'read'],
  ['GET', '/Senders', 'read'],
  ['POST', '/Senders/Search', 'query'],
  ['POST', '/Senders/Resolve', 'query'],
  ['PATCH', '/SenderPools/comms_senderpool_0', 'write'],
  ['GET', '/SenderPools/comms_senderpool_0/Senders', 'read'],
  ['GET', '/SenderPools/Operations/comms_operation_0', 'read'],
  ['GET', '/Emails', 'read'],
])('%s %s passes as %s, in every version', (method, path, kind) => {
  for (const version of VERSIONS) {
    const match = matchRoute(method, `/comms/${version}${path}`, VERSIONS)
    expect([match?.route.kind, match?.path]).toEqual([kind, `/${version}${path}`])
  }
})

test.each([
  ['POST', '/comms/v1/Emails'],
  ['DELETE', `/comms/v1/Messages/${MESSAGE}`],
  ['PUT', '/comms/v1/Messages'],
  ['HEAD', '/comms/v1/Messages'],
  ['GET', '/comms/v2/Messages'],
  ['GET', '/comms/V1/Messages'],
  ['GET', '/comms/v1'],
  ['GET', '/comms/v1/'],
  ['GET', '/comms/v1/messages'],
  ['GET', '/comms/v1/Messages/'],
  ['GET', '/comms/v1//Messages'],
  ['GET', '/comms/v1/Messages/a/b'],
  ['GET', '/comms/v1/Messages/..'],
  ['GET', '/comms/v1/Messages/%2e%2e'],
  ['GET', '/comms/v1/Messages/Search'],
  ['PATCH', '/comms/v1/Messages/Operations'],
  ['GET', `/comms/v1/Messages/${'a'.repeat(81)}`],
  ['POST', '/comms/v1/SenderPools'],
  ['GET', '/comms/v1/PushNotifications'],
  ['GET', '/comms/v1/Accounts'],
  ['GET', '/v1/Messages'],
  ['GET', '/xcomms/v1/Messages'],
])('%s %s does not pass', (method, path) => {
  expect(matchRoute(method, path, VERSIONS)).toBeNull()
})

test('what passes is never more than a version, fixed words and ids', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'v1',
      'v2',
      'preview',
      'Messages',
      'Operations',
      'Senders',
      'Errors',
      '..',
      '.',
      '',
      '%2e%2e',
      '%00',
      '\\',
    ),
    fc.string({ maxLength: 12 }),
  )
  const method = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'get', '')
  fc.assert(
    fc.property(method, fc.array(piece, { maxLength: 6 }), (verb, pieces) => {
      const match = matchRoute(verb, `/comms/${pieces.join('/')}`, VERSIONS)
      if (match) expect(match.path).toMatch(/^\/(?:v1|preview)(?:\/[A-Za-z0-9_-]{1,80}){1,4}$/)
    }),
    { numRuns: 2000 },
  )
})
