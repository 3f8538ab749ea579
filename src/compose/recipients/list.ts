/** A column of numbers: what stood in each row that has anything in it, and which row that was. */
export interface Column {
  label: string
  raw: string[]
  /** Row in the spreadsheet or line in the text, from 1. */
  line: number[]
}

/** Numbers that came from a file or a large paste, reduced to the columns that may be phone numbers. */
export interface List {
  id: string
  name: string
  /** Rows of a table or lines of a text, for speaking of them. */
  rows: 'row' | 'line'
  columns: Column[]
  /** Index of the column in use. */
  chosen: number
}

/** Everything that says who the message goes to. */
export interface Who {
  /** What stands in the text box. */
  typed: string
  lists: List[]
  /** ISO code of the country that numbers without + belong to. */
  country: string
  /** Numbers that look wrong and are kept on the agent's word, in E.164 form. */
  trusted: string[]
}

/** The most recipients one request may have (section 2.1). */
export const MOST_RECIPIENTS = 10_000

/** A file beyond this is not read. The API takes requests of 10 MB (section 0), so no list for it is larger. */
export const MOST_BYTES = 10 * 1024 * 1024

export function columnOf(list: List): Column {
  return list.columns[list.chosen] ?? list.columns[0] ?? { label: '', raw: [], line: [] }
}
