import type { Choice } from '../reading/choice'
import type { Verdict } from '../reading/verdict'
import { counted } from '../words'

/** What a choice does, on its button. */
export function wordsForChoice({ how, numbers, label }: Choice, verdict: Verdict): string {
  const number = numbers[0] ?? ''
  if (how === 'keep') {
    return verdict === 'refusal' ? `Send to ${number} anyway` : `Keep it as ${number}`
  }
  if (numbers.length > 1)
    return numbers.length === 2 ? 'Use both' : `Use all ${counted(numbers.length, 'number', 'numbers')}`
  return label === '' ? `Use ${number}` : `Use ${number} (${label})`
}

/**
 * The key that takes a choice, '' for none: Enter where there is one reading, its place where there are several, and K
 * for what is kept as written: nobody is written to against a remark by an Enter too many.
 */
export function keyOf(choice: Choice, choices: readonly Choice[]): string {
  if (choice.how === 'keep') return 'K'
  const readings = choices.filter(({ how }) => how === 'use')
  if (readings.length === 1) return 'Enter'
  const place = readings.indexOf(choice) + 1
  return place > 9 ? '' : String(place)
}

/** What a key does to a row. */
export function choiceForKey(key: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => keyOf(choice, choices).toLowerCase() === key.toLowerCase())
}
