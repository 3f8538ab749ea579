import { Navigate, useParams, useSearchParams } from 'react-router'
import { AttemptPage } from './AttemptPage'
import { IdHeader } from './IdHeader'
import { NoSuchId } from './NoSuchId'
import { pathOfId } from './paths'
import { recognise } from './recognise'
import { ResourcePage } from './ResourcePage'
import { UnreadablePage } from './UnreadablePage'
import { KINDS } from './kinds'
import { FOREIGN_OPERATIONS, ownerIn } from './owners'

/** Opens any id: leads to its page where it has one, else shows what can be known of it. */
export function Component() {
  const { id: text = '' } = useParams()
  const [query] = useSearchParams()
  const recognised = recognise(text)
  if (recognised.what !== 'id') return <NoSuchId recognised={recognised} />
  const { id, kind } = recognised
  const owner = kind === 'operation' ? ownerIn(query) : null
  if (owner) {
    const { title, about } = FOREIGN_OPERATIONS[owner]
    return (
      <div key={`${owner} ${id}`} className="flex min-w-0 flex-col gap-6">
        <IdHeader id={recognised} title={title} about={about} />
        <ResourcePage id={id} kind={kind} title={title} owner={owner} />
      </div>
    )
  }
  if (kind === 'message' || kind === 'operation') {
    return <Navigate to={pathOfId(id) ?? '/operations'} replace />
  }
  const { title, about, unreadable } = KINDS[kind]
  return (
    // A page of another id starts afresh.
    <div key={id} className="flex min-w-0 flex-col gap-6">
      <IdHeader id={recognised} title={title} about={about} />
      {kind === 'downstream' ? (
        <AttemptPage sid={id} />
      ) : unreadable === null ? (
        <ResourcePage id={id} kind={kind} title={title} />
      ) : (
        <UnreadablePage id={id} kind={kind} />
      )}
    </div>
  )
}
