import type { Choice } from '../reading/numberRun'
import type { Verdict } from '../reading/verdict'
import { counted } from '../words'

/** What a choice does, on its button. */
export function wordsForChoice({ how, numbers, label }: Choice, verdict: Verdict): string {
  const number = numbers[0] ?? ''
  if (how === 'keep') {
    return verdict === 'refusal' ? `Send to ${number} all the same` : `Keep it as ${number}`
  }
  if (numbers.length > 1)
    return numbers.length === 2 ? 'Use both' : `Use all ${counted(numbers.length, 'number', 'numbers')}`
  return label === '' ? `Use ${number}` : `Use ${number} (${label})`
}

/**
 * What a key does to a row: Enter takes the first reading, K keeps what was written. Nobody is written to against a
 * remark, or at a number that is not in use, by an Enter too many.
 */
export function choiceForKey(key: string, choices: readonly Choice[]): Choice | undefined {
  const how = key === 'Enter' ? 'use' : key.toLowerCase() === 'k' ? 'keep' : null
  return choices.find((choice) => choice.how === how)
}
