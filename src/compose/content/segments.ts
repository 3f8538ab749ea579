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

const SEPTETS = new Map<string, number>([
  ...Array.from(BASIC).map((character) => [character, 1] as const),
  ...Array.from(ESCAPED).map((character) => [character, 2] as const),
])

const CAPACITY: Record<Encoding, { single: number; part: number }> = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
}

export function segmentsOf(text: string): Segmentation {
  const characters = Array.from(text)
  const encoding = characters.every((character) => SEPTETS.has(character)) ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map((character) =>
    encoding === 'GSM-7' ? (SEPTETS.get(character) ?? 0) : character.length,
  )
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { single, part } = CAPACITY[encoding]
  if (units <= single) return { encoding, segments: units === 0 ? 0 : 1, units, left: single - units }
  let segments = 1
  let filled = 0
  for (const size of sizes) {
    if (filled + size > part) {
      segments += 1
      filled = 0
    }
    filled += size
  }
  return { encoding, segments, units, left: part - filled }
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
  const found = new Map<string, Forcing>()
  let at = 0
  for (const character of text) {
    const known = found.get(character)
    if (known) known.times += 1
    else if (!SEPTETS.has(character)) found.set(character, { character, times: 1, at })
    at += character.length
  }
  return [...found.values()]
}
