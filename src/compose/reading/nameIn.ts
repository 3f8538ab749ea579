import type { LeftOut, Span } from './entry'
import { labelOf } from './words/labels'
import { refusalIn } from './words/refusals'

/** Words that only join two numbers or lead to one, and are nobody's name. */
const NO_NAME =
  /^(?:or|and|und|oder|ou|et|y|o|e|od|u|en|of|и|или|tel|tél|sms|smsto|callto|whatsapp|rcs|mms|type|my|is|at|via|number|ab|uhr)[.:]?$/iu

/** A line with more numbers is a list without names. */
const MOST_NAMED = 100

/** E-mail addresses and links are nobody's name, also those without digits. */
const ADDRESS = /@|^(?:www\.|https?:)|\.\p{L}{2,}\//u

/**
 * The names in a line of numbers, and the digits that belong to nothing else.
 * @param entries the numbers, in order; a name is told only where it is clear whose it is
 * @param leftOut what was read as something else
 */
export function nameIn(
  text: string,
  entries: readonly Span[],
  leftOut: readonly Span[],
): { names: string[]; rest: LeftOut[] } {
  const taken = [...entries, ...leftOut].toSorted((one, other) => one.start - other.start)
  const gaps: Span[] = []
  let at = 0
  for (const { start, end } of taken) {
    if (start > at) gaps.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (at < text.length) gaps.push({ start: at, end: text.length })
  const remark = refusalIn(text)
  const isRemark = ({ start, end }: Span) => remark !== null && start < remark.end && end > remark.start
  const words = gaps.flatMap(({ start, end }) => wordsIn(text, start, end))
  const names = entries.map((entry, index) => {
    if (entries.length > MOST_NAMED) return []
    const isOnly = entries.length === 1
    const previous = entries[index - 1]?.end ?? 0
    const own = isOnly
      ? words
      : words.filter(
          ({ start, end }) =>
            start >= previous && end <= entry.start && !hasSeparator(text.slice(start, entry.start)),
        )
    return namePartsOf(
      own.filter((word) => !isRemark(word)),
      text,
    )
  })
  const used = new Set(names.flat())
  const rest = words
    .filter((word) => /[\p{Nd}\p{No}]/u.test(text.slice(word.start, word.end)) && !used.has(word))
    .map((span) => ({ ...span, what: 'other digits' }))
  return {
    names: names.map((parts) => tidy(parts.map(({ start, end }) => text.slice(start, end)).join(' '))),
    rest,
  }
}

function wordsIn(text: string, from: number, to: number): Span[] {
  return [...text.slice(from, to).matchAll(/[^\s,;|<>()[\]"“”„«»،؛、，：（）；。「」【】]+/gu)].map(
    ({ 0: word, index }) => ({
      start: from + index,
      end: from + index + word.length,
    }),
  )
}

function hasSeparator(text: string): boolean {
  return /[,;\t]/.test(text)
}

/** The words that are a name, with the initials and the joiners between them: "M. Müller", "Mary and John". */
function namePartsOf(words: readonly Span[], text: string): Span[] {
  const kinds = words.map(({ start, end }) => kindOf(text.slice(start, end)))
  const isName = (at: number) => kinds[at] === 'name'
  return words.filter((_, at) => {
    if (kinds[at] === 'initial') return isName(at + 1) || isName(at - 1)
    return isName(at) || (kinds[at] === 'joiner' && isName(at - 1) && isName(at + 1))
  })
}

function kindOf(word: string): 'name' | 'initial' | 'joiner' | 'none' {
  if (/[☎☏✆📞📱📲🤙]/u.test(word)) return 'none'
  if (/^\p{Extended_Pictographic}/u.test(word) && !/\p{Nd}/u.test(word)) return 'name'
  if (word === '&') return 'joiner'
  if (!/\p{L}/u.test(word) || word.replaceAll(/[^\p{Nd}]/gu, '').length > 3 || ADDRESS.test(word))
    return 'none'
  if (/^\p{Lu}\.$/u.test(word)) return 'initial'
  const label = labelOf(word)
  // "order" is what a number belongs to, "Bank" may be somebody's name.
  if (label !== 'none') return label === 'against' && /^\p{Lu}/u.test(word) ? 'name' : 'none'
  return NO_NAME.test(word) ? 'joiner' : 'name'
}

function tidy(name: string): string {
  return name.replace(/^[\s\-–—:.'’*•=/]+|[\s\-–—:'’*•=/]+$/gu, '')
}
