import { E164 } from './checkRecipient'
import { checkText } from './checkText'
import { momentOf } from './moments'
import type { Part } from './part'
import { mustBe, named, notValid } from './wording'

/** What each action needs (section 2.1). */
const ACTIONS: Readonly<Record<string, (action: Part) => void>> = {
  openUrlAction: (action) => action.url('url', 'needed'),
  dialAction(action) {
    const number = action.text('phoneNumber', 'needed')
    if (number !== null && !E164.test(number)) action.refuse('phoneNumber', 20422, notValid)
  },
  viewLocationAction: checkPlace,
  createCalendarEventAction: checkEvent,
  shareLocationAction: () => undefined,
}

/** The replies and actions offered below a text, media or a card (section 2.1). */
export function checkSuggestions(owner: Part, limit: number): void {
  const suggestions = owner.list('suggestions')
  if (suggestions === null) return
  if (suggestions.length > limit) {
    owner.refuse(
      'suggestions',
      20422,
      () => `There are ${suggestions.length} suggestions; at most ${limit} are allowed.`,
    )
  }
  for (const suggestion of owner.parts('suggestions', suggestions, 'A suggestion'))
    checkSuggestion(suggestion)
}

function checkSuggestion(suggestion: Part) {
  needOne(suggestion, 'A suggestion', ['reply', 'action'])
  const reply = suggestion.object('reply')
  const action = suggestion.object('action')
  if (reply) checkLabel(reply)
  if (!action) return
  checkLabel(action)
  needOne(action, 'An action', Object.keys(ACTIONS))
  for (const [name, check] of Object.entries(ACTIONS)) {
    const part = action.object(name)
    if (part) check(part)
  }
}

/** The words on the button, and what comes back when it is pressed. */
function checkLabel(part: Part) {
  checkText(part, 'text', 'needed')
  checkText(part, 'postbackData')
}

function checkPlace(action: Part) {
  needOne(action, 'A location', ['latLong', 'query'])
  checkText(action, 'query')
  checkText(action, 'label')
  const point = action.object('latLong')
  for (const name of point ? ['latitude', 'longitude'] : []) {
    if (typeof point?.value(name) !== 'number') point?.refuse(name, 20422, mustBe('a number'))
  }
}

function checkEvent(action: Part) {
  const start = timeOf(action, 'startTime')
  const end = timeOf(action, 'endTime')
  if (start !== null && end !== null && end <= start) {
    action.refuse(
      'endTime',
      20422,
      (_, name) => `The value for the field '${name}' must be later than the start.`,
    )
  }
  checkText(action, 'title', 'needed')
  checkText(action, 'description')
}

function timeOf(action: Part, name: string): number | null {
  const text = action.text(name, 'needed')
  const time = text === null ? null : momentOf(text)
  if (text !== null && time === null) action.refuse(name, 20422, notValid)
  return time
}

/** Complains unless exactly one of these is given. */
function needOne(part: Part, what: string, names: readonly string[]) {
  const given = part.given(names)
  if (given.length === 0) {
    part.complain(20422, `${what} must have one of ${named(names.map((name) => part.name(name)))}.`)
  }
  if (given.length > 1) part.complain(20422, `${what} has more than one form: ${named(given)}.`)
}
