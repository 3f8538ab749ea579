import type { LinePlace } from './entry'
import { readLine } from './readLine'
import { FEWEST_DIGITS } from './bareNumber'
import { clean } from './characters'
import { headerIn } from './headings'
import type { Matching } from './table'
import { isNameHeading } from './words/columnHeadings'
import { headingLabel, isPhoneOfOther, type Label } from './words/labels'

/** Why the columns of a table are matched as they are. */
export type Reason = 'heading' | 'only' | 'plus' | 'remembered' | 'chosen'

/** What was found out about one column. */
export interface Column {
  /** The heading as it stands there, '' where there is none. */
  heading: string
  /** What to call the column: its heading, or "Column 3". */
  label: string
  /** What its heading says. */
  kind: Label
  /** The first few cells with something in them. */
  samples: string[]
  /** How many cells were looked at, how many have anything in them, and how many of those read as a phone number. */
  looked: number
  filled: number
  numbers: number
}

export interface Guess {
  matching: Matching
  /** `null` where it takes a person to say which column is meant. */
  reason: Reason | null
  columns: Column[]
}

/** Looking at so many rows, spread over the table, tells what is in a column. */
const LOOKED_AT = 400
const SAMPLES = 3

/**
 * Matches the columns of a table, by what their headings say and by how many of their cells are numbers.
 * @param chosen the row of the headings, where somebody said which it is
 */
export function guessColumns(columns: readonly string[][], place: LinePlace, chosen?: number): Guess {
  const rows = columns[0]?.length ?? 0
  const top = Array.from({ length: Math.min(rows, 10) }, (_, row) => columns.map((cells) => cells[row] ?? ''))
  const header = chosen ?? headerIn(top)
  const weights = columns.map((cells, index) => weigh(cells, header, index, place))
  const { numbers, reason } = chooseNumbers(weights)
  const names = namesOf(weights, numbers)
  return {
    matching: { header, numbers, every: false, names, variables: [] },
    reason,
    columns: weights.map(({ column }) => column),
  }
}

interface Weight {
  index: number
  column: Column
  /** Cells that read as a number, or that may be one: of the filled ones. */
  share: number
  /** Numbers written with their country, of all numbers. */
  international: number
  /** Numbers written as only phone numbers are: with their country, a zero in front, or in groups. */
  marked: number
  isText: boolean
}

function weigh(cells: readonly string[], header: number, index: number, place: LinePlace): Weight {
  const heading = header >= 0 ? (cells[header] ?? '').trim() : ''
  const kind = headingLabel(heading)
  const looked = lookedAt(cells, header + 1)
  const filled = looked.filter((cell) => cell !== '')
  let numbers = 0
  let likely = 0
  let international = 0
  let marked = 0
  for (const cell of filled) {
    const { entries } = readLine(cell, {
      ...place,
      isCell: true,
      isLabelled: kind === 'mobile' || kind === 'phone',
    })
    if (entries.some(({ verdict }) => verdict === 'ok')) numbers += 1
    const written = clean(cell).text
    const isLong = written.replaceAll(/\D/g, '').length >= FEWEST_DIGITS
    if (isLong && entries.some(({ verdict }) => verdict !== 'no-number')) likely += 1
    if (/^[\s'"=(]*(?:\+|00)/.test(written)) international += 1
    if (/^[\s'"=(]*[+0]|\d[\s\-()/.]+\d/.test(written)) marked += 1
  }
  return {
    index,
    column: {
      heading,
      label: heading || `Column ${index + 1}`,
      kind,
      samples: filled.slice(0, SAMPLES),
      looked: looked.length,
      filled: filled.length,
      numbers,
    },
    share: filled.length === 0 ? 0 : likely / filled.length,
    international: likely === 0 ? 0 : international / likely,
    marked: likely === 0 ? 0 : marked / likely,
    isText: filled.length > 0 && filled.filter((cell) => /\p{L}/u.test(cell)).length >= filled.length * 0.8,
  }
}

function lookedAt(cells: readonly string[], from: number): string[] {
  const step = Math.max(1, Math.floor((cells.length - from) / LOOKED_AT))
  const looked: string[] = []
  for (let row = from; row < cells.length; row += step) looked.push(cells[row] ?? '')
  return looked
}

/** Mobile beats phone, phone beats number; what speaks of orders, accounts or fax comes last. */
const RANKS: Record<Label, number> = { mobile: 4, phone: 3, number: 2, none: 1, against: 0, fax: 0 }

function chooseNumbers(weights: readonly Weight[]): { numbers: number[]; reason: Reason | null } {
  const hasHeadings = weights.some(({ column }) => column.heading !== '')
  // Where no heading tells, every column with a number in it is asked about.
  const rivals = weights.filter(
    ({ share, column: { kind, numbers } }) =>
      share >= 0.5 || (numbers > 0 && (!hasHeadings || RANKS[kind] >= RANKS.phone)),
  )
  // Beside headings, a column of numbers without one belongs to somebody too.
  const isUnheaded = hasHeadings && rivals.some(({ share, column }) => column.heading === '' && share >= 0.9)
  if (isUnheaded && rivals.length > 1) return { numbers: [], reason: null }
  const best = Math.max(...rivals.map(({ column }) => RANKS[column.kind]))
  if (rivals.length === 0) return onlyHeaded(weights)
  const [first, second] = rivals.filter(({ column }) => RANKS[column.kind] === best)
  if (!first) return { numbers: [], reason: null }
  if (!second) {
    const others = rivals.filter((rival) => rival !== first)
    if (best >= RANKS.phone) return { numbers: [first.index], reason: 'heading' }
    const isSomebodys =
      best === 0 && others.length === 0 && first.column.numbers > 0 && isPhoneOfOther(first.column.heading)
    if (isSomebodys) return { numbers: [first.index], reason: 'only' }
    const areAgainst = others.every(({ column }) => RANKS[column.kind] === 0)
    if (best >= RANKS.none && areAgainst && first.column.numbers > 0) {
      return {
        numbers: [first.index],
        reason: best === RANKS.number || others.length > 0 ? 'heading' : 'only',
      }
    }
  }
  // Only phone numbers are written with a plus.
  const [one, another] = rivals.filter(({ international }) => international >= 0.9)
  const areBare = rivals.every((rival) => rival === one || rival.marked <= 0.1)
  if (one && !another && areBare && best < RANKS.phone && best > 0) {
    return { numbers: [one.index], reason: 'plus' }
  }
  return { numbers: [], reason: null }
}

/** Where nothing reads as a number, the one column that should hold them: each of its cells says what is wrong. */
function onlyHeaded(weights: readonly Weight[]): { numbers: number[]; reason: Reason | null } {
  const [first, second] = weights.filter(
    ({ column }) => RANKS[column.kind] >= RANKS.phone && column.filled > 0,
  )
  return first && !second ? { numbers: [first.index], reason: 'heading' } : { numbers: [], reason: null }
}

/** The columns with people's names; without headings the first one of words. */
function namesOf(weights: readonly Weight[], numbers: readonly number[]): number[] {
  const others = weights.filter(({ index }) => !numbers.includes(index))
  const headed = others
    .filter(({ column, isText }) => isText && isNameHeading(column.label))
    .map(({ index }) => index)
  const hasHeadings = weights.some(({ column }) => column.heading !== '')
  if (headed.length > 0 || hasHeadings) return headed
  return others
    .filter(({ isText }) => isText)
    .slice(0, 1)
    .map(({ index }) => index)
}
