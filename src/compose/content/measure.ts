import { replaceable, toPlain } from './plainText'
import { forcingOf, segmentsOf, type Forcing, type Segmentation } from './segments'

/** All that is said of a text's length and of its characters. */
export interface Measure extends Segmentation {
  /**
   * What makes the text Unicode. Those that have a plain form come first: among the letters of a whole language nobody
   * would find them.
   */
  forcing: Forcing[]
  /** What plain characters would save; `null` where they would save nothing. */
  plain: Saving | null
}

/** The characters to put in their plain form, and how many segments there are then. */
export interface Saving {
  characters: string[]
  segments: number
}

let last: { text: string; measure: Measure } | null = null

/** Counts a text once for each change of it: several parts of the page ask, all of them about the same text. */
export function measure(text: string): Measure {
  if (last?.text !== text) last = { text, measure: count(text) }
  return last.measure
}

function count(text: string): Measure {
  const now = segmentsOf(text)
  if (now.encoding === 'GSM-7') return { ...now, forcing: [], plain: null }
  const forcing = forcingOf(text)
  const characters = replaceable(forcing)
  if (characters.length === 0) return { ...now, forcing, plain: null }
  const usual = new Set(characters)
  const rest = forcing.filter(({ character }) => !usual.has(character))
  const first = forcing.filter(({ character }) => usual.has(character))
  const { encoding, segments } = segmentsOf(toPlain(text, characters))
  const helps = encoding === 'GSM-7' || segments < now.segments
  return { ...now, forcing: [...first, ...rest], plain: helps ? { characters, segments } : null }
}
