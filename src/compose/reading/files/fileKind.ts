// What tells a binary file from a text is mostly its control characters.
/* oxlint-disable no-control-regex */
import { decodeText, SAMPLE } from './decodeText'
import { latin, zipEntries } from './zip'

/** What the bytes of a file are, whatever its name says. */
export type FileKind =
  | 'text'
  | 'workbook'
  | 'old-workbook'
  | 'spreadsheet-other'
  | 'document'
  | 'pdf'
  | 'web-page'
  | 'picture'
  | 'recording'
  | 'zip'
  | 'archive'
  | 'empty'
  | 'binary'

/**
 * How each kind begins, one character for one byte. Where a text could begin with the same letters, the pattern asks for
 * bytes that no text has.
 */
const BEGINNINGS: ReadonlyArray<readonly [FileKind, RegExp]> = [
  ['pdf', /^\s{0,16}%PDF-/],
  ['document', /^\{\\rtf/],
  ['picture', /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}WEBP|BM[^]{4}\0{4}|II\*\0|MM\0\*)/],
  ['picture', /^\0[^]{3}ftyp(?:hei|hev|hec|mif|msf|avi)/],
  [
    'recording',
    /^(?:\0[^]{3}(?:ftyp|moov|mdat|wide|free)|RIFF[^]{4}(?:WAVE|AVI )|OggS\0|fLaC\0|#!AMR|ID3[\x02-\x04]\0)/,
  ],
  ['recording', /^\x1a\x45\xdf\xa3/],
  ['archive', /^(?:\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xfd7zXZ\0|BZh[1-9]1AY&SY|\x28\xb5\x2f\xfd)/],
  ['archive', /^[^]{257}ustar[\0 ]/],
]

const WEB_PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body|meta|style|table)\b/i

/** Excel 2003 could save a workbook as plain XML, and some programs still do. */
const XML_WORKBOOK = /^\s*<\?xml[^]{0,500}<(?:\w+:)?workbook\b/i

/** What a file is, by its bytes. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  const sample = bytes.subarray(0, SAMPLE)
  const start = latin(bytes.subarray(0, 512))
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(start)) return kindOfZip(bytes, start)
  if (start.startsWith('\xd0\xcf\x11\xe0')) return kindOfOle(bytes)
  for (const [kind, beginning] of BEGINNINGS) if (beginning.test(start)) return kind
  if (isBlank(bytes)) return 'empty'
  const { text } = decodeText(sample)
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  // A stray one may stand in any text: an old program ends its files with one, for example.
  if (controls > 8 && controls * 50 > text.length)
    return /^\xff[\xe2-\xfb]/.test(start) ? 'recording' : 'binary'
  if (WEB_PAGE.test(text)) return 'web-page'
  return XML_WORKBOOK.test(text) ? 'spreadsheet-other' : 'text'
}

function kindOfZip(bytes: Uint8Array, start: string): FileKind {
  const names = zipEntries(bytes).map(({ name }) => name)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.xml/)) return 'workbook'
  // OpenDocument says what it is in a first entry that is not packed.
  if (has(/^xl\//) || /opendocument\.spreadsheet/.test(start)) return 'spreadsheet-other'
  if (has(/^Index\/Slide/)) return 'document'
  if (has(/^Index\/Tables\//)) return 'spreadsheet-other'
  return has(/^(?:word|ppt|visio|Index)\/|^(?:content\.xml|META-INF\/container\.xml|Index\.zip)/)
    ? 'document'
    : 'zip'
}

/** Word, PowerPoint and Outlook once used the same container; the names inside it tell them apart. */
function kindOfOle(bytes: Uint8Array): FileKind {
  const names = latin(bytes).replaceAll('\0', '')
  return /WordDocument|PowerPoint Document|__nameid_version/.test(names) && !/EncryptedPackage/.test(names)
    ? 'document'
    : 'old-workbook'
}

/** Whether there is nothing but a byte order mark, white space and zeros. */
function isBlank(bytes: Uint8Array): boolean {
  const mark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?/.exec(latin(bytes.subarray(0, 3)))
  if (bytes.length < SAMPLE && decodeText(bytes).text.replaceAll('\0', '').trim() === '') return true
  return bytes
    .subarray(mark?.[0].length)
    .every((byte) => byte === 0 || byte === 32 || (byte > 8 && byte < 14))
}
