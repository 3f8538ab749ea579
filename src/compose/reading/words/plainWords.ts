/** Latin letters without their accents, each in its place: people write "Tél", "Tel" and "TÉL". */
export function withoutAccents(text: string): string {
  return text.replaceAll(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
}

/** The words of a heading or a label: lower case, `phoneNumber` and `phone_number` as two, without accents. */
export function wordsOf(text: string): string {
  return withoutAccents(text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .replaceAll(/[_\-–/()[\]"'’]+/g, ' ')
    .toLowerCase()
    .trim()
}

/** Whole words only: "Hotel" is no "tel", and "Callum" is no "call". */
export function whole(words: string): string {
  return `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`
}
