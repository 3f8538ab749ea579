import { parseId, TAG_LIMITS, tagProblem, type SendFrom, type TagProblem } from '#/comms'
import { titleOfKind } from '#/related/kinds'
import type { Draft, DraftFrom, Reach } from '../draft/draft'
import { clean } from '../reading/characters'
import { MOST_RECIPIENTS } from '../reading/list'
import { counted } from '../words'
import type { FieldName } from './fieldOf'

/** Something to say about a draft before it is sent. */
export interface Finding {
  field: FieldName
  text: string
  /** `missing`: not there yet. `wrong`: would fail. Neither can be sent. `warning`: can be, but should be known. */
  weight: 'missing' | 'wrong' | 'warning'
}

/** How many of what, from the checked list. */
export interface Counts {
  people: number
  look: number
  /** Tables of which it is not said which column is the number. */
  questions: number
}

/** The classic limit of a text (error 21617); none is published for this API (section 8, point 10). */
export const LONG_TEXT = 1600

/** Everything that stands in the way of a draft, or that its writer should know. Field by field, top to bottom. */
export function findingsOf(draft: Draft, counts: Counts): Finding[] {
  return [
    ...ofRecipients(counts),
    ...ofText(draft.text),
    ...ofFrom(draft.from, draft.reach),
    ...ofTags(draft.tags),
  ]
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ weight }) => weight !== 'warning')
}

function ofRecipients({ people: count, look, questions }: Counts): Finding[] {
  const found: Finding[] = []
  if (questions > 0) {
    const text =
      questions === 1
        ? 'Say which column of the table is the phone number.'
        : `Say which column is the phone number, in ${counted(questions, 'table', 'tables')}.`
    found.push({ field: 'to', text, weight: 'wrong' })
  }
  if (look > 0) {
    const text = `${counted(look, 'number needs', 'numbers need')} a look: correct or remove ${look === 1 ? 'it' : 'them'}.`
    found.push({ field: 'to', text, weight: 'wrong' })
  }
  if (count > MOST_RECIPIENTS) {
    const over = count - MOST_RECIPIENTS
    const text = `One send reaches up to ${counted(MOST_RECIPIENTS, 'person', 'people')}. Remove ${counted(over, 'number', 'numbers')} or split the list into several sends.`
    found.push({ field: 'to', text, weight: 'wrong' })
  }
  if (count === 0 && look === 0 && questions === 0)
    found.push({ field: 'to', text: 'Say who gets the message.', weight: 'missing' })
  return found
}

function ofText(text: string): Finding[] {
  if (text.trim() === '') return [{ field: 'text', text: 'Write the message.', weight: 'missing' }]
  const found: Finding[] = []
  if (text.length > LONG_TEXT) {
    const long = `The text has ${text.length.toLocaleString('en')} characters. Texts over ${LONG_TEXT.toLocaleString('en')} may be refused.`
    found.push({ field: 'text', text: long, weight: 'warning' })
  }
  if (/\{\{|\{%/.test(text)) {
    // Section 2.1: any text is a Liquid template, and a variable without a default is reported to be refused.
    const liquid =
      'The API reads {{ }} and {% %} as placeholders. They are not filled in here, so they may vanish or be refused.'
    found.push({ field: 'text', text: liquid, weight: 'warning' })
  }
  return found
}

function ofFrom(from: DraftFrom, reach: Reach): Finding[] {
  const problem = fromProblem(from, reach)
  return problem === null ? [] : [{ field: 'from', ...problem }]
}

function fromProblem(from: DraftFrom, reach: Reach): Pick<Finding, 'text' | 'weight'> | null {
  if (from.kind === 'any') return null
  if (from.kind === 'id') return idProblem(from.id)
  if (from.channel === 'WHATSAPP' && reach === 'PHONE') {
    return {
      text: 'A WhatsApp sender reaches nobody by phone number. Reach people by WhatsApp, or take an SMS or RCS sender.',
      weight: 'wrong',
    }
  }
  if (from.channel !== 'WHATSAPP' && reach === 'WHATSAPP') {
    return {
      text: `An ${from.channel} sender reaches nobody on WhatsApp. Reach people by phone, or take a WhatsApp sender.`,
      weight: 'wrong',
    }
  }
  const address = addressOf(from)
  if (address === '') return { text: 'Write the address that the message comes from.', weight: 'missing' }
  if (from.channel === 'WHATSAPP' && !/^\+\d{7,15}$/.test(address)) {
    return { text: 'A WhatsApp sender is a phone number that starts with +.', weight: 'wrong' }
  }
  if (from.channel === 'SMS' && !/^(?:\+\d{7,15}|\d{3,8}|(?=.*[a-z])[a-z0-9 _&+-]{1,11})$/i.test(address)) {
    return {
      text: 'An SMS sender is a phone number that starts with +, a short code, or a name of up to 11 letters.',
      weight: 'wrong',
    }
  }
  return null
}

function idProblem(text: string): Pick<Finding, 'text' | 'weight'> | null {
  const id = text.trim()
  if (id === '') return { text: 'Paste the id of a sender or of a sender pool.', weight: 'missing' }
  const kind = parseId(id)?.kind
  if (kind === 'sender' || kind === 'senderpool') return null
  if (/^MG[0-9a-f]{32}$/i.test(id)) {
    return {
      text: 'This is a Messaging Service. This API does not send from one: take a sender pool.',
      weight: 'wrong',
    }
  }
  const what = kind ? `This is another kind of id (${titleOfKind(kind)}).` : 'This is not an id.'
  return {
    text: `${what} A sender starts with comms_sender_, a pool with comms_senderpool_.`,
    weight: 'wrong',
  }
}

const TAG_WORDS: Record<TagProblem, string> = {
  'empty-key': 'has no name',
  'empty-value': 'has no value',
  'long-key': `has a name of more than ${TAG_LIMITS.keyLength} characters`,
  'long-value': `has a value of more than ${TAG_LIMITS.valueLength} characters`,
  'key-charset': 'has a name with other characters than letters, digits and . _ ~ -',
  'value-charset': 'has a value with other characters than letters, digits and . _ ~ -',
}

function ofTags(tags: Draft['tags']): Finding[] {
  const found: Finding[] = []
  const keys = new Set<string>()
  const filled = tags.filter(({ key, value }) => key !== '' || value !== '')
  for (const { key, value } of filled) {
    const problem = tagProblem(key, value)
    if (problem !== null)
      found.push({ field: 'tags', text: `Tag “${key || value}” ${TAG_WORDS[problem]}.`, weight: 'wrong' })
    else if (keys.has(key))
      found.push({ field: 'tags', text: `Tag “${key}” is there twice.`, weight: 'wrong' })
    keys.add(key)
  }
  if (filled.length > TAG_LIMITS.pairs) {
    found.push({ field: 'tags', text: `A message has up to ${TAG_LIMITS.pairs} tags.`, weight: 'wrong' })
  } else if (filled.length === TAG_LIMITS.pairs) {
    const text =
      'All ten tags are taken, so Switchboard cannot add its own. If the answer gets lost on the way, it cannot find out whether the message was sent.'
    found.push({ field: 'tags', text, weight: 'warning' })
  }
  return found
}

/** The sender's address as the API takes it. */
export function addressOf({ address, channel }: Pick<DraftFrom, 'address' | 'channel'>): string {
  const cleaned = clean(address).text.trim()
  return channel !== 'RCS' && /^[+\d\s().\-/]+$/.test(cleaned) ? cleaned.replaceAll(/[^+\d]/g, '') : cleaned
}

/** What the request names as sender. `null` leaves the choice to Twilio. */
export function senderOf(from: DraftFrom): SendFrom | null {
  if (from.kind === 'any') return null
  if (from.kind === 'address') return { address: addressOf(from), channel: from.channel }
  const id = from.id.trim()
  return parseId(id)?.kind === 'senderpool' ? { senderPoolId: id } : { senderId: id }
}

/** Who the message comes from, to follow "from". */
export function describeFrom(from: DraftFrom): string {
  if (from.kind === 'any') return 'a sender that Twilio chooses'
  if (from.kind === 'address')
    return `${addressOf(from) || 'no address yet'} (${from.channel === 'WHATSAPP' ? 'WhatsApp' : from.channel})`
  return from.id.trim() || 'no id yet'
}
