import { useEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/**
 * After a step to another page, puts the focus on its heading, so that a screen reader reads it and Tab starts there.
 * Not after a change of the search part: that is a filter, and the focus belongs to its control. Going back, a table
 * may have focused the row that was left; that is the better place.
 */
export function useFocusHeading(): void {
  const { pathname } = useLocation()
  const type = useNavigationType()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const main = document.querySelector<HTMLElement>('main')
    if (type === NavigationType.Pop && main?.contains(document.activeElement)) return
    const heading = main?.querySelector<HTMLElement>('h1') ?? main
    heading?.focus({ preventScroll: true })
  }, [pathname, type])
}
