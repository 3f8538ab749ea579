import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommsError, type ErrorKind } from '#/comms'
import { describeError } from './describeError'

const KINDS: ErrorKind[] = [
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
const read = (kind: ErrorKind, status: number | null = null, path = '/Messages') =>
  new CommsError({ kind, status, message: 'What the API said.', method: 'GET', path })
const words = (error: unknown) => {
  const { title, detail, advice } = describeError(error)
  return [title, detail, advice].join(' ')
}

describe('describeError', () => {
  it('has a title, a detail and an advice for every kind', () => {
    for (const kind of KINDS) {
      const { title, detail, advice } = describeError(read(kind))
      expect(title, kind).not.toMatch(/^$|\.$/)
      expect(detail, kind).toMatch(/\.$/)
      expect(advice, kind).toMatch(/\.$/)
    }
  })

  it('says which credentials are refused and where they are set', () => {
    for (const status of [401, 403]) {
      expect(words(read('refused', status))).toMatch(
        /TWILIO_ACCOUNT_SID.*TWILIO_AUTH_TOKEN.*TWILIO_API_KEY.*TWILIO_API_SECRET.*\.env\.local.*restart/,
      )
    }
    expect(words(read('refused', 401, '/connection'))).toMatch(/access token/)
  })

  it('says that records are kept for 7 days', () => {
    expect(words(read('missing', 404, '/Messages/comms_message_x'))).toMatch(/no message.*7 days/)
    expect(words(read('missing', 404, '/Messages/Operations/comms_operation_x'))).toMatch(
      /no operation.*7 days/,
    )
    // A list that does not exist is no record that expired.
    expect(words(read('missing', 404, '/Messages/Operations'))).not.toMatch(/7 days/)
  })

  it('keeps what the API says apart, one sentence after another', () => {
    const problem = (message: string) => ({ code: null, message, infoUrl: null, context: null })
    const error = new CommsError({
      kind: 'invalid',
      status: 400,
      message: '',
      method: 'POST',
      path: '/Messages',
      problems: ['The text is empty', 'Is the number right?', 'The sender is unknown.'].map(problem),
    })
    expect(describeError(error).detail).toBe('The text is empty. Is the number right? The sender is unknown.')
  })

  it('says until when to wait', () => {
    const error = new CommsError({
      kind: 'rate-limited',
      status: 429,
      message: '',
      method: 'GET',
      path: '/Messages',
      retryAt: 1_800_000_000_000,
    })
    expect(describeError(error)).toMatchObject({ retryAt: 1_800_000_000_000, worthRetrying: true })
    expect(words(error)).toMatch(/not carried out/)
  })

  it('never advises to repeat what may have been sent', () => {
    for (const kind of ['network', 'timeout', 'server', 'unreadable'] as const) {
      const error = new CommsError({
        kind,
        message: '',
        method: 'POST',
        path: '/Messages',
        mayHaveBeenDone: true,
      })
      expect(describeError(error).worthRetrying).toBe(false)
      expect(words(error)).toMatch(/may have been sent/)
      expect(describeError(error).advice).not.toMatch(/try again/i)
    }
  })

  it('tells offline from a server that does not answer', () => {
    expect(describeError(read('network'), { online: false }).title).toBe('You are offline')
    expect(describeError(read('network'), { online: true }).title).toBe('No answer arrived')
  })

  it('repeats every problem the API named, each once', () => {
    const problem = { code: 21211, infoUrl: null, context: '$.to[0].address' }
    const error = new CommsError({
      kind: 'invalid',
      status: 400,
      message: '',
      method: 'POST',
      path: '/Messages',
      problems: [
        { ...problem, message: 'First.' },
        { ...problem, message: 'Second.' },
        { ...problem, message: 'First.' },
      ],
    })
    expect(describeError(error).detail).toBe('First. Second.')
    expect(describeError(error).copyText).toMatch(
      /POST \/Messages[\s\S]*status 400[\s\S]*21211 First\. at \$\.to\[0\]/,
    )
  })

  it('says of a part that could not be loaded to reload', () => {
    const error = new TypeError('Failed to fetch dynamically imported module: http://localhost/x.js')
    expect(describeError(error).advice).toMatch(/Reload/)
  })

  it('has words for a body too deep to be written out', () => {
    const body = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    const error = new CommsError({ kind: 'unreadable', message: 'm', method: 'GET', path: '/', body })
    expect(describeError(error).copyText).toContain('Body: JSON too deep to write out')
  })

  it('has an answer for anything that can be thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        const { title, detail, advice, copyText } = describeError(thrown)
        for (const text of [title, detail, advice, copyText]) expect(text).not.toBe('')
      }),
    )
  })
})
