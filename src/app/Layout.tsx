import { lazy, Suspense, useState } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { Announcer } from '#/ui/Announcer'
import { Toaster } from '#/ui/Toaster'
import { ConnectionBand } from './ConnectionBand'
import { ConnectionNotice } from './ConnectionNotice'
import { Navigation } from './Navigation'
import { useFocusHeading } from './useFocusHeading'
import { useShortcuts, useShortcutsEnabled } from './useShortcuts'

const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog')).ShortcutsDialog }))
const MoreDialog = lazy(async () => ({ default: (await import('./MoreDialog')).MoreDialog }))

/** What stands around every page. */
export function Layout() {
  const [dialog, setDialog] = useState<'shortcuts' | 'more' | null>(null)
  const shortcuts = useShortcutsEnabled()
  const close = () => setDialog(null)
  useShortcuts(shortcuts, () => setDialog('shortcuts'))
  useFocusHeading()
  return (
    <div className="flex min-h-dvh flex-col [--frame-top:2.25rem]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-1 focus:left-2"
      >
        Skip to the page
      </a>
      <ConnectionBand onShowMore={() => setDialog('more')} />
      <PendingLine />
      <div className="flex flex-1 flex-col md:flex-row">
        <Navigation shortcuts={shortcuts} onShowShortcuts={() => setDialog('shortcuts')} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-4 pb-24 outline-none md:border-l md:border-line md:px-6 md:pb-10"
        >
          <ConnectionNotice />
          <Outlet />
        </main>
      </div>
      <Announcer />
      <Toaster />
      <Suspense fallback={null}>
        {dialog === 'shortcuts' && <ShortcutsDialog onClose={close} />}
        {dialog === 'more' && <MoreDialog onClose={close} />}
      </Suspense>
      <ScrollRestoration />
    </div>
  )
}

/** A line under the band while the next page is fetched, if that takes longer than a blink. */
function PendingLine() {
  if (useNavigation().state === 'idle') return null
  return <div aria-hidden className="pending-line fixed inset-x-0 top-(--frame-top) z-40 h-0.5 bg-accent" />
}
