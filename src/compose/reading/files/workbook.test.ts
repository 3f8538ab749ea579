import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './workbook'
import { workbookOf } from './workbookFixture'
import { textOfEntry, zipEntries } from './zip'

const rowsOf = async (bytes: Uint8Array, sheet?: string) => {
  const read = await readWorkbook(bytes, sheet)
  if ('refused' in read) throw new Error(read.refused)
  return read.rows
}

/** A workbook with one part put in another way. */
const changed = (bytes: Uint8Array, part: string, change: (xml: string) => string) => {
  const parts = unzipSync(bytes)
  const xml = change(strFromU8(parts[part] ?? new Uint8Array()))
  return zipSync({ ...parts, [part]: strToU8(xml) })
}
const SHEET = 'xl/worksheets/sheet1.xml'

/** What the sheet has as `xml` in its cell A1. */
const cellOf = async (xml: string) => {
  const bytes = changed(workbookOf({ A: [['x', 'y']] }), SHEET, (sheet) =>
    sheet.replace(/<c .*?<\/c>/, `<c r="A1" ${xml}</c>`),
  )
  return (await rowsOf(bytes))[0]?.[0]
}

describe('readWorkbook', () => {
  it.each(['shared', 'inline'] as const)(
    'keeps cells in their columns and rows in their place: %s strings',
    async (strings) => {
      const bytes = workbookOf(
        {
          Numbers: [
            ['Name', 'Phone'],
            [],
            ['Ana', '+1 206 555 0100', null],
            [null, '0301234567'],
            [null, null, null, 'last'],
          ],
        },
        strings,
      )
      expect(await readWorkbook(bytes)).toEqual({
        rows: [['Name', 'Phone'], [], ['Ana', '+1 206 555 0100'], ['', '0301234567'], ['', '', '', 'last']],
        sheets: ['Numbers'],
        sheet: 'Numbers',
      })
    },
  )

  it('takes the first sheet with cells, or the one that is named', async () => {
    const bytes = workbookOf({ Cover: [], 'Q&A "1"': [['one']], Two: [['two']] })
    expect(await readWorkbook(bytes)).toEqual({
      rows: [['one']],
      sheets: ['Cover', 'Q&A "1"', 'Two'],
      sheet: 'Q&A "1"',
    })
    expect(await rowsOf(bytes, 'Two')).toEqual([['two']])
    expect(await rowsOf(bytes, 'Cover')).toEqual([])
    expect(await readWorkbook(bytes, 'Three')).toEqual({ refused: 'no-sheet' })
    expect(await readWorkbook(workbookOf({ A: [], B: [[null]] }))).toEqual({ refused: 'no-sheet' })
  })

  it.each([
    ['493012345678', '493012345678'],
    ['4.93012345678E11', '493012345678'],
    ['4.93012345678E+11', '493012345678'],
    ['493012345678.0', '493012345678'],
    ['9007199254740993', '9007199254740993'],
    ['1E22', '10000000000000000000000'],
    ['0.30000000000000004', '0.3'],
    ['-12.5', '-12.5'],
    ['1.5E-7', '0.00000015'],
    ['0', '0'],
  ])('writes the number %s as %s', async (stored, shown) => {
    expect(await cellOf(`><v>${stored}</v>`)).toBe(shown)
  })

  it('keeps every whole number up to the largest that is exact', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.maxSafeInteger(), { minLength: 1 }), async (numbers) => {
        expect(await rowsOf(workbookOf({ A: [numbers] }))).toEqual([numbers.map(String)])
      }),
      { numRuns: 30 },
    )
  })

  it('keeps every text as it is, but for white space at its ends', async () => {
    const texts = fc.stringMatching(/^[+0-9a-zÄ山&<>"' ()-]{0,20}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(texts)),
        fc.constantFrom('shared' as const, 'inline' as const),
        async (rows, strings) => {
          const filled = [['first'], ...rows, ['last']]
          const read = await rowsOf(workbookOf({ A: filled }, strings))
          expect(read.length).toBe(filled.length)
          filled.forEach((row, y) => row.forEach((cell, x) => expect(read[y]?.[x] ?? '').toBe(cell.trim())))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('writes dates, times and booleans', async () => {
    const noon = new Date(Date.UTC(2024, 1, 29, 12, 5))
    expect(await rowsOf(workbookOf({ A: [[new Date(Date.UTC(1999, 11, 31)), noon, true, false]] }))).toEqual([
      ['1999-12-31', '2024-02-29 12:05', 'true', 'false'],
    ])
    expect(await cellOf('s="2"><v>0.75</v>')).toBe('18:00')
    expect(await cellOf('s="2"><v>45000.333333333</v>')).toBe('2023-03-15 08:00')
  })

  it('says so, as Excel does, where a phone number is formatted as a date', async () => {
    expect(await cellOf('s="1"><v>493012345678</v>')).toBe('########')
    expect(await cellOf('s="1"><v>20655501</v>')).toBe('########')
  })

  it('reads what formulas came to, if it is no error, and rich text', async () => {
    expect(await cellOf('t="str"><f>"0"&amp;1</f><v>01</v>')).toBe('01')
    expect(
      await cellOf('t="inlineStr"><is><r><t>+1 206</t></r><r><t xml:space="preserve"> 555 0100</t></r></is>'),
    ).toBe('+1 206 555 0100')
    expect(await cellOf('t="e"><v>#N/A</v>')).toBe('')
  })

  it('reads a part that is large enough for a thread of its own', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`Somebody ${at}`, 493_012_345_678 + at])
    const read = await rowsOf(workbookOf({ A: rows }))
    expect(read.length).toBe(20_000)
    expect(read.at(-1)).toEqual(['Somebody 19999', '493012365677'])
  })

  it('refuses what would need more memory than there is', async () => {
    const far = (last: number, cell: string) =>
      changed(workbookOf({ A: [['x']] }), SHEET, (xml) =>
        xml.replace('</sheetData>', `<row r="${last}"><c r="A${last}"><v>1</v></c>${cell}</row></sheetData>`),
      )
    expect(await readWorkbook(far(1_000_000, '<c r="XFD1000000"><v>1</v></c>'))).toEqual({
      refused: 'too-many-cells',
    })
    // A cell that is only coloured needs nothing.
    expect(await rowsOf(far(100_000, '<c r="XFD100000" s="1"/>'))).toHaveLength(100_000)
    // Its list says that it unpacks to a gigabyte.
    const huge = workbookOf({ A: [['x']] })
    const view = new DataView(huge.buffer, huge.byteOffset)
    const at = view.getUint32(huge.length - 6, true)
    view.setUint32(at + 24, 1_000_000_000, true)
    expect(await readWorkbook(huge)).toEqual({ refused: 'too-many-cells' })
  })

  it('sees a cell that stands where one piece of the sheet ends and the next one begins', async () => {
    const bytes = workbookOf({ A: [['x']] })
    const spaced = (spaces: number) =>
      changed(bytes, SHEET, (xml) =>
        xml.replace('</row>', `${' '.repeat(spaces)}<c r="XFD1"><v>1</v></c></row><row r="1000000"></row>`),
      )
    const piece = async (file: Uint8Array) => {
      const entry = zipEntries(file).find(({ name }) => name === SHEET)
      for await (const text of textOfEntry(file, entry ?? expect.fail())) return text
      return ''
    }
    const { length } = await piece(spaced(200_000))
    const start = (await piece(spaced(0))).indexOf('<c r="XFD1"')
    for (const inside of [1, 6, 8, 12]) {
      const file = spaced(length - start - inside)
      expect((await piece(file)).endsWith('<c r="XFD1">'.slice(0, inside))).toBe(true)
      expect(await readWorkbook(file)).toEqual({ refused: 'too-many-cells' })
    }
  })

  it('calls a file damaged that has lost bytes', async () => {
    const bytes = workbookOf({ A: [['+12065550100']] })
    for (let length = 4; length < bytes.length; length += 97) {
      expect(await readWorkbook(bytes.subarray(0, length))).toEqual({ refused: 'damaged' })
    }
    expect(await readWorkbook(changed(bytes, SHEET, (xml) => xml.slice(0, -30)))).toEqual({
      refused: 'damaged',
    })
    expect(await readWorkbook(zipSync({ 'xl/workbook.xml': strToU8('no') }))).toEqual({ refused: 'damaged' })
  })
})
