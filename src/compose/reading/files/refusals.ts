import type { FileKind } from './fileKind'

/** The largest file that is read. */
export const MOST_BYTES = 25 * 1024 * 1024

/** The most rows that are read from one file. */
export const MOST_ROWS = 200_000

/** Why a file is not read. */
export type Refusal =
  | Exclude<FileKind, 'text' | 'workbook'>
  | 'damaged'
  | 'no-sheet'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-cells'

const CHOOSE = 'choose a CSV, Excel (.xlsx), vCard or text file'
const SAVE = 'Open it in Excel, save it as .xlsx or “CSV UTF-8”'

const WORDS: Readonly<Record<Refusal, string>> = {
  pdf: `is a PDF. Copy the numbers out of it and paste them, or ${CHOOSE}.`,
  picture: `is a picture. Type the numbers that it shows, or ${CHOOSE}.`,
  recording: `is a recording of sound or video. Type the numbers that you hear, or ${CHOOSE}.`,
  document: `is a document, like those of Word or Pages. Copy the numbers out of it and paste them, or ${CHOOSE}.`,
  'old-workbook': `is an Excel file of the old kind (.xls), or one with a password. ${SAVE} without a password, and choose that file.`,
  'spreadsheet-other':
    'is a spreadsheet, but not of the .xlsx kind. Open it in the program that made it, save it as .xlsx or CSV, and choose that file.',
  'web-page': `is a web page, even if its name says Excel. ${SAVE}, and choose that file. Or open it in a browser, copy the numbers, and paste them.`,
  zip: 'is a zip archive. Open it, take out the file that has the numbers, and choose that file.',
  archive: 'is a packed archive. Unpack it, and choose the file inside it that has the numbers.',
  empty: 'is empty. Look whether it is the right file, and whether it was saved.',
  binary: `is not a text file, and Switchboard does not know its kind. Please ${CHOOSE}.`,
  damaged: `could not be opened: it is damaged. ${SAVE}, and choose that file. Or ask for a new copy.`,
  'no-sheet':
    'has no sheet with anything in it. Look whether it is the right file, and whether it was saved.',
  'too-large': `is too large: Switchboard reads files of up to ${MOST_BYTES / 1024 / 1024} MB. Keep only the columns that you need, or split it into smaller files.`,
  'too-many-rows': `has too many rows: Switchboard reads up to ${MOST_ROWS.toLocaleString('en')} rows of one file. Split it into smaller files.`,
  'too-many-cells':
    'has too many cells to read. A cell far to the right or far down may be filled by mistake. Copy the columns that you need into a new file, and choose that file.',
}

/** A sentence that says what a file is, and what would work instead. */
export function explainRefusal(why: Refusal, name: string): string {
  return `${name} ${WORDS[why]}`
}
