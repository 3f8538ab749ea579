import { replaceBy, type Choice } from './choice'
import { judgeInternational } from './plan'
import { accepted, isWhole, type RunPlace, type Written } from './variants'

/** A short last group that stands by itself, as no usual way to write a number has it; or opening hours: `… 9-17`. */
export function hasLooseEnd(run: string, { isFollowed = false }: RunPlace): boolean {
  if (HOURS.test(run)) return true
  const [, before = '', last = ''] = /(\d+)(?:\s+[-./]?\s*|\s*[-.]\s+)(\d{1,5})$/.exec(run) ?? []
  if (last === '') return false
  if (isFollowed && last.length === 1) return true
  return before.length >= 4 && (last.length <= 2 || (isFollowed && last.length < before.length))
}

const HOURS = /\d{6}\s+\d{1,2}\s?-\s?\d{1,2}$/

/** One or two digits behind a group of four, with a word behind them: they count what the word says. */
export function hasOddEnd(run: string, { isFollowed = false }: RunPlace): boolean {
  return isFollowed && /\d{4}\s+\d{1,2}$/.test(run)
}

/** A first group in front of what already begins as a number does: `2 0171 2345678`, `02.0171 2345678`. */
export function hasLooseStart(run: string): boolean {
  return /^\(?\d{1,3}\)?[\s\-./]+\(?0\d/.test(run) && !/^\(?\d{1,4}\)?[\s\-./]*\(0\)/.test(run)
}

/** What is left when the first or the last group does not belong to the number: `1 030 123456`, `0151 23456789 2`. */
export function shorterOf({ run, isInternational }: Written, place: RunPlace): Choice[] {
  const withoutLast = HOURS.test(run)
    ? run.replace(/\s+\d{1,2}\s?-\s?\d{1,2}$/, '')
    : run.replace(/[\s\-./(]+\d{1,5}\)?$/, '')
  const withoutFirst = isInternational ? run : run.replace(/^\(?\d{1,4}\)?[\s\-./]+/, '')
  const numbers = [withoutLast, withoutFirst]
    .filter((part) => part !== run && isWhole(part))
    .map((part) => assigned(part, place))
    .filter((number) => number !== null)
  return [...new Set(numbers)].map((number) => replaceBy([number]))
}

function assigned(run: string, place: RunPlace): string | null {
  const number = accepted(run, place)
  return number !== null && judgeInternational(number.slice(1)).fit === 'assigned' ? number : null
}
