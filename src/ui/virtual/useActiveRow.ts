import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { NavigationType, useLocation, useNavigationType } from 'react-router'
import { recallRow, rememberRow } from './rememberedRow'
import { scrollRowIntoView } from './scrollRowIntoView'

interface ActiveRowOptions {
  body: RefObject<HTMLElement | null>
  count: number
  rowHeight: number
  /** Rows have their final form; before that, what is focused would be replaced at once. */
  settled: boolean
  keyAt: (index: number) => string | null
  indexOf: (key: string) => number
}

/**
 * The row that the arrow keys move from, and the one Tab stops at. It is known by its key, so that rows that arrive
 * above it do not move it. Coming back in history, it is focused again.
 */
export function useActiveRow({ body, count, rowHeight, settled, keyAt, indexOf }: ActiveRowOptions) {
  const location = useLocation()
  const back = useNavigationType() === NavigationType.Pop
  const [active, setActive] = useState<{ key: string; index: number } | null>(() => {
    const key = back ? recallRow(location.key) : null
    const index = key === null ? -1 : indexOf(key)
    return key === null || index < 0 ? null : { key, index }
  })

  const index = active === null ? -1 : keyAt(active.index) === active.key ? active.index : indexOf(active.key)

  const restore = useRef(active?.index ?? null)
  useLayoutEffect(() => {
    if (!settled) return
    if (restore.current !== null) focusRow(body.current, restore.current)
    restore.current = null
  }, [body, settled])

  useEffect(() => {
    if (active) rememberRow(location.key, active.key)
  }, [active, location.key])

  const activate = (target: number) => {
    const key = keyAt(target)
    if (key !== null && key !== active?.key) setActive({ key, index: target })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const from = rowOf(event.target)
    if (from === null) return
    const target = targetOf(
      event.key,
      from,
      count,
      Math.max(1, Math.floor(window.innerHeight / rowHeight) - 4),
    )
    if (target === null) return
    event.preventDefault()
    flushSync(() => activate(target))
    if (body.current) scrollRowIntoView(body.current, target, rowHeight)
    focusRow(body.current, target)
  }

  return { index, activate, onKeyDown }
}

function focusRow(body: HTMLElement | null, index: number) {
  const link = body?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`)
  link?.focus({ preventScroll: true })
}

/** The index of the row whose link has the focus. Keys pressed in other controls of a row are theirs. */
function rowOf(target: EventTarget): number | null {
  if (!(target instanceof HTMLElement) || !target.matches('[data-row-link]')) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? null : Number(index)
}

/** The row a key leads to, or `null` for a key that leads nowhere. */
export function targetOf(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(count - 1, from + page)
    case 'PageUp':
      return Math.max(0, from - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
