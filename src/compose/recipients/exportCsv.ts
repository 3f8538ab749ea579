import type { Checked } from '../reading/checked'
import type { Who } from '../reading/list'
import { explainVerdict, needsLook } from '../reading/verdict'
import { listOf } from './placeOf'

/** The rows that need a look as a CSV file that Excel opens with its accents and its numbers as they were. */
export function rejectsCsv(checked: Checked, { lists }: Pick<Who, 'lists'>): string {
  const rows = [['From', 'Row', 'Name', 'Number as written', 'What is wrong']]
  checked.verdict.forEach((verdict, row) => {
    if (!needsLook(verdict)) return
    const why = explainVerdict(verdict, checked.about[row] ?? '', checked.e164[row] ?? '')
    rows.push([...startOf(checked, row, lists), checked.raw[row] ?? '', why])
  })
  return csvOf(rows)
}

/** Everybody who is sent to, each once, with what was written and where it stood. */
export function peopleCsv(checked: Checked, { lists }: Pick<Who, 'lists'>): string {
  const rows = [['From', 'Row', 'Name', 'Number as written', 'Number', 'Other cells']]
  checked.verdict.forEach((verdict, row) => {
    if (verdict !== 'ok') return
    const { raw, e164, variables } = checked
    rows.push([...startOf(checked, row, lists), raw[row] ?? '', e164[row] ?? '', variables[row] ?? ''])
  })
  return csvOf(rows)
}

function startOf(checked: Checked, row: number, lists: Who['lists']): string[] {
  const source = listOf(checked, row, lists)?.name ?? 'Typed'
  return [source, String(checked.line[row] ?? ''), checked.name[row] ?? '']
}

function csvOf(rows: readonly string[][]): string {
  // The byte order mark is what makes Excel read UTF-8.
  return `\ufeff${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take as
 * "this is text" and which our own reader passes over.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
