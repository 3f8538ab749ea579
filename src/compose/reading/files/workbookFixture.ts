import { strToU8, zipSync } from 'fflate'

export type FixtureCell = string | number | Date | null

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A real .xlsx file for tests, as Excel writes it (shared strings) or as many other programs do (inline strings). */
export function workbookOf(
  sheets: Record<string, (FixtureCell | boolean)[][]>,
  strings: 'shared' | 'inline' = 'shared',
): Uint8Array {
  const names = Object.keys(sheets)
  const shared: string[] = []
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    // Style 1 is a date, style 2 a date with a time.
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
  }
  names.forEach((name, at) => {
    const rows = (sheets[name] ?? []).map((row, y) => {
      const cells = row.map((cell, x) =>
        cellXml(cell, `${column(x)}${y + 1}`, strings === 'shared' ? shared : null),
      )
      return row.length === 0 ? '' : `<row r="${y + 1}">${cells.join('')}</row>`
    })
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
  })
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${shared.map((text) => `<si>${textXml(text)}</si>`).join('')}</sst>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])))
}

function cellXml(cell: FixtureCell | boolean, at: string, shared: string[] | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`
  if (cell instanceof Date) {
    const days = cell.getTime() / 86_400_000 + 25_569
    return `<c r="${at}" s="${Number.isInteger(days) ? 1 : 2}"><v>${days}</v></c>`
  }
  if (shared === null) return `<c r="${at}" t="inlineStr"><is>${textXml(cell)}</is></c>`
  return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escaped(text)}</t>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function relationships(targets: ReadonlyArray<readonly [type: string, target: string]>): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

/** The letters of a column: A, Z, AA. */
function column(index: number): string {
  return (index >= 26 ? column(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
}
