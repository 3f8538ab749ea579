import { encodeAccepted } from '#/comms/wire'
import { jsonAnswer, refusal, type Answer } from './answers'
import type { JournalEntry, SendState } from './journalEntry'

/** Says in a header where the send stands, for programs that must not guess it from the status. */
export function withState(state: SendState, answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'send-state': state } }
}

/** 503 is the one status of the server's that means "nothing was done" (section 5.2). */
export function held(why: string): Answer {
  return withState('not-sent', refusal(503, `${why} Nothing was sent.`))
}

/** What is said to a repetition, from the journal alone. */
export function answerOf(entry: JournalEntry, version: string): Answer {
  return withState(entry.state, sayingOf(entry, version))
}

function sayingOf(entry: JournalEntry, version: string): Answer {
  const { state, operationId, status, errors, traceable } = entry
  switch (state) {
    case 'accepted': {
      const operationLocation = operationId && `/comms/${version}/Messages/Operations/${operationId}`
      const accepted = { operationId, operationLocation, resourceId: null, resourceLocation: null }
      const { headers } = encodeAccepted(accepted, 'early')
      return jsonAnswer(encodeAccepted(accepted, 'current').body, 202, headers)
    }
    case 'refused': {
      const [first] = errors
      const message = `The API refused this send${first?.code ? ` with error ${first.code}` : ''}. Nothing was sent again.`
      return refusal(status ?? 400, message, {}, { ...first })
    }
    case 'not-found':
      return refusal(404, 'This send was looked for and not found, so it was most likely not done.')
    case 'not-sent':
      return held('No connection to the API could be made.')
    default:
      return refusal(502, traceable ? LOOKING : UNTRACEABLE)
  }
}

const LOOKING =
  'It is not known whether this was sent: the answer was lost. Switchboard is looking for it. Do not send it again before it has an answer.'
const UNTRACEABLE =
  'It is not known whether this was sent: the answer was lost. All ten tags were in use, so Switchboard cannot look for it. Check the list of messages before sending again.'
