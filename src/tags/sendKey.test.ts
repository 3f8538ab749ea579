import { expect, it } from 'vitest'
import { ownTags } from './sendKey'

it('leaves out the tag that the proxy adds, and nothing else', () => {
  expect(ownTags({ desk: '4', 'send-key': '995c2526', 'send-keys': 'x' })).toEqual({
    desk: '4',
    'send-keys': 'x',
  })
})
