import { CommsError } from '#/comms'
import { SENTENCES, type Sentences } from './errorSentences'

/** What went wrong, in an agent's words. Every text stands alone, so a screen may leave one out. */
export interface ErrorDescription {
  /** What happened, in a few words. */
  title: string
  /** What is known about it. */
  detail: string
  /** What to do. */
  advice: string
  /** Epoch milliseconds before which the API asked not to be called again, or `null`. */
  retryAt: number | null
  /** False when the same request would only fail in the same way. */
  worthRetrying: boolean
  /** Amber where waiting or a setting helps, red where something broke. */
  tone: 'amber' | 'red' | 'neutral'
  /** What somebody who can fix it needs, for a ticket. Holds no credential: the browser never has one. */
  copyText: string
}

interface Circumstances {
  /** Whether the browser believes it has a network. */
  online?: boolean
  /** Epoch milliseconds, for the copied text. */
  now?: number
}

/** Explains anything that was thrown. Never throws itself. */
export function describeError(error: unknown, circumstances: Circumstances = {}): ErrorDescription {
  const online = circumstances.online ?? globalThis.navigator?.onLine ?? true
  const now = circumstances.now ?? Date.now()
  const sentences = error instanceof CommsError ? ofRequest(error, online) : ofProgram(error)
  return {
    ...sentences,
    retryAt: error instanceof CommsError ? error.retryAt : null,
    copyText: copyTextOf(error, sentences, now),
  }
}

function ofRequest(error: CommsError, online: boolean): Sentences {
  const sentences = SENTENCES[error.kind](error, online)
  return error.mayHaveBeenDone ? { ...sentences, ...outcomeUnknown(error) } : sentences
}

/** Section 5.2: there is no idempotency key at the API, so "try again" would be the wrong advice here. */
function outcomeUnknown({ method, path }: CommsError): Partial<Sentences> {
  if (method === 'POST' && /^\/Messages(?:\?|$)/.test(path)) {
    return {
      title: 'It is not known whether this was sent',
      advice:
        'It may have been sent. Do not send it again yet: look for it among the operations and the messages first.',
      worthRetrying: false,
    }
  }
  return {
    title: 'It is not known whether this was saved',
    advice: 'It may have been saved. Reload and look before you do it again.',
    worthRetrying: false,
  }
}

function ofProgram(error: unknown): Sentences {
  const message = messageOf(error)
  if (/dynamically imported module|module script failed|preload css/i.test(message)) {
    return {
      title: 'A part of this page could not be loaded',
      detail: 'The connection failed, or a newer version of Switchboard was installed in the meantime.',
      advice: 'Reload the page.',
      worthRetrying: true,
      tone: 'amber',
    }
  }
  return {
    title: 'Switchboard made a mistake here',
    detail: message === '' ? 'There is no further explanation.' : message,
    advice: 'Try again or go to another page. If it stays, report it with the copied details.',
    worthRetrying: true,
    tone: 'red',
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message
  if (typeof error === 'string') return error
  // React Router throws the answer of a route that does not exist as an object of this form.
  if (typeof error === 'object' && error !== null && 'statusText' in error) {
    return typeof error.statusText === 'string' ? error.statusText : ''
  }
  return ''
}

function copyTextOf(error: unknown, { title, detail }: Sentences, now: number): string {
  const lines = [title, detail, `At: ${new Date(now).toISOString()}`]
  if (error instanceof CommsError) {
    lines.push(`Request: ${error.method} ${error.path}`)
    lines.push(`Answer: ${error.status === null ? 'none' : `status ${error.status}`} (${error.kind})`)
    lines.push(`Message: ${error.message}`)
    for (const { code, message, context } of error.problems) {
      lines.push(`Problem: ${[code, message, context && `at ${context}`].filter(Boolean).join(' ')}`)
    }
    if (error.retryAt !== null) lines.push(`Not again before: ${new Date(error.retryAt).toISOString()}`)
    if (error.problems.length === 0 && error.body !== null) lines.push(`Body: ${excerptOf(error.body)}`)
  } else if (error instanceof Error) {
    lines.push(error.stack ?? `${error.name}: ${error.message}`)
  }
  return lines.join('\n')
}

function excerptOf(body: CommsError['body']): string {
  const text = typeof body === 'string' ? body : jsonOf(body)
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text
}

function jsonOf(body: CommsError['body']): string {
  try {
    return JSON.stringify(body)
  } catch {
    return 'JSON too deep to write out'
  }
}
