const format = new Intl.NumberFormat('en')

/** "10,000": grouped as in English, the language of the screen, whatever the browser is set to. */
export function formatNumber(value: number): string {
  return format.format(value)
}
