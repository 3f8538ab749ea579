import { useLocation, useRouteError } from 'react-router'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { isChunkError, reportOf } from './reportOf'

/**
 * In place of a page that broke. It uses nothing that is fetched later, since what broke may have been the fetching.
 */
export function RouteError() {
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const details = reportOf(error, pathname + search)
  const reload = (
    <Button variant="primary" onClick={() => location.reload()}>
      Reload
    </Button>
  )
  const elsewhere = <LinkButton to="/operations">Go to operations</LinkButton>
  if (isChunkError(error)) {
    return (
      <>
        <PageHeader title="This page could not be loaded" />
        <ErrorState
          title="A new version is here, or the connection failed"
          tone="amber"
          details={details}
          actions={reload}
        >
          Reload to get the current version. If that does not help, see whether the server is running. A
          message you were writing is kept.
        </ErrorState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="This page broke" />
      <ErrorState
        title="Something in Switchboard went wrong"
        details={details}
        actions={
          <>
            {reload}
            {elsewhere}
          </>
        }
      >
        Nothing was sent because of this, and nothing you were writing is lost. Reload to try again. If it
        happens again, copy the details for whoever looks after Switchboard and go on elsewhere.
      </ErrorState>
    </>
  )
}
