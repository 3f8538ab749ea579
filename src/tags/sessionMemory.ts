/**
 * What this tab remembers until it is closed. Storage may be full or forbidden, and then a part of the comfort is
 * missing and nothing else, so no function here throws.
 */
export function remember(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(`switchboard.tags.${key}`, JSON.stringify(value))
  } catch {
    // Works without.
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(`switchboard.tags.${key}`)
  } catch {
    // Works without.
  }
}

export function recall(key: string): unknown {
  try {
    const text = sessionStorage.getItem(`switchboard.tags.${key}`)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
