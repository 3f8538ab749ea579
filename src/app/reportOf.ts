/** True for an error of fetching a part of the program: a new version replaced it, or the connection failed. */
export function isChunkError(error: unknown): boolean {
  return error instanceof Error && CHUNK.test(error.message)
}

/** What Chromium, Firefox and Safari say, and Vite about style sheets. */
const CHUNK =
  /dynamically imported module|module script failed|error loading dynamically|Unable to preload CSS/i

/** Everything about an error that helps whoever looks for its cause, as text to copy. */
export function reportOf(error: unknown, path: string): string {
  const lines = [`Page: ${path}`, `Time: ${new Date().toISOString()}`, `Browser: ${navigator.userAgent}`]
  if (error instanceof Error) {
    lines.push('', error.stack ?? `${error.name}: ${error.message}`)
    if (error.cause !== undefined) lines.push(`Cause: ${textOf(error.cause)}`)
  } else {
    lines.push('', textOf(error))
  }
  return lines.join('\n')
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error
  if (error instanceof Error) return `${error.name}: ${error.message}`
  try {
    return JSON.stringify(error) ?? String(error)
  } catch {
    return String(error)
  }
}
