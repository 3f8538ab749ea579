/** What stands in a cell, for a field: a field has one line, a cell may have several. */
export function oneLine(raw: string): string {
  return raw.replaceAll(/\s*[\r\n]+\s*/g, ', ')
}
