import { cardsOf, plain, type Property } from './vcardLines'

export { isVCard } from './vcardLines'

/** Plain words for the properties that people meet. Others keep their own name. */
const LABELS: Readonly<Record<string, string>> = {
  ADR: 'Address',
  AGENT: 'Agent',
  ANNIVERSARY: 'Anniversary',
  BDAY: 'Birthday',
  CATEGORIES: 'Groups',
  EMAIL: 'E-mail',
  FN: 'Other name',
  GEO: 'Coordinates',
  IMPP: 'Chat',
  KEY: 'Key',
  LABEL: 'Address label',
  LOGO: 'Logo',
  N: 'Name in parts',
  NICKNAME: 'Nickname',
  NOTE: 'Note',
  ORG: 'Company',
  PHOTO: 'Photo',
  PRODID: 'Made with',
  REV: 'Revision',
  ROLE: 'Role',
  SOUND: 'Sound',
  TITLE: 'Title',
  TZ: 'Time zone',
  UID: 'Identifier',
  URL: 'Link',
}

/** The words for what a phone number is, the most telling first. */
const PHONE_WORDS: ReadonlyArray<readonly [word: string, types: RegExp]> = [
  ['fax', /fax/],
  ['pager', /^pager$/],
  ['mobile', /^(?:cell|mobile|iphone)$/],
  ['main', /^main$/],
  ['work', /^work$/],
  ['home', /^home$/],
  // Not what a line can do (voice, text), which number is preferred, or how the value is written.
  ['other', /^(?!(?:voice|pref|text|msg|video|quoted-printable|8bit|7bit|b|base64)?$)/],
]

interface Contact {
  name: string
  phones: string[]
  /** The values of all other properties, by the name of the property. */
  others: Map<string, string[]>
}

/**
 * The contacts of a vCard file of any version as a table: `Name`, `Phone` with one number on each line, and a column for
 * every other property that has a digit anywhere in the file, so that no number gets lost.
 */
export function readVCards(text: string): string[][] {
  const contacts = cardsOf(text).map(contactOf)
  const columns = new Set<string>()
  for (const { others } of contacts) {
    for (const [name, values] of others) {
      if (/\d|\((?:picture|data)\)/.test([name, ...values].join(' '))) columns.add(name)
    }
  }
  const header = ['Name', 'Phone', ...Array.from(columns, (column) => LABELS[column] ?? column)]
  const rows = contacts.map(({ name, phones, others }) => [
    name,
    phones.join('\n'),
    ...Array.from(columns, (column) => others.get(column)?.join('\n') ?? ''),
  ])
  return [header, ...rows]
}

function contactOf(card: readonly Property[]): Contact {
  const named = ['FN', 'N', 'ORG']
    .map((name) => card.find((property) => property.name === name && textOf(property) !== ''))
    .find((property) => property !== undefined)
  const used = new Set(named && [named])
  const phones: string[] = []
  for (const property of card) {
    if (property.name !== 'TEL') continue
    used.add(property)
    const number = oneLine(textOf(property))
    if (number === '') continue
    const given = labelOf(property, card)
    if (given) used.add(given)
    const label = given ? oneLine(textOf(given)) : wordFor(property.types)
    phones.push(label === '' ? number : `${label}: ${number}`)
  }
  const others = new Map<string, string[]>()
  for (const property of card) {
    const text = textOf(property)
    if (used.has(property) || property.name === 'VERSION' || text === '') continue
    others.set(property.name, [...(others.get(property.name) ?? []), text])
  }
  return { name: named ? oneLine(textOf(named)) : '', phones, others }
}

/** The label that Apple and WhatsApp write on a line of its own, in the same group. */
function labelOf({ group }: Property, card: readonly Property[]): Property | undefined {
  if (group === '') return undefined
  return card.find((other) => other.name === 'X-ABLABEL' && other.group === group && textOf(other) !== '')
}

function wordFor(types: readonly string[]): string {
  return PHONE_WORDS.find(([, pattern]) => types.some((type) => pattern.test(type)))?.[0] ?? ''
}

function textOf({ name, value }: Property): string {
  const parts = value.split(/(?<!\\);/).map(plain)
  const filled = (all: readonly string[]) => all.filter((part) => part !== '')
  switch (name) {
    case 'N': {
      const [family = '', given = '', middle = '', prefix = '', ...suffixes] = parts
      return filled([prefix, given, middle, family, ...suffixes]).join(' ')
    }
    case 'ADR':
    case 'ORG':
      return filled(parts).join(', ')
    case 'X-ABLABEL':
      // Apple's own labels are written _$!<Mobile>!$_.
      return plain(value).replace(/^_\$!<(.*)>!\$_$/, '$1')
    default:
      return plain(value)
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
