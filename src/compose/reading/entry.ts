import type { Choice } from './choice'
import type { RunPlace } from './variants'
import { regionOf } from './plan'
import type { Rule, Verdict } from './verdict'

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** One number of a line or a cell, or the place where somebody has to look for one. */
export interface Entry extends Span {
  verdict: Verdict
  /** E.164 where one can be told. */
  e164: string
  /** Region, what it looks like instead, or the words of a refusal: see explainVerdict. */
  about: string
  rule: Rule | null
  choices: Choice[]
  /** Who it is, as far as the line says so. */
  name: string
}

/** Digits that were read as something else than a phone number. */
export interface LeftOut extends Span {
  /** "a date", "a link". */
  what: string
}

export interface LineReading {
  entries: Entry[]
  leftOut: LeftOut[]
}

export interface LinePlace extends RunPlace {
  /** A cell is about one person; a line may list several. */
  isCell: boolean
  /** Numbers that are sent to on the agent's word. */
  kept: ReadonlySet<string>
  /** Texts that were left out and are to be read as numbers all the same. */
  putBack: ReadonlySet<string>
  /** What the line counts as, in a list that counts its lines. */
  ordinal?: number | undefined
}

/** What the agent keeps is sent to, whatever was said against it. */
export function keptOnWord(entry: Entry, { kept }: LinePlace): Entry {
  const number = entry.choices.find(({ how, numbers }) => how === 'keep' && kept.has(numbers[0] ?? ''))
    ?.numbers[0]
  return number === undefined || entry.verdict === 'ok'
    ? entry
    : { ...entry, verdict: 'ok', e164: number, about: regionOf(number), rule: 'kept', choices: [] }
}
