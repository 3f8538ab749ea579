import type { List, Origin } from '../reading/list'
import type { Matching, Table } from '../reading/table'
import { emptyDraft, type Draft, type DraftTag } from './draft'

/**
 * A draft from what was stored, perhaps by an earlier version of this program: whatever has the right form is taken,
 * the rest is as in an empty draft, so that nothing typed is lost to a field that changed.
 */
export function readDraft(
  stored: unknown,
  storedLists: unknown,
  storedTables: unknown,
  country: string,
): Draft {
  const empty = emptyDraft(country)
  const draft = record(stored)
  const who = record(draft['who'])
  const from = record(draft['from'])
  const tables = record(storedTables)
  const lists = Array.isArray(storedLists)
    ? storedLists.map((list) => readList(list, tables)).filter(isKnown)
    : []
  return {
    who: {
      typed: text(who['typed'], ''),
      typedMatching: readTypedMatching(who['typedMatching']),
      lists,
      country: text(who['country'], empty.who.country),
      kept: strings(who['kept']),
      putBack: strings(who['putBack']),
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

function readList(stored: unknown, tables: Record<string, unknown>): List | null {
  const list = record(stored)
  const id = text(list['id'], '')
  const table = readTable(tables[id])
  if (table === null) return null
  const edits = Object.entries(record(list['edits'])).flatMap(([row, edit]): [number, string | null][] =>
    typeof edit === 'string' || edit === null ? [[Number(row), edit]] : [],
  )
  return {
    id,
    name: text(list['name'], ''),
    form: oneOf(list['form'], ['table', 'lines'], 'table'),
    table,
    matching: readMatching(list['matching']),
    edits: Object.fromEntries(edits),
    origin: readOrigin(list['origin']),
  }
}

function readTable(stored: unknown): Table | null {
  const { rows, columns, lines } = record(stored)
  return typeof rows === 'number' && typeof lines === 'string' && strings(columns).length > 0
    ? { rows, columns: strings(columns), lines }
    : null
}

function readTypedMatching(stored: unknown): Draft['who']['typedMatching'] {
  const { of, matching } = record(stored)
  const known = readMatching(matching)
  return typeof of === 'string' && known ? { of, matching: known } : null
}

/** What columns are for, `null` where the stored form is not right: then it is guessed again. */
export function readMatching(stored: unknown): Matching | null {
  const { header, numbers: of, every, names, variables } = record(stored)
  if (typeof header !== 'number' || !Array.isArray(of)) return null
  return {
    header,
    numbers: numbers(of),
    every: every === true,
    names: numbers(names),
    variables: numbers(variables),
  }
}

function readOrigin(stored: unknown): Origin | null {
  const origin = record(stored)
  if (typeof origin['encoding'] !== 'string') return null
  return {
    encoding: origin['encoding'],
    certain: origin['certain'] === true,
    sheets: strings(origin['sheets']),
    sheet: text(origin['sheet'], ''),
  }
}

function isKnown<Value>(value: Value | null): value is Value {
  return value !== null
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
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
