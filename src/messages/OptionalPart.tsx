import type { UseQueryResult } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { api, CommsError, type Capability } from '#/comms'
import { RequestNotice } from '#/errors/RequestNotice'
import { Button } from '#/ui/Button'
import { Section } from '#/ui/Section'
import { Skeleton } from '#/ui/Skeleton'
import { Time } from '#/ui/Time'

interface OptionalPartProps<Data> {
  title: string
  className?: string
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching' | 'dataUpdatedAt' | 'refetch'>
  capability: Capability
  /** What this API does not do, and what to do in its place. */
  notOffered: ReactNode
  /** "The receipts could not be read". */
  unread: string
  /** What is read may change, so its age is said and it can be read again. */
  isLive: boolean
  children: (data: Data) => ReactNode
}

/** A part of a page from a route that the API may not have (section 8): tried once, and again when a person asks. */
export function OptionalPart<Data>(props: OptionalPartProps<Data>) {
  const { title, className, query, capability, notOffered, unread, isLive, children } = props
  const { data, error, isFetching, dataUpdatedAt, refetch } = query
  const box = useRef<HTMLDivElement>(null)
  const refresh = () => void refetch()
  const findOutAgain = async () => {
    // The button makes room for the answer; the focus stays in this part.
    box.current?.focus({ preventScroll: true })
    const client = await api()
    client.capabilities.forget(capability)
    refresh()
  }
  const isNotOffered = error instanceof CommsError && error.kind === 'not-offered'
  const age = isLive && data !== undefined && dataUpdatedAt > 0 && (
    <>
      <span className="text-sm text-text-2">
        as of <Time at={dataUpdatedAt} />
      </span>
      <Button size="sm" variant="quiet" pending={isFetching} onClick={refresh}>
        Read again
      </Button>
    </>
  )
  return (
    <Section title={title} className={className} actions={age}>
      <div ref={box} tabIndex={-1} aria-busy={isFetching} className="rounded-lg">
        {isNotOffered ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-2">
            <p className="max-w-[72ch]">{notOffered}</p>
            <Button size="sm" onClick={() => void findOutAgain()}>
              Try again
            </Button>
          </div>
        ) : (
          <>
            {error && (
              <div className="mb-2">
                <RequestNotice
                  what={data === undefined ? unread : undefined}
                  since={data === undefined ? null : dataUpdatedAt}
                  error={error}
                  onRetry={refresh}
                  retrying={isFetching}
                />
              </div>
            )}
            {data === undefined ? !error && <Skeleton className="h-24" /> : children(data)}
          </>
        )}
      </div>
    </Section>
  )
}
