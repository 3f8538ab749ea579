import { useEffect, type RefObject } from 'react'

/** Where the work goes on: the question for a column, the row that was last in use, the box. */
const HOMES = ['[data-part="column-question"] button', '[role="row"][tabindex="0"]', 'textarea']

/**
 * Keeps the focus in a part of the page when what has it goes away: a button whose work is done, a list that was removed.
 */
export function useFocusHome(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = part.current
    if (!root) return undefined
    let last: Element | null = null
    let frame = 0
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null
    }
    const goHome = () => {
      // Whoever went elsewhere, or was led somewhere by the part itself, stays there.
      if (last === null || last.isConnected || document.activeElement !== document.body) return
      last = null
      // In this order, not in that of the page.
      const home = HOMES.map((one) => root.querySelector<HTMLElement>(one)).find(
        (element) => element !== null,
      )
      home?.focus()
    }
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(goHome)
    })
    root.addEventListener('focusin', remember)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', remember)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [part])
}
