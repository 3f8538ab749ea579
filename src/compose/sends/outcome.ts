import type { Tone } from '#/ui/tone'
import type { JournalEntry } from '../send/journal'

interface Outcome {
  word: string
  tone: Tone
  /** What is being done, or what it means. */
  sentence: string
}

/** What became of a send, in words. */
export function outcomeOf({ state, operationId, traceable, status }: JournalEntry): Outcome {
  switch (state) {
    case 'sent':
      return { word: 'On its way', tone: 'blue', sentence: 'The API has not answered yet.' }
    case 'accepted':
      return operationId === null
        ? {
            word: 'Accepted',
            tone: 'green',
            sentence: 'The API gave no id to follow it by. Do not send it again.',
          }
        : { word: 'Accepted', tone: 'green', sentence: '' }
    case 'refused':
      return {
        word: 'Refused',
        tone: 'red',
        sentence: `Nobody got a message${status === null ? '' : ` (status ${status})`}.`,
      }
    case 'not-sent':
      return { word: 'Not sent', tone: 'neutral', sentence: 'The API could not be reached, so nothing left.' }
    case 'not-found':
      return {
        word: 'Not found',
        tone: 'amber',
        sentence:
          'The answer was lost. No message of it was there after ten minutes, so it was most likely not sent.',
      }
    default:
      return {
        word: 'Not known',
        tone: 'amber',
        sentence: traceable
          ? 'The answer was lost. Switchboard looks for its messages. Do not send it again.'
          : 'The answer was lost, and all ten tags were taken, so Switchboard cannot look for it. Look at the messages before you send it again.',
      }
  }
}
