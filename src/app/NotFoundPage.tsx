import { useLocation } from 'react-router'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { resolveId } from './resolveId'

/** For an address that leads nowhere. When there is an id in it, the way to that is offered. */
export function Component() {
  const { pathname } = useLocation()
  const guess = resolveId(decode(pathname))
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        title={`There is no page at ${pathname}`}
        action={
          <>
            {guess && (
              <LinkButton variant="primary" to={guess}>
                {wordsFor(guess)}
              </LinkButton>
            )}
            <LinkButton to="/operations">Go to operations</LinkButton>
          </>
        }
      >
        Check the address for a typing error. If you have an id of a message, an operation or anything else,
        paste it into “Open id”.
      </EmptyState>
    </>
  )
}

/** What a page found by id shows, as the words of a button. */
function wordsFor(path: string): string {
  if (path.startsWith('/operations/')) return 'Open this operation'
  if (path.startsWith('/messages')) return 'Open this message'
  if (path.startsWith('/errors/')) return 'Explain this error code'
  return 'Open this id'
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
