import { useQuery } from '@tanstack/react-query'
import { curlOf, parseId, resourcePath, type IdKind } from '#/comms'
import { CopyButton } from '#/ui/CopyButton'
import { JsonView } from '#/ui/JsonView'
import { Section } from '#/ui/Section'
import { Skeleton } from '#/ui/Skeleton'
import { idsIn } from './idsIn'
import { pathOfForeignOperation, type ForeignOwner } from './owners'
import { pathOfId } from './paths'
import { connectionQuery, resourceQuery } from './queries'
import { ReadProblem } from './ReadProblem'
import { RelatedId } from './RelatedLinks'

interface ResourcePageProps {
  id: string
  kind: IdKind
  /** What it is called, such as "Sender pool". */
  title: string
  /** Of an operation: whose it is. */
  owner?: ForeignOwner
}

/** A sender, a sender pool, an email or an operation of these: its JSON as it came, and every id in it to go on to. */
export function ResourcePage({ id, kind, title, owner }: ResourcePageProps) {
  const resource = useQuery(resourceQuery(id, owner))
  if (resource.isPending) return <Loading />
  if (resource.isError && resource.data === undefined) {
    return (
      <ReadProblem
        error={resource.error}
        missing={`There is no ${title.toLowerCase()} with this id`}
        expires={kind === 'email' || kind === 'operation'}
        onRetry={() => void resource.refetch()}
        retrying={resource.isFetching}
      />
    )
  }
  const ids = idsIn(resource.data ?? null, id)
  // An email and a pool name the operation that made them; an operation names itself.
  const pathOf = (each: string) =>
    parseId(each)?.kind === 'operation'
      ? pathOfForeignOperation(each, owner ?? (kind === 'senderpool' ? kind : 'email'))
      : pathOfId(each)
  return (
    <>
      {ids.length > 0 && (
        <Section title="Other ids in it">
          <ul className="flex flex-col gap-1">
            {ids.map((each) => (
              <li key={each} className="flex min-w-0">
                <RelatedId id={each} path={pathOf(each)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Raw JSON" actions={<CurlButton path={resourcePath(id, owner)} />}>
        <JsonView value={resource.data} label="JSON as it came" />
      </Section>
    </>
  )
}

/** The request behind this page as a command, at the API's own address and without the secret. */
function CurlButton({ path }: { path: string | null }) {
  const { data: connection } = useQuery(connectionQuery)
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
