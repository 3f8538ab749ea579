import { packCells, unpackCells } from './cells'
import type { Checked } from './checked'

/** Columns of which each row has a text of its own: one string each. */
const TEXTS = ['raw', 'e164', 'name', 'variables'] as const
/** Columns in which a few words come again and again: each word once, and a number for each row. */
const WORDS = ['about', 'verdict', 'rule'] as const
const NUMBERS = ['source', 'index', 'line', 'start', 'end', 'first'] as const

type Columns = (typeof TEXTS)[number] | (typeof WORDS)[number] | (typeof NUMBERS)[number]

/** A checked list on its way from the worker to the page: a few large values in place of a million small ones. */
export interface CheckedWire {
  rest: Omit<Checked, Columns>
  /** '' where every cell is empty. */
  texts: string[]
  words: { values: string[]; codes: Uint32Array }[]
  numbers: Int32Array[]
}

export function packChecked(checked: Checked): CheckedWire {
  const {
    source,
    index,
    line,
    start,
    end,
    first,
    raw,
    e164,
    name,
    variables,
    about,
    verdict,
    rule,
    ...rest
  } = checked
  return {
    rest,
    texts: [raw, e164, name, variables].map((column) =>
      column.some((cell) => cell !== '') ? packCells(column) : '',
    ),
    words: [about, verdict, rule].map(packWords),
    numbers: [source, index, line, start, end, first].map((column) => Int32Array.from(column)),
  }
}

export function unpackChecked({ rest, texts, words, numbers }: CheckedWire): Checked {
  const rows = numbers[0]?.length ?? 0
  const columns = [
    ...TEXTS.map((name, at) => [name, unpackTexts(texts[at] ?? '', rows)] as const),
    ...WORDS.map((name, at) => [name, unpackWords(words[at])] as const),
    ...NUMBERS.map((name, at) => [name, Array.from(numbers[at] ?? [])] as const),
  ]
  return { ...rest, ...Object.fromEntries(columns) } as Checked
}

function unpackTexts(packed: string, rows: number): string[] {
  return packed === '' ? Array.from({ length: rows }, () => '') : unpackCells(packed, rows)
}

function packWords(column: readonly string[]): CheckedWire['words'][number] {
  const codes = new Map<string, number>()
  const coded = Uint32Array.from(column, (word) => {
    const code = codes.get(word) ?? codes.size
    codes.set(word, code)
    return code
  })
  return { values: [...codes.keys()], codes: coded }
}

function unpackWords(words: CheckedWire['words'][number] | undefined): string[] {
  return words ? Array.from(words.codes, (code) => words.values[code] ?? '') : []
}
