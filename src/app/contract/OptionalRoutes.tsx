import { useRef } from 'react'
import { announce } from '#/ui/announce'
import { Button } from '#/ui/Button'
import { Section } from '#/ui/Section'
import { StatusMark } from '#/ui/StatusMark'
import { useTryAgain, type OptionalRoute } from './contract'
import { PURPOSES, STATES } from './contractWords'

/** The routes that the documentation names in prose only, and what was found out about each. */
export function OptionalRoutes({ routes, version }: { routes: readonly OptionalRoute[]; version: string }) {
  return (
    <Section title="Optional routes">
      <p className="mb-2 text-sm text-text-2">
        Documented in words only, or not on every deployment. The first use of each finds out.
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
        {routes.map((route) => (
          <RouteRow key={route.capability} route={route} version={version} />
        ))}
      </ul>
    </Section>
  )
}

function RouteRow({ route, version }: { route: OptionalRoute; version: string }) {
  const { capability, state, refusal } = route
  const purpose = PURPOSES[capability]
  const { tone, words } = STATES[state]
  const outcome = useRef<HTMLDivElement>(null)
  const tryAgain = useTryAgain()
  const forget = async () => {
    await tryAgain(capability)
    announce(`${purpose}: the next use finds out again`)
    // The button is gone with its reason.
    outcome.current?.focus()
  }
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_7rem] sm:items-center">
      <div className="min-w-0">
        <p className="font-medium">{purpose}</p>
        <p className="font-mono text-xs wrap-anywhere text-text-2">{route.route}</p>
      </div>
      <div ref={outcome} tabIndex={-1} className="min-w-0 rounded-sm">
        <StatusMark tone={tone}>{words}</StatusMark>
        {refusal && (
          <p className="text-xs wrap-anywhere text-text-2">
            {refusal.status ?? 'No answer'} for{' '}
            <span className="font-mono">
              {refusal.method} /{version}
              {refusal.path}
            </span>
          </p>
        )}
      </div>
      <div className="sm:justify-self-end">
        {state === 'not-offered' && (
          <Button size="sm" aria-label={`Try again: ${purpose}`} onClick={() => void forget()}>
            Try again
          </Button>
        )}
      </div>
    </li>
  )
}
