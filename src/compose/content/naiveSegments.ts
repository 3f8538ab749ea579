import type { Segmentation } from './segments'

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const ESCAPED = '\f^{}\\[~]|€'

const SEPTETS = new Map([
  ...Array.from(BASIC).map((character) => [character, 1] as const),
  ...Array.from(ESCAPED).map((character) => [character, 2] as const),
])

/** `segmentsOf` as one would write it down at first: what tests and figures hold the fast one against. */
export function naiveSegmentsOf(text: string): Segmentation {
  const characters = Array.from(text)
  const isPlain = characters.every((character) => SEPTETS.has(character))
  const sizes = characters.map((character) => (isPlain ? (SEPTETS.get(character) ?? 0) : character.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [single, part] = isPlain ? [160, 153] : [70, 67]
  const most = units <= single ? single : part
  const parts: number[] = []
  for (const size of sizes) {
    const filled = parts.at(-1)
    if (filled === undefined || filled + size > most) parts.push(size)
    else parts[parts.length - 1] = filled + size
  }
  const left = most - (parts.at(-1) ?? 0)
  return { encoding: isPlain ? 'GSM-7' : 'UCS-2', segments: parts.length, units, left }
}
