import type { Checked } from './checked'
import type { Who } from './list'
import { explainVerdict, needsLook } from './verdict'

/** The rows that need a look as a CSV file that Excel opens with its accents and its numbers as they were. */
export function rejectsCsv(checked: Checked, { lists }: Pick<Who, 'lists'>): string {
  const lines = [['From', 'Row', 'Number as written', 'What is wrong']]
  checked.verdict.forEach((verdict, row) => {
    if (!needsLook(verdict)) return
    const why = explainVerdict(verdict, checked.region[row] ?? '', checked.e164[row] ?? '')
    const source = lists[checked.source[row] ?? -1]?.name ?? 'Typed'
    lines.push([source, String(checked.line[row] ?? ''), checked.raw[row] ?? '', why])
  })
  // The byte order mark is what makes Excel read UTF-8.
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take as
 * "this is text" and which our own reader takes away again.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
