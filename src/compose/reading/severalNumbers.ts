import { accepted, isWhole, SHORTEST, type RunPlace } from './variants'

/**
 * The numbers of a run that reads as more than one: two whole numbers beside each other (`0301234567 0301234568`), or
 * one with another ending behind a slash (`030 1234567/68`).
 */
export function severalIn(run: string, place: RunPlace): string[][] {
  const endings = endingsIn(run, place)
  if (endings.length > 0) return endings
  const digits = run.replaceAll(/\D/g, '')
  if (digits.length < 2 * SHORTEST || digits.length > LONGEST_LIST) return []
  return numbersIn(run, place, new Map())
}

/** `030 1234567/68`, `030 12345-67/-68`: one number, and other last digits for it. */
function endingsIn(run: string, place: RunPlace): string[][] {
  const [, base = '', rest = ''] = /^(.*?\d)((?:\s?\/\s?-?\d{1,4})+)$/.exec(run) ?? []
  if (base.replaceAll(/\D/g, '').length < SHORTEST) return []
  const first = accepted(base, place)
  if (first === null) return []
  const plain = base.replaceAll(/[^\d+]/g, '')
  const others = [...rest.matchAll(/\d+/g)].map(([ending]) =>
    accepted(plain.slice(0, -ending.length) + ending, place),
  )
  return [[first], ...others.filter((number) => number !== null).map((number) => [number])]
}

/** Longer runs are no list that somebody typed. */
const LONGEST_LIST = 200

/** Cuts a run into whole numbers, `[]` where it cannot be. What was tried from a place on is known. */
function numbersIn(run: string, place: RunPlace, known: Map<string, string[][]>): string[][] {
  const before = known.get(run)
  if (before) return before
  known.set(run, [])
  for (const gap of run.matchAll(/[\s\-./()]+/g)) {
    const [one, other] = [run.slice(0, gap.index), run.slice(gap.index + gap[0].length)]
    if (!isWhole(one)) continue
    if (one.replaceAll(/\D/g, '').length > MOST_DIGITS || !isWhole(other)) break
    if (!beginAlike(one, other)) continue
    const first = accepted(one, place)
    if (first === null) continue
    const more = numbersIn(other, place, known)
    const last =
      more.length > 0
        ? more
        : [accepted(other, place)].filter((number) => number !== null).map((number) => [number])
    if (last.length > 0) {
      const found = [[first], ...last]
      known.set(run, found)
      return found
    }
  }
  return []
}

/** The most digits that a number has, with 00 and a zero of the trunk (ITU E.164: 15). */
const MOST_DIGITS = 18

/** Two numbers of one list are written in one way: both with +, both with 0, or both with neither. */
function beginAlike(one: string, other: string): boolean {
  const start = (run: string) => /[+\d]/.exec(run)?.[0].replace(/[1-9]/, '1')
  return start(one) === start(other)
}
