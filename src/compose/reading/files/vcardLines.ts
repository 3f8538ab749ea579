import { decodeText } from './decodeText'

/** One line of a card, `group.NAME;parameters:value`, unfolded and decoded. Its value may still have escapes. */
export interface Property {
  group: string
  name: string
  /** Words such as `cell` and `home`, in small letters. */
  types: string[]
  value: string
}

const BEGIN = /^\s*BEGIN\s*:\s*VCARD[ \t]*(?:[\r\n]|$)/i
const END = /^\s*END\s*:\s*VCARD[ \t]*$/i
const PROPERTY = /^(?:([\w-]+)\.)?([a-z][\w-]*)((?:;(?:[^":;]|"[^"]*")*)*):([^]*)$/i
/** For a parameter whose quote is never closed. */
const LOOSE_PROPERTY = /^(?:([\w-]+)\.)?([a-z][\w-]*)(;[^:]*):([^]*)$/i

/** Whether a text is a file of contacts. */
export function isVCard(text: string): boolean {
  return BEGIN.test(text)
}

/** The cards of a text in the order they begin. A card may stand inside another, and the last may have no end. */
export function cardsOf(text: string): Property[][] {
  const cards: Property[][] = []
  const open: Property[][] = []
  for (const line of linesOf(text)) {
    if (BEGIN.test(line)) {
      const card: Property[] = []
      cards.push(card)
      open.push(card)
    } else if (END.test(line)) {
      open.pop()
    } else {
      const property = propertyOf(line)
      const inside = plain(property.value)
      if (isVCard(inside)) cards.push(...cardsOf(inside))
      else (open.at(-1) ?? cards.at(-1))?.push(property)
    }
  }
  return cards
}

/** A value without the escapes that the format needs. */
export function plain(value: string): string {
  return value
    .replaceAll(/\\([\\,;:n])/gi, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
    .trim()
}

/** One line for each property, and for each mark of a beginning or an end. */
function linesOf(text: string): string[] {
  const lines: string[][] = []
  for (const line of unfolded(text)) {
    const last = lines.at(-1)
    const mayContinue = last && !isMark(line) && !isMark(last[0] ?? '')
    // A broken end of a note must not hide the number behind it.
    if (mayContinue && isSoft(last) && !/^(?:[\w-]+\.)?TEL[;:]/i.test(line)) {
      continueSoftly(last, line)
    } else if (mayContinue && !PROPERTY.test(line) && !LOOSE_PROPERTY.test(line)) {
      // A line break that should have been escaped.
      last.push('\n', line)
    } else if (line.trim() !== '') {
      lines.push([line])
    }
  }
  return lines.map((parts) => parts.join(''))
}

/** A line that begins with a space belongs to the one before it (RFC 6350, section 3.2). */
function unfolded(text: string): string[] {
  const lines: string[][] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1)
    if (!last || !/^[ \t]/.test(line) || isMark(line) || isMark(last[0] ?? '')) lines.push([line])
    else if (isSoft(last)) continueSoftly(last, line)
    else last.push(line.slice(1))
  }
  return lines.map((parts) => parts.join(''))
}

/** Version 2.1 breaks quoted lines with "=" at the end. */
function isSoft(parts: readonly string[]): boolean {
  return parts.at(-1)?.endsWith('=') === true && /^[^:]*QUOTED-PRINTABLE/i.test(parts[0] ?? '')
}

function continueSoftly(parts: string[], line: string) {
  parts.push(parts.pop()?.slice(0, -1) ?? '', line)
}

function isMark(line: string): boolean {
  return BEGIN.test(line) || END.test(line)
}

function propertyOf(line: string): Property {
  const found = PROPERTY.exec(line) ?? LOOSE_PROPERTY.exec(line)
  const [, group = '', written = 'NOTE', all = '', raw = line] = found ?? []
  const name = written.toUpperCase()
  const parameters = [...all.matchAll(/;(?:([\w-]+)=)?((?:[^";]|"[^"]*")*)/g)].map(
    ([, key = 'TYPE', value = '']) => [key.toUpperCase(), value.replaceAll('"', '').toLowerCase()] as const,
  )
  // Version 2.1 writes values alone, without TYPE= or ENCODING=.
  const words = parameters.flatMap(([key, value]) =>
    /^(?:TYPE|ENCODING)$/.test(key) ? value.split(',') : [],
  )
  const charset = parameters.find(([key]) => key === 'CHARSET')?.[1]
  return { group, name, types: words, value: valueOf(name, raw, words, charset) }
}

function valueOf(name: string, raw: string, words: readonly string[], charset: string | undefined): string {
  if (/^(?:PHOTO|LOGO)$/.test(name)) return '(picture)'
  if (/^(?:SOUND|KEY)$/.test(name) || /^data:\w+\/[\w.+-]+[;,]/i.test(raw)) return '(data)'
  if (words.includes('base64') || words.includes('b')) return unpacked(raw, charset)
  return words.includes('quoted-printable') ? unquoted(raw, charset) : raw
}

/** The text of `=C3=A9`. In some encodings the second byte of a letter is plain, so plain characters are decoded too. */
function unquoted(value: string, charset: string | undefined): string {
  return value.replaceAll(/[^\u0080-\uffff]+/g, (run) => {
    const bytes = Array.from(run.matchAll(/=([\da-f]{2})|[^]/gi), ([character, hex]) =>
      hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
    )
    return textOf(bytes, charset).replaceAll('\r\n', '\n')
  })
}

/** Text that was packed as if it were a picture. */
function unpacked(value: string, charset: string | undefined): string {
  try {
    const text = textOf(
      Array.from(atob(value), (character) => character.charCodeAt(0)),
      charset,
    )
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? '(data)' : text
  } catch {
    return '(data)'
  }
}

function textOf(bytes: readonly number[], charset: string | undefined): string {
  try {
    return decodeText(Uint8Array.from(bytes), charset).text
  } catch {
    // A name of an encoding that does not exist.
    return decodeText(Uint8Array.from(bytes)).text
  }
}
