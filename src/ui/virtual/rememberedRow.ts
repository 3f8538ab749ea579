const PREFIX = 'switchboard.row.'

/** Remembers the row a person was at, for one entry of the browser's history, as long as the tab lives. */
export function rememberRow(historyKey: string, rowKey: string): void {
  try {
    sessionStorage.setItem(PREFIX + historyKey, rowKey)
  } catch {
    // Storage is full or blocked: Back then returns to the top of the page, which is no harm.
  }
}

/** The row remembered for this entry of the browser's history, or `null`. */
export function recallRow(historyKey: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + historyKey)
  } catch {
    return null
  }
}
