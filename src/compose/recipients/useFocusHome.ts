import { useEffect, type RefObject } from 'react'

/**
 * Keeps the focus in a part of the page when what has it goes away: a button whose work is done, a list that was removed.
 * It goes to the first row that needs a look, else to the first control that is left.
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
      root
        .querySelector<HTMLElement>(
          '[data-part="column-question"] button, [role="row"][tabindex="0"], textarea',
        )
        ?.focus()
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
