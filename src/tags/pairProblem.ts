import { TAG_LIMITS, tagProblem, type TagProblem } from '#/comms'
import type { TagPair } from './pairs'

export interface PairProblem {
  /** What is wrong and how to right it. */
  text: string
  field: 'key' | 'value'
  /** A text that would pass, made from what was typed. */
  suggestion: string | null
  /** True for what is merely not finished yet: said when the row is left, not while it is typed. */
  unfinished: boolean
}

/** What is wrong with each row (section 2.1); `null` for a row that is fine or empty. */
export function problemsOf(pairs: readonly TagPair[]): Array<PairProblem | null> {
  const rowOfKey = new Map<string, number>()
  let filled = 0
  return pairs.map((pair, row) => {
    if (pair.key === '' && pair.value === '') return null
    filled += 1
    if (filled > TAG_LIMITS.pairs)
      return wrong('key', `Only ${TAG_LIMITS.pairs} tags are allowed. Remove this one.`)
    const earlier = pair.key === '' ? undefined : rowOfKey.get(pair.key)
    if (earlier !== undefined)
      return wrong('key', `“${pair.key}” is tag ${earlier + 1} already. A name can be used once.`)
    rowOfKey.set(pair.key, row)
    const problem = tagProblem(pair.key, pair.value)
    return problem && SENTENCES[problem](pair)
  })
}

const SENTENCES: Record<TagProblem, (pair: TagPair) => PairProblem> = {
  'empty-key': () => ({ ...wrong('key', 'This tag has a value and no name.'), unfinished: true }),
  'empty-value': () => ({ ...wrong('value', 'Give this tag a value, or remove it.'), unfinished: true }),
  'long-key': ({ key }) => tooLong('key', 'name', key, TAG_LIMITS.keyLength),
  'long-value': ({ value }) => tooLong('value', 'value', value, TAG_LIMITS.valueLength),
  'key-charset': ({ key }) => badCharacters('key', 'name', key, TAG_LIMITS.keyLength),
  'value-charset': ({ value }) => badCharacters('value', 'value', value, TAG_LIMITS.valueLength),
}

function wrong(field: PairProblem['field'], text: string): PairProblem {
  return { field, text, suggestion: null, unfinished: false }
}

function tooLong(field: PairProblem['field'], word: string, text: string, limit: number): PairProblem {
  return wrong(field, `The ${word} has ${text.length} characters; at most ${limit} are allowed.`)
}

function badCharacters(field: PairProblem['field'], word: string, text: string, limit: number): PairProblem {
  const bad = [...new Set(text)].filter((character) => !/[a-zA-Z0-9._~-]/.test(character))
  const named = bad.slice(0, 3).map((character) => (/\s/.test(character) ? 'a space' : `“${character}”`))
  const more = bad.length > 3 ? ' and more' : ''
  const plain = plainText(text)
  return {
    ...wrong(
      field,
      `The ${word} has ${named.join(', ')}${more} in it. Allowed are a to z, A to Z, 0 to 9 and .\u00a0_\u00a0~\u00a0-`,
    ),
    suggestion: plain !== '' && plain.length <= limit ? plain : null,
  }
}

/** As near as the allowed characters come: "Café Zürich" gives "Cafe-Zurich". */
function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/[^a-zA-Z0-9._~-]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
