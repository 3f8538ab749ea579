/** What parts a cleaned line: commas, semicolons, tabs and line breaks. */
const SEPARATORS = [',', ';', '\t', '\n']

/** Where the text behind the last separator begins, 0 without one. */
export function lastSeparator(text: string): number {
  return Math.max(...SEPARATORS.map((separator) => text.lastIndexOf(separator))) + 1
}

/** How many separators a text has. */
export function countSeparators(text: string): number {
  return text.replaceAll(/[^,;\t\n]/g, '').length
}
