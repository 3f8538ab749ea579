/**
 * How a text is cut into SMS segments (3GPP TS 23.038). The default alphabet holds 160 characters of 7 bits, or 153 in
 * each part of a longer message, since a header takes the room of seven. One character outside of it makes the whole
 * text UCS-2: 70 code units, or 67 a part. An escaped pair and a surrogate pair are never torn apart.
 */
export type Encoding = 'GSM-7' | 'UCS-2'

export interface Segmentation {
  encoding: Encoding
  segments: number
  /** Septets or 16-bit code units of the text. */
  units: number
  /** How many more fit into the last segment. */
  left: number
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const ESCAPED = '\f^{}\\[~]|€'

/** How many septets each character takes, by its code point; 0 for those that are not in the alphabet. */
const SEPTETS = new Uint8Array(0x20ad)
for (const character of BASIC) SEPTETS[character.charCodeAt(0)] = 1
for (const character of ESCAPED) SEPTETS[character.charCodeAt(0)] = 2

function septetsOf(codePoint: number): number {
  return SEPTETS[codePoint] ?? 0
}

const CAPACITY: Record<Encoding, { single: number; part: number }> = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
}

/** Where a cut through the text has come to. */
interface Cut {
  units: number
  segments: number
  /** How much of the last segment is taken. */
  filled: number
}

function add(cut: Cut, size: number, part: number): void {
  cut.units += size
  cut.filled += size
  if (cut.filled <= part) return
  cut.segments += 1
  cut.filled = size
}

/**
 * The text runs by once, cut both ways at a time: whether it is UCS-2 is known only at its end. Nothing is made for a
 * character, since this runs at each key press, and a text that was pasted can be long.
 */
export function segmentsOf(text: string): Segmentation {
  const septets: Cut = { units: 0, segments: 1, filled: 0 }
  const codeUnits: Cut = { units: 0, segments: 1, filled: 0 }
  let encoding: Encoding = 'GSM-7'
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const size = sizeOf(codePoint)
    const inSeptets = septetsOf(codePoint)
    if (inSeptets === 0) encoding = 'UCS-2'
    add(septets, inSeptets, CAPACITY['GSM-7'].part)
    add(codeUnits, size, CAPACITY['UCS-2'].part)
    at += size
  }
  const { units, segments, filled } = encoding === 'GSM-7' ? septets : codeUnits
  const { single, part } = CAPACITY[encoding]
  return units <= single
    ? { encoding, segments: units === 0 ? 0 : 1, units, left: single - units }
    : { encoding, segments, units, left: part - filled }
}

/** Code units of a character; half a pair that stands alone is one. */
function sizeOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}

export interface Forcing {
  character: string
  /** How often it occurs. */
  times: number
  /** Where it first stands, as an index into the text. */
  at: number
}

/** The characters that keep a text out of the default alphabet, each once, in order of appearance. */
export function forcingOf(text: string): Forcing[] {
  const found = new Map<number, Forcing>()
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    if (septetsOf(codePoint) === 0) {
      const known = found.get(codePoint)
      if (known) known.times += 1
      else found.set(codePoint, { character: String.fromCodePoint(codePoint), times: 1, at })
    }
    at += sizeOf(codePoint)
  }
  return [...found.values()]
}
