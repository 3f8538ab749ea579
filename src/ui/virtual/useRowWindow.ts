import type { RefObject } from 'react'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RowWindow } from './rowWindow'
import { rowWindow } from './rowWindow'

/**
 * The rows to render while `body` (the element as high as all rows together) scrolls past the viewport, whatever it
 * is that scrolls. Renders in the scroll event itself, before the paint: later would show blank rows.
 */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [shown, setShown] = useState<RowWindow>(() =>
    rowWindow({ top: 0, viewport: window.innerHeight, rowHeight, count }),
  )

  const update = useEffectEvent((render: (apply: () => void) => void) => {
    const top = body.current?.getBoundingClientRect().top ?? 0
    const next = rowWindow({ top, viewport: window.innerHeight, rowHeight, count })
    if (!same(next, shown)) render(() => setShown(next))
  })

  useLayoutEffect(() => {
    update(now)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they are read by `update`, and are its causes
  }, [count, rowHeight])

  useEffect(() => {
    const scrolled = () => update(flushSync)
    const resized = new ResizeObserver(() => update(now))
    resized.observe(document.body)
    // Scroll events do not bubble; caught on their way down, they tell of every scroller around the table.
    window.addEventListener('scroll', scrolled, { capture: true, passive: true })
    window.addEventListener('resize', scrolled)
    return () => {
      resized.disconnect()
      window.removeEventListener('scroll', scrolled, { capture: true })
      window.removeEventListener('resize', scrolled)
    }
  }, [])

  // Between a change of `count` and the measuring above, the old window may reach past the rows there are.
  return shown.end > count ? { ...shown, start: Math.min(shown.start, count), end: count } : shown
}

function now(apply: () => void) {
  apply()
}

function same(a: RowWindow, b: RowWindow): boolean {
  return a.start === b.start && a.end === b.end && a.first === b.first
}
