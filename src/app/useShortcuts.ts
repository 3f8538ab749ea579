import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { NAVIGATION_ITEMS } from './navigationItems'
import { onStored, readStored, store } from './stored'

/** Whether single keys do something. They can be switched off, because speech input types letters by accident. */
export function useShortcutsEnabled(): boolean {
  return useSyncExternalStore(onStored, () => readStored('shortcuts') !== 'off')
}

export function setShortcutsEnabled(enabled: boolean): void {
  store('shortcuts', enabled ? null : 'off')
}

/** Where a letter is text, or the key of a list, and no command. */
const TYPING = 'input, textarea, select, [contenteditable], [role="menu"], dialog'

/** Listens for the single keys: c, o, m and e go to a place, i to the id field, ? shows them all. */
export function useShortcuts(enabled: boolean, onHelp: () => void): void {
  const navigate = useNavigate()
  const commandOf = (key: string): (() => void) | null => {
    if (key === '?') return onHelp
    if (key === 'i') return focusIdBox
    const item = NAVIGATION_ITEMS.find(({ shortcut }) => shortcut === key)
    return item ? () => void navigate(item.to) : null
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    if (document.querySelector('dialog[open]')) return
    const run = commandOf(event.key)
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}

function focusIdBox() {
  document.querySelector<HTMLElement>('#open-id input')?.focus()
}
