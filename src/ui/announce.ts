let queue: string[] = []
let listener: ((text: string) => void) | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Announcements made within this many milliseconds are read as one. */
const BATCH_MS = 150

function flush() {
  timer = undefined
  const text = queue.join('. ')
  queue = []
  listener?.(text)
}

/**
 * Has a screen reader say `text` when it is done with what it is saying. Several announcements in a row are joined,
 * equal ones said once; what is said before the page stands is said as soon as it does.
 */
export function announce(text: string): void {
  if (!queue.includes(text)) queue.push(text)
  if (listener) timer ??= setTimeout(flush, BATCH_MS)
}

/** Connects the live region; there is one. Returns its end. */
export function onAnnouncement(hear: (text: string) => void): () => void {
  listener = hear
  if (queue.length > 0) timer ??= setTimeout(flush, BATCH_MS)
  return () => {
    if (listener === hear) listener = null
    clearTimeout(timer)
    timer = undefined
  }
}
