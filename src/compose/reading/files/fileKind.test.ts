import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { kindOfFile, type FileKind } from './fileKind'
import { explainRefusal, MOST_BYTES, type Refusal } from './refusals'
import { workbookOf } from './workbookFixture'

/** Each character is one byte. */
const raw = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const wide = (text: string) => raw(Array.from(text, (character) => `${character}\0`).join(''))
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
const ole = (...names: string[]) =>
  Uint8Array.from([...raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), ...names.flatMap((name) => [...wide(name)])])

describe('kindOfFile', () => {
  it.each<[FileKind, string, Uint8Array]>([
    ['workbook', 'an .xlsx', workbookOf({ A: [['+12065550100']] })],
    ['workbook', 'an .xlsx that lost its end', workbookOf({ A: [['x']] }).subarray(0, -200)],
    ['old-workbook', 'an .xls', ole('Root Entry', 'Workbook')],
    ['old-workbook', 'a workbook with a password', ole('EncryptionInfo', 'EncryptedPackage')],
    ['document', 'a .doc', ole('Root Entry', 'WordDocument')],
    ['document', 'a .docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['document', 'a .pptx', zip('ppt/presentation.xml')],
    ['document', 'an .odt', zip('mimetype', 'content.xml')],
    ['document', 'a Pages document', zip('Index/Document.iwa')],
    ['document', 'a Keynote show with a table', zip('Index/Slide-1.iwa', 'Index/Tables/DataList.iwa')],
    ['document', 'RTF', raw('{\\rtf1\\ansi +12065550100}')],
    [
      'spreadsheet-other',
      'an .ods',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('x'),
      }),
    ],
    ['spreadsheet-other', 'an .xlsb', zip('xl/workbook.bin')],
    ['spreadsheet-other', 'a Numbers file', zip('Index/Document.iwa', 'Index/Tables/DataList.iwa')],
    [
      'spreadsheet-other',
      'Excel 2003 XML',
      raw('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">'),
    ],
    ['zip', 'a zip of lists', zip('list.csv', 'other.csv')],
    [
      'zip',
      'a zip with a workbook in it',
      zipSync({ 'list.xlsx': [workbookOf({ A: [['x']] }), { level: 0 }] }),
    ],
    ['zip', 'an empty zip', zipSync({})],
    ['pdf', 'PDF', raw('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['picture', 'PNG', raw('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['picture', 'JPEG', raw('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['picture', 'GIF', raw('GIF89a\x01\0')],
    ['picture', 'WebP', raw('RIFF\x24\0\0\0WEBPVP8 ')],
    ['picture', 'BMP', raw('BM\x36\x10\0\0\0\0\0\0\x36\0\0\0')],
    ['picture', 'TIFF', raw('II*\0\x08\0\0\0')],
    ['picture', 'HEIC', raw('\0\0\0\x18ftypheic\0\0\0\0')],
    ['picture', 'AVIF', raw('\0\0\0\x18ftypavif\0\0\0\0')],
    ['recording', 'MP4', raw('\0\0\0\x18ftypisom\0\0\x02\0')],
    ['recording', 'QuickTime', raw('\0\0\0\x14ftypqt  \0\0\0\0')],
    ['recording', 'WAV', raw('RIFF\x24\0\0\0WAVEfmt ')],
    ['recording', 'Ogg', raw('OggS\0\x02\0\0')],
    ['recording', 'MP3 with a tag', raw('ID3\x03\0\0\0\0\0\x21TSSE')],
    ['recording', 'MP3 without a tag', raw(`\xff\xfb\x90\x44${'\0\x0f\xf0\0\x01'.repeat(20)}`)],
    ['archive', 'gzip', raw('\x1f\x8b\x08\0\0\0\0\0')],
    ['archive', '7z', raw('7z\xbc\xaf\x27\x1c\0\x04')],
    ['archive', 'RAR', raw('Rar!\x1a\x07\x01\0')],
    ['archive', 'xz', raw('\xfd7zXZ\0\0\x04')],
    ['archive', 'bzip2', raw('BZh91AY&SY\x12\x34')],
    ['archive', 'Zstandard', raw('\x28\xb5\x2f\xfd\x24\x05')],
    ['archive', 'tar', raw(`list.csv${'\0'.repeat(249)}ustar\x0000`)],
    ['web-page', 'HTML', raw('\n<!DOCTYPE html>\n<html><body>')],
    [
      'web-page',
      'HTML with a mark',
      raw('\xef\xbb\xbf<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
    ],
    ['web-page', 'XHTML', raw('<?xml version="1.0"?>\n<!-- made by a shop -->\n<!DOCTYPE html>')],
    ['web-page', 'a table', raw('<table border="1"><tr><td>+12065550100')],
    ['web-page', 'HTML in UTF-16', wide('<html><body>+12065550100')],
    ['empty', 'no bytes', raw('')],
    ['empty', 'a mark', raw('\xef\xbb\xbf')],
    ['empty', 'white space', raw(' \r\n\t\n')],
    ['empty', 'a mark and white space in UTF-16', raw('\xff\xfe\r\0\n\0')],
    ['empty', 'spaces that do not break', raw('\xc2\xa0\n\xe3\x80\x80')],
    ['empty', 'zeros', new Uint8Array(100_000)],
    ['binary', 'control characters', raw('\x01\x02\x03\x04\x05\x06\x07\x08\x0e'.repeat(3))],
    ['binary', 'zeros and numbers', raw('\x07\0\0\0\x2a\0\0\x01'.repeat(50))],
    ['text', 'numbers', raw('+12065550100\n')],
    ['text', 'a number that begins like BMP', raw('BMW,+12065550100,x\n')],
    ['text', 'a heading that begins like MP3', raw('ID3,phone\n1,+12065550100')],
    ['text', 'names that begin like archives', raw('BZh9 Rar! 7z GIF OggS RIFF PK MM II\n')],
    ['text', 'words about a web page', raw('see <html> and <table>')],
    ['text', 'comments without a page', raw(`${'<!---->'.repeat(60)}x`)],
    [
      'text',
      'a long text with a few control characters',
      raw(`${'+12065550100\n'.repeat(50)}${'\x01'.repeat(10)}`),
    ],
    ['text', 'the end that DOS wrote', raw('+12065550100\r\n\x1a')],
    ['text', 'a vCard', raw('BEGIN:VCARD\nEND:VCARD')],
    ['text', 'numbers in UTF-16 without a mark', wide('phone\n+12065550100\n')],
    ['text', 'Windows-1251', raw('\xff\xe1\xeb\xee\xea\xee,+12065550100\n')],
  ])('%s: %s', (kind, _, bytes) => {
    expect(kindOfFile(bytes)).toBe(kind)
  })

  it('takes a list of any names for a text, in every Unicode encoding', () => {
    const lists = fc
      .array(
        fc.tuple(
          fc.string({ unit: fc.constantFrom(...Array.from('aZé Жя山한ش.-\'"')) }),
          fc.stringMatching(/^\+?\d{7,13}$/),
        ),
        { minLength: 1 },
      )
      .map((rows) => rows.map((row) => `${row.join(';')}\n`).join(''))
    fc.assert(
      fc.property(lists, fc.constantFrom('', '\ufeff'), (list, mark) => {
        const text = mark + list
        expect(kindOfFile(new TextEncoder().encode(text))).toBe('text')
        expect(kindOfFile(new Uint8Array(Buffer.from(text, 'utf16le')))).toBe('text')
      }),
    )
  })

  it('names some kind for any bytes, also after each signature', () => {
    const starts = ['', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0', '\xff\xfe', '\xef\xbb\xbf']
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expect(kindOfFile(Uint8Array.from([...raw(start), ...rest]))).toMatch(/^[a-z-]+$/)
      }),
    )
  })
})

describe('explainRefusal', () => {
  it('says what the file is and what would work', () => {
    expect(explainRefusal('pdf', 'numbers.pdf')).toBe(
      'numbers.pdf is a PDF. Copy the numbers out of it and paste them, or choose a CSV, Excel (.xlsx), vCard or text file.',
    )
    expect(explainRefusal('old-workbook', 'list.xls')).toBe(
      'list.xls is an Excel file of the old kind (.xls), or one with a password. Open it in Excel, save it as .xlsx or “CSV UTF-8” without a password, and choose that file.',
    )
    expect(explainRefusal('damaged', 'list.xlsx')).toMatch(
      /^list\.xlsx could not be opened: it is damaged\. /,
    )
    expect(explainRefusal('too-large', 'list.csv')).toContain('25 MB')
    expect(explainRefusal('too-many-rows', 'list.csv')).toContain('200,000 rows')
    expect(MOST_BYTES).toBe(26_214_400)
  })

  it.each<Refusal>([
    'picture',
    'recording',
    'document',
    'spreadsheet-other',
    'web-page',
    'zip',
    'archive',
    'empty',
    'binary',
    'no-sheet',
    'too-many-cells',
  ])('has whole sentences for %s', (why) => {
    expect(explainRefusal(why, 'a.b')).toMatch(/^a\.b (?:is|has) [^.]+.*\. [A-Z].*\.$/)
  })
})
