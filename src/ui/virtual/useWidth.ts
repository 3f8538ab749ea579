import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** The width of an element in px, rounded down to 8 so that a drag of the window renders seldom; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return undefined
    const read = () => setWidth(Math.floor(target.clientWidth / 8) * 8)
    read()
    const observer = new ResizeObserver(read)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return width
}
