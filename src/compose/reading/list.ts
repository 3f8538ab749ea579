import type { Matching, Table } from './table'

/** Numbers that came from a file or a paste, with what the agent said about them. */
export interface List {
  id: string
  name: string
  /** `lines`: a text without columns, kept as one column of lines. */
  form: 'table' | 'lines'
  table: Table
  /** As the agent matched the columns, or as they were matched for an earlier file. `null`: as guessed. */
  matching: Matching | null
  /** What a row's number was corrected to, by row; `null` where the row was taken out. */
  edits: Record<number, string | null>
  /** How the file was read, where that was a guess or a choice. */
  origin: Origin | null
}

export interface Origin {
  /** As TextDecoder names it, '' for a workbook. */
  encoding: string
  /** Whether the bytes leave no doubt about it. */
  certain: boolean
  /** The sheets of a workbook, and the one that was read. */
  sheets: string[]
  sheet: string
}

/** Everything that says who the message goes to. */
export interface Who {
  /** What stands in the text box. */
  typed: string
  /** As in a list, for columns that were typed: as long as their first row is the one that it was said of. */
  typedMatching: { of: string; matching: Matching } | null
  lists: List[]
  /** ISO code of the country that numbers without + belong to. */
  country: string
  /** Numbers that look wrong and are kept on the agent's word, in E.164 form. */
  kept: string[]
  /** Texts that were left out as no number, and are to be read as one. */
  putBack: string[]
}

/** Nobody yet. */
export function emptyWho(country: string): Who {
  return { typed: '', typedMatching: null, lists: [], country, kept: [], putBack: [] }
}

/** The most recipients one request may have (section 2.1). */
export const MOST_RECIPIENTS = 10_000
