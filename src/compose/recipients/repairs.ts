import type { Checked } from '../reading/checked'
import type { Choice } from '../reading/choice'
import { needsLook, type Verdict } from '../reading/verdict'
import { labelOf } from '../reading/words/labels'
import { counted } from '../words'

/** One way to put many rows right that have the same thing wrong. */
export interface Repair {
  rows: number[]
  /** On the button. */
  label: string
  /** When it is done. */
  done: string
  /** What is done to a row; `null` takes it out, `undefined` leaves it. */
  choiceOf: (row: number) => Choice | null | undefined
}

interface Kind {
  fits: (verdict: Verdict, choices: readonly Choice[]) => Choice | null | undefined
  label: (count: number) => string
  done: (count: number) => string
  /** Offered for so few rows already. */
  from: number
}

const numbers = (count: number) => counted(count, 'number', 'numbers')
const rows = (count: number) => counted(count, 'row', 'rows')

const readingOf = (wanted: Verdict) => (verdict: Verdict, choices: readonly Choice[]) =>
  verdict === wanted ? choices.find(({ how }) => how === 'use') : undefined
const remove = (wanted: readonly Verdict[]) => (verdict: Verdict) =>
  wanted.includes(verdict) ? null : undefined

const KINDS: readonly Kind[] = [
  {
    fits: readingOf('missing-plus'),
    label: (count) => `Add the + to ${count.toLocaleString('en')}`,
    done: (count) => `+ added to ${numbers(count)}`,
    from: 1,
  },
  {
    fits: readingOf('lost-zero'),
    label: (count) => `Use ${numbers(count)} without a 0 in front`,
    done: (count) => `${numbers(count)} used`,
    from: 2,
  },
  {
    fits: (verdict, choices) =>
      verdict === 'several' || verdict === 'empty'
        ? choices.find(({ how, label }) => how === 'use' && labelOf(label) === 'mobile')
        : undefined,
    label: (count) => `Use the mobile number of ${counted(count, 'person', 'people')}`,
    done: (count) => `${counted(count, 'mobile number', 'mobile numbers')} used`,
    from: 2,
  },
  {
    fits: readingOf('extension'),
    label: (count) => `Remove ${counted(count, 'extension', 'extensions')}`,
    done: (count) => `${counted(count, 'extension', 'extensions')} removed`,
    from: 2,
  },
  {
    fits: (verdict, choices) =>
      verdict === 'not-in-use' || verdict === 'too-long'
        ? choices.find(({ how }) => how === 'keep')
        : undefined,
    label: (count) => `Keep ${numbers(count)} that may not be in use`,
    done: (count) => `${numbers(count)} kept`,
    from: 2,
  },
  {
    fits: remove(['refusal']),
    label: (count) => `Remove the ${count.toLocaleString('en')} who do not want messages`,
    done: (count) => `${rows(count)} removed`,
    from: 2,
  },
  {
    fits: remove(['empty', 'no-number']),
    label: (count) => `Remove ${rows(count)} without a number`,
    done: (count) => `${rows(count)} removed`,
    from: 2,
  },
]

/** The repairs that fit several rows of a checked list. */
export function repairsOf(checked: Checked): Repair[] {
  return KINDS.flatMap(({ fits, label, done, from }) => {
    const choices = new Map<number, Choice | null>()
    checked.verdict.forEach((verdict, row) => {
      if (!needsLook(verdict)) return
      const choice = fits(verdict, checked.choices[row] ?? [])
      if (choice !== undefined) choices.set(row, choice)
    })
    const count = choices.size
    if (count < from) return []
    return [
      {
        rows: [...choices.keys()],
        label: label(count),
        done: done(count),
        choiceOf: (row: number) => choices.get(row),
      },
    ]
  })
}
