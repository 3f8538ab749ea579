import { keepAs, replaceBy, type Choice } from './choice'
import { hasLooseEnd, hasLooseStart, hasOddEnd, shorterOf } from './looseEnds'
import { canBeKept, judgeInternational, judgeNational } from './plan'
import { severalIn } from './severalNumbers'
import {
  bestOf,
  isCompactDate,
  variantsOf,
  writtenAs,
  type RunPlace,
  type Variant,
  type Written,
} from './variants'
import type { Rule, Verdict } from './verdict'

/** One run of digits and of what may stand between them, read as a phone number. */
export interface RunReading {
  verdict: Verdict
  /** E.164 where one can be told, also one that needs a look. */
  e164: string
  /** As in Judgement. */
  region: string
  rule: Rule | null
  choices: Choice[]
}

/** One for all: of two hundred thousand numbers nearly all have none. */
const NO_CHOICES: Choice[] = []

/**
 * Reads a cleaned run such as `+44 (0)7912 345678`. A number is `ok` only where exactly one reading fits: what was
 * written with its country needs the form of that country's numbers; what was written without one must be a number
 * that its country has given out. Everything else needs a look, and every reading that fits is a choice.
 */
export function readRun(run: string, place: RunPlace): RunReading {
  const written = writtenAs(run)
  const best = bestOf(variantsOf(written, place))
  const several = severalIn(run, place)
  if (several.length > 0) return explainSeveral(best, several)
  if (!best) return explain(written, place)
  const { judgement, rule } = best
  const { e164, region, fit } = judgement
  // Plans of open length take digits more at either end, which may be a list number or somebody's floor.
  const isLoose = fit !== 'assigned' || hasLooseEnd(run, place) || hasLooseStart(run)
  const isOdd = hasOddEnd(run, place)
  const shorter = isLoose ? shorterOf(written, place).filter(({ numbers }) => numbers[0] !== e164) : []
  if (shorter.length > 0 || isOdd)
    return { ...held('unclear', '', ''), choices: [...shorter, replaceBy([e164])] }
  return { verdict: 'ok', e164, region, rule, choices: NO_CHOICES }
}

function explainSeveral(best: Variant | null, several: readonly string[][]): RunReading {
  const all = [...new Set(several.flat())]
  const whole = best && !all.includes(best.judgement.e164) ? [best.judgement.e164] : []
  const choices = [...[...all, ...whole].map((one) => [one]), ...(all.length > 1 ? [all] : [])]
  return { ...held('several', '', ''), choices: choices.map((numbers) => replaceBy(numbers)) }
}

/** What is wrong with a run that has no clear reading, and what it may have been meant as. */
function explain(written: Written, place: RunPlace): RunReading {
  const { run, digits, isInternational } = written
  const numbers = new Set(variantsOf(written, place).map(({ judgement }) => judgement.e164))
  if (numbers.size > 0) {
    return { ...held('unclear', '', ''), choices: [...numbers].map((number) => replaceBy([number])) }
  }
  const shorter = shorterOf(written, place)
  if (isInternational) return explainInternational(digits, shorter)
  const national = judgeNational(digits, place.country)
  if (national.fit === 'assigned') {
    const verdict = isCompactDate(run)
      ? held('something-else', '', 'a date')
      : held('lost-zero', '', national.region)
    return { ...verdict, choices: [replaceBy([national.e164]), ...shorter] }
  }
  const plus = digits.startsWith('0') ? null : judgeInternational(digits)
  if (plus?.fit === 'assigned') {
    return { ...held('missing-plus', plus.e164, plus.region), choices: [replaceBy([plus.e164]), ...shorter] }
  }
  const keepable = national.fit === 'plausible' && canBeKept(national.e164) ? national.e164 : ''
  return {
    ...held(national.verdict, keepable, national.region),
    choices: [...(keepable === '' ? [] : [keepAs(keepable)]), ...shorter],
  }
}

function explainInternational(digits: string, shorter: readonly Choice[]): RunReading {
  const { verdict, region } = judgeInternational(digits)
  const keepable = canBeKept(`+${digits}`) ? `+${digits}` : ''
  const modern = judgeInternational(digits.replace(/^521/, '52'))
  return {
    ...held(verdict, keepable, region),
    choices: [
      ...(keepable === '' ? [] : [keepAs(keepable)]),
      ...(modern.fit === 'assigned' ? [replaceBy([modern.e164])] : []),
      ...shorter,
    ],
  }
}

function held(verdict: Verdict, e164: string, region: string): Omit<RunReading, 'choices'> {
  return { verdict, e164, region, rule: null }
}
