import { useEffect, useSyncExternalStore } from 'react'
import { onStored, readStored, store } from './stored'

export type Theme = 'system' | 'light' | 'dark'

function readTheme(): Theme {
  const stored = readStored('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Shows the page in a theme and keeps the choice. public/theme.js applies it before the first paint of the next load. */
export function setTheme(theme: Theme): void {
  store('theme', theme === 'system' ? null : theme)
  apply(theme)
}

/** The chosen theme; follows a choice made in another tab. */
export function useTheme(): Theme {
  const theme = useSyncExternalStore(onStored, readTheme)
  useEffect(() => apply(theme), [theme])
  return theme
}

function apply(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
