/** What a person can make of a row that needs a look, as a button. */
export interface Choice {
  /** `use`: these numbers take the place of what was written. `keep`: what was written is sent to, on their word. */
  how: 'use' | 'keep'
  /** E.164. */
  numbers: string[]
  /** Whose or which it is ("mobile"), as written beside it; '' where nothing was. */
  label: string
}

/** A choice that puts numbers in the place of what was written. */
export function replaceBy(numbers: string[], label = ''): Choice {
  return { how: 'use', numbers, label }
}

/** A choice that sends to a number as it was written. */
export function keepAs(e164: string): Choice {
  return { how: 'keep', numbers: [e164], label: '' }
}
