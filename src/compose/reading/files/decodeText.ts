/** Text read from bytes, and how. */
export interface Decoded {
  text: string
  /** One of the values of `ENCODINGS`. */
  encoding: string
  /** Whether the bytes themselves tell the encoding. If not, letters with accents may be wrong; digits never are. */
  certain: boolean
}

/** The encodings that people meet, for a list to choose from. The values are names that `TextDecoder` knows. */
export const ENCODINGS: ReadonlyArray<{ value: string; label: string }> = [
  { value: 'utf-8', label: 'Unicode (UTF-8)' },
  { value: 'utf-16le', label: 'Unicode (UTF-16 LE)' },
  { value: 'utf-16be', label: 'Unicode (UTF-16 BE)' },
  { value: 'windows-1252', label: 'Western (Windows-1252)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'iso-8859-2', label: 'Central European (ISO-8859-2)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { value: 'ibm866', label: 'Cyrillic (DOS, 866)' },
  { value: 'windows-1253', label: 'Greek (Windows-1253)' },
  { value: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { value: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { value: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { value: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { value: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
  { value: 'windows-874', label: 'Thai (Windows-874)' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { value: 'gb18030', label: 'Chinese, simplified (GB18030)' },
  { value: 'big5', label: 'Chinese, traditional (Big5)' },
  { value: 'euc-kr', label: 'Korean (EUC-KR)' },
  { value: 'macintosh', label: 'Western (old Mac, Roman)' },
]

/** How many bytes are looked at to find out what a file is. */
export const SAMPLE = 64 * 1024

/** The text of bytes, whatever program saved them. An encoding given by hand wins over all that the bytes say. */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const decode = (as: string, certain: boolean, fatal = false): Decoded => ({
    // Whoever puts two such files together leaves a mark in the middle or two at the start.
    text: new TextDecoder(as, { fatal }).decode(marked ? bytes.subarray(3) : bytes).replace(/^\ufeff+/, ''),
    encoding: as,
    certain,
  })
  if (encoding !== undefined) return decode(encoding, true)
  if (marked) return decode('utf-8', true)
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return decode(utf16, true)
  try {
    return decode('utf-8', true, true)
  } catch {
    const utf8 = decode('utf-8', false)
    return isMostlyWhole(utf8.text) ? utf8 : decode('windows-1252', false)
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const units = Math.min(bytes.length, SAMPLE) >> 1
  const zeros: [number, number] = [0, 0]
  const digits: [number, number] = [0, 0]
  for (let at = 0; at < units * 2; at += 1) {
    const byte = bytes[at] ?? 0
    const side = at % 2 === 0 ? 0 : 1
    if (byte === 0) zeros[side] += 1
    if (byte >= 0x31 && byte <= 0x39) digits[side] += 1
  }
  // Digits, commas and line ends have a zero in every other byte, where other texts of Unicode have hardly any digit.
  const isHigh = (side: 0 | 1) =>
    (zeros[side] === units || zeros[side] >= 4) &&
    zeros[side] * 20 >= units &&
    zeros[side] >= zeros[side === 0 ? 1 : 0] * 4 &&
    zeros[side] >= digits[side] * 2
  if (units === 0) return null
  if (isHigh(1)) return 'utf-16le'
  return isHigh(0) ? 'utf-16be' : null
}

/** Whether a text has ten good characters beyond ASCII or more for each broken one: UTF-8 that was cut or patched. */
function isMostlyWhole(text: string): boolean {
  let good = 0
  let broken = 0
  for (const character of text) {
    if (character === '\ufffd') broken += 1
    else if (character > '\u007f') good += 1
  }
  return good >= broken * 10
}
