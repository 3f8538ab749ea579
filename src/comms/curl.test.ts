import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curlOf } from './curl'

describe('a request as cURL', () => {
  it('names the credential by variable', () => {
    const command = curlOf({ method: 'GET', url: 'https://comms.twilio.com/v1/Messages' })
    expect(command).toContain('"$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"')
  })

  it('survives a shell, whatever the text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(`it's`, '$(date)', '`date`', 'a\nb', '"\\', '!!'),
    )
    fc.assert(
      fc.property(
        hostile.filter((text) => !text.includes('\0')),
        (text) => {
          const command = curlOf({ method: 'POST', url: 'https://x/y', body: { text } })
          const shown = execFileSync('sh', ['-c', command.replace(/^curl/, `printf '%s\\n'`)], {
            encoding: 'utf8',
          })
          expect(shown).toContain(JSON.stringify({ text }))
        },
      ),
      { numRuns: 25 },
    )
  })
})
