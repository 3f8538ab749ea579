import type { Column, List } from '../recipients/list'
import { emptyDraft, type Draft, type DraftTag } from './draft'

/**
 * A draft from what was stored, perhaps by an earlier version of this program: whatever has the right form is taken,
 * the rest is as in an empty draft, so that nothing typed is lost to a field that changed.
 */
export function readDraft(stored: unknown, storedLists: unknown, country: string): Draft {
  const empty = emptyDraft(country)
  const draft = record(stored)
  const who = record(draft['who'])
  const from = record(draft['from'])
  const lists = Array.isArray(storedLists) ? storedLists.map(readLists).filter((list) => list !== null) : []
  return {
    who: {
      typed: text(who['typed'], ''),
      lists,
      country: text(who['country'], empty.who.country),
      trusted: strings(who['trusted']),
    },
    reach: oneOf(draft['reach'], ['PHONE', 'WHATSAPP'], empty.reach),
    from: {
      kind: oneOf(from['kind'], ['any', 'address', 'id'], empty.from.kind),
      address: text(from['address'], ''),
      channel: oneOf(from['channel'], ['SMS', 'RCS', 'WHATSAPP'], empty.from.channel),
      id: text(from['id'], ''),
    },
    text: text(draft['text'], ''),
    tags: Array.isArray(draft['tags']) ? draft['tags'].map(readTag) : [],
  }
}

function readTag(stored: unknown): DraftTag {
  const tag = record(stored)
  return { key: text(tag['key'], ''), value: text(tag['value'], '') }
}

function readLists(stored: unknown): List | null {
  const list = record(stored)
  const columns = Array.isArray(list['columns'])
    ? list['columns'].map(readColumn).filter((column) => column !== null)
    : []
  if (columns.length === 0) return null
  const chosen = typeof list['chosen'] === 'number' && list['chosen'] in columns ? list['chosen'] : 0
  return {
    id: text(list['id'], ''),
    name: text(list['name'], ''),
    rows: oneOf(list['rows'], ['row', 'line'], 'row'),
    columns,
    chosen,
  }
}

function readColumn(stored: unknown): Column | null {
  const column = record(stored)
  const raw = strings(column['raw'])
  const line = Array.isArray(column['line'])
    ? column['line'].filter((number) => typeof number === 'number')
    : []
  return raw.length === line.length ? { label: text(column['label'], ''), raw, line } : null
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value {
  return values.find((known) => known === value) ?? otherwise
}
