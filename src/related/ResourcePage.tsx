import { useQuery } from '@tanstack/react-query'
import { curlOf, parseId, resourcePath, type IdKind } from '#/comms'
import { CopyButton } from '#/ui/CopyButton'
import { JsonView } from '#/ui/JsonView'
import { Section } from '#/ui/Section'
import { Skeleton } from '#/ui/Skeleton'
import { idsIn } from './idsIn'
import { KINDS } from './kinds'
import { connectionQuery, resourceQuery } from './queries'
import { ReadProblem } from './ReadProblem'
import { RelatedId } from './RelatedLinks'

/** A sender, a sender pool or an email: its JSON as the API gives it, and every id in it to go on to. */
export function ResourcePage({ id, kind }: { id: string; kind: IdKind }) {
  const resource = useQuery(resourceQuery(id))
  if (resource.isPending) return <Loading />
  if (resource.isError && resource.data === undefined) {
    return (
      <ReadProblem
        error={resource.error}
        missing={`There is no ${KINDS[kind].title.toLowerCase()} with this id`}
        expires={kind === 'email'}
        onRetry={() => void resource.refetch()}
        retrying={resource.isFetching}
      />
    )
  }
  const ids = idsIn(resource.data ?? null, id)
  // The operations named here are those of emails and sender pools, which have no page.
  return (
    <>
      {ids.length > 0 && (
        <Section title="Other ids in it">
          <ul className="flex flex-col gap-1">
            {ids.map((each) => (
              <li key={each} className="flex min-w-0">
                <RelatedId id={each} linked={parseId(each)?.kind !== 'operation'} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Raw JSON" actions={<CurlButton id={id} />}>
        <JsonView value={resource.data} label="JSON as it came" />
      </Section>
    </>
  )
}

/** The request behind this page as a command, at the API's own address and without the secret. */
function CurlButton({ id }: { id: string }) {
  const { data: connection } = useQuery(connectionQuery)
  const path = resourcePath(id)
  if (!connection || path === null) return null
  const url = `${connection.baseUrl}/${connection.version}${path}`
  return <CopyButton look="button" label="Copy as cURL" text={curlOf({ method: 'GET', url })} />
}

function Loading() {
  return (
    <Section title="Raw JSON">
      <div aria-busy>
        <Skeleton className="h-56 w-full" />
      </div>
    </Section>
  )
}
