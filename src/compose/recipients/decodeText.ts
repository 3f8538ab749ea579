/** Why the bytes of a file are not read as text. */
export type NotText = 'workbook' | 'document' | 'binary'

const SIGNATURES: ReadonlyArray<readonly [NotText, readonly number[]]> = [
  // A zip archive, as .xlsx and .ods are, and the older .xls.
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['document', [0x25, 0x50, 0x44, 0x46]],
]

/**
 * The text of a file, whatever program saved it: UTF-8 with or without a byte order mark, UTF-16 as Excel's "Unicode
 * Text", and Windows-1252 where the bytes are not UTF-8.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { notText: NotText } {
  for (const [notText, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return { notText }
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  // What is left of binary data is full of control characters, which no list of numbers has.
  // oxlint-disable-next-line no-control-regex
  const controls = text.slice(0, 4096).match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  return controls > 8 ? { notText: 'binary' } : { text }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 512)
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  // Digits and ASCII letters in UTF-16 have a zero in every other byte.
  if ((zeros[1] ?? 0) > looked / 4) return 'utf-16le'
  if ((zeros[0] ?? 0) > looked / 4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
