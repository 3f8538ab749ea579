import { NavLink } from 'react-router'
import { cx } from '#/ui/cx'
import { Kbd } from '#/ui/Kbd'
import { IdBox } from './IdBox'
import { NAVIGATION_ITEMS } from './navigationItems'
import { ThemeSwitch } from './ThemeSwitch'

const LINK =
  'flex min-w-0 flex-col items-center justify-center gap-0.5 rounded-md text-xs font-medium md:h-8 md:flex-row md:justify-start md:gap-2.5 md:px-2 md:text-base'

interface NavigationProps {
  shortcuts: boolean
  onShowShortcuts: () => void
}

/** The side navigation; a bar at the bottom of narrow screens, where the rest of it is behind the band's button. */
export function Navigation({ shortcuts, onShowShortcuts }: NavigationProps) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] md:sticky md:top-(--frame-top) md:flex md:h-[calc(100dvh-var(--frame-top))] md:w-52 md:shrink-0 md:flex-col md:border-t-0 md:bg-page md:p-3">
      <nav
        aria-label="Main"
        className="grid h-14 grid-cols-4 gap-1 p-1 md:flex md:h-auto md:flex-col md:gap-0.5 md:p-0"
      >
        {NAVIGATION_ITEMS.map(({ to, label, shortcut, Icon }) => (
          <NavLink
            key={to}
            to={to}
            aria-keyshortcuts={shortcuts ? shortcut : undefined}
            className={({ isActive }) =>
              cx(
                LINK,
                isActive
                  ? 'bg-selected text-accent-text forced-colors:border'
                  : 'text-text-2 hover:bg-hover hover:text-text',
              )
            }
          >
            <Icon size={16} aria-hidden />
            <span className="truncate">{label}</span>
            {shortcuts && (
              <kbd aria-hidden className="ml-auto hidden font-mono text-xs text-text-3 md:block">
                {shortcut}
              </kbd>
            )}
          </NavLink>
        ))}
      </nav>
      <div className="mt-6 hidden md:block">
        <IdBox id="open-id" shortcut={shortcuts} />
      </div>
      <section aria-label="Settings" className="mt-auto hidden items-center justify-between gap-2 md:flex">
        <ThemeSwitch />
        <button
          type="button"
          onClick={onShowShortcuts}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts"
          className="rounded-sm p-1"
        >
          <Kbd>?</Kbd>
        </button>
      </section>
    </div>
  )
}
