import type { Column, Reason } from './columns'
import type { Choice } from './choice'
import type { Matching } from './table'
import type { Rule, Verdict } from './verdict'

/**
 * Everybody named, row by row, as columns: ten thousand small objects would cost the page more to receive than these
 * few arrays do.
 */
export interface Checked {
  /** Index of the list the row is from, -1 for the text box. */
  source: number[]
  /** Which row of its list the number stands in, from 0; for the text box, which number of it. */
  index: number[]
  /** Row or line in its source as people count them, from 1. */
  line: number[]
  /** Where the number stands: in the text box, or in its cell. */
  start: number[]
  end: number[]
  /** The number as written. */
  raw: string[]
  /** E.164; with some verdicts what the number would be, '' where none can be told. */
  e164: string[]
  /** Country of the number, or what else it looks like: see explainVerdict. */
  about: string[]
  verdict: Verdict[]
  /** How the number was read, '' as it stands. */
  rule: (Rule | '')[]
  name: string[]
  /** Other cells of the row that are shown beside the number. */
  variables: string[]
  /** For a duplicate: the row it repeats. -1 otherwise. */
  first: number[]
  /** By row: what it can be taken for. */
  choices: Record<number, Choice[]>
  /** How many are sent to, need a look, and were merged. */
  people: number
  look: number
  duplicates: number
  /** Tables of which somebody has to say where the numbers stand: nothing of them is sent to before. */
  questions: number
  /** People by country, most first. */
  regions: [region: string, people: number][]
  /** What was read where: of the text box, and of each list. */
  typed: SourceReport
  lists: SourceReport[]
}

/** How one source was read. */
export interface SourceReport {
  /** Of the list, '' for the text box. */
  id: string
  form: 'table' | 'lines'
  /** Of a table. */
  columns: Column[]
  matching: Matching
  /** The cells of the first row: what tells a typed table from another one. */
  firstRow: string
  /** Why the columns are matched as they are; `null` while it takes a person to say. */
  reason: Reason | null
  /** Rows with anything in them, headings included. */
  rows: number
  people: number
  look: number
  /** Digits that were read as something else than a number, the first of them one by one. */
  leftOut: LeftOutPart[]
  leftOutCount: number
}

export interface LeftOutPart {
  line: number
  raw: string
  /** "a date", "a link". */
  what: string
}

const NO_MATCHING: Matching = { header: -1, numbers: [], every: false, names: [], variables: [] }

export const NOTHING_READ: SourceReport = {
  id: '',
  form: 'lines',
  columns: [],
  matching: NO_MATCHING,
  firstRow: '',
  reason: 'only',
  rows: 0,
  people: 0,
  look: 0,
  leftOut: [],
  leftOutCount: 0,
}

export const NOBODY: Checked = {
  source: [],
  index: [],
  line: [],
  start: [],
  end: [],
  raw: [],
  e164: [],
  about: [],
  verdict: [],
  rule: [],
  name: [],
  variables: [],
  first: [],
  choices: {},
  people: 0,
  look: 0,
  duplicates: 0,
  questions: 0,
  regions: [],
  typed: NOTHING_READ,
  lists: [],
}

/** The numbers that are sent to, each once, in order. */
export function numbersOf({ e164, verdict }: Pick<Checked, 'e164' | 'verdict'>): string[] {
  return e164.filter((_, row) => verdict[row] === 'ok')
}
