import type { Verdict } from './verdict'

/**
 * Everybody named, row by row, as columns: ten thousand small objects would cost the page more to receive than these
 * few arrays do.
 */
export interface Checked {
  /** Index of the list the row is from, -1 for the text box. */
  source: number[]
  /** Which entry of its source the row is, from 0. */
  index: number[]
  /** Row or line in its source, from 1. */
  line: number[]
  raw: string[]
  e164: string[]
  region: string[]
  verdict: Verdict[]
  /** For a duplicate: the row it repeats. -1 otherwise. */
  first: number[]
  /** How many are sent to, need a look, were merged, and lack a plus (these need a look too). */
  people: number
  look: number
  duplicates: number
  missingPlus: number
  /** People by region, most first. */
  regions: [region: string, people: number][]
}

export const NOBODY: Checked = {
  source: [],
  index: [],
  line: [],
  raw: [],
  e164: [],
  region: [],
  verdict: [],
  first: [],
  people: 0,
  look: 0,
  duplicates: 0,
  missingPlus: 0,
  regions: [],
}
