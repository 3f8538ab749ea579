import { expect, test } from 'vitest'
import { classifyTarget } from './target'

test.each([
  ['/comms/v1/Messages'],
  ['/comms/v1/Messages?tags=a%3Ab%3B&x=/../'],
  ['/connection'],
  ['/journal'],
  ['/journal/key-1.~_x'],
  ['/healthz'],
  ['/simulator'],
  ['/session?next=%2Foperations'],
])('%s is the proxy’s', (target) => expect(classifyTarget(target)).toBe('proxy'))

test.each([
  ['/'],
  ['/operations'],
  ['/messages/comms_message_1'],
  ['/communications'],
  ['/assets/main-abc.js'],
  ['/@id/__x00__virtual'],
  ['/node_modules/.vite/deps/react.js?v=1'],
  ['/src/proxy/x.ts'],
  ['/a%20b'],
])('%s is the app’s', (target) => expect(classifyTarget(target)).toBe('app'))

test.each([
  ['http://evil.example/comms/v1/Messages'],
  ['https://comms.twilio.com/v1/Messages'],
  ['//comms/v1/Messages'],
  ['/\\comms/v1/Messages'],
  ['/comms//v1/Messages'],
  ['/comms/v1/Messages/'],
  ['/comms/v1/../v1/Messages'],
  ['/comms/v1/./Messages'],
  ['/comms/v1/%4dessages'],
  ['/comms/v1/..%2fMessages'],
  ['/comms/v1/Messages%00'],
  ['/comms/v1/Messages;a=b'],
  ['/comms/v1/Messages#x'],
  ['/x/../comms/v1/Messages'],
  ['/x/%2e%2e/comms/v1/Messages'],
  ['/x/..%2fcomms/v1/Messages'],
  ['/x/..%5ccomms/v1/Messages'],
  ['/%63omms/v1/Messages'],
  ['/COMMS/v1/Messages'],
  ['/./comms/v1/Messages'],
  ['/x//../../comms/v1/Messages'],
  ['/%'],
  ['/%ff'],
  ['*'],
  [''],
  ['comms/v1/Messages'],
  ['evil.example:443'],
])('%s is refused', (target) => expect(classifyTarget(target)).toBe('refused'))
