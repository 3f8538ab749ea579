import { Navigate, useParams } from 'react-router'
import { AttemptPage } from './AttemptPage'
import { IdHeader } from './IdHeader'
import { NoSuchId } from './NoSuchId'
import { pathOfId } from './paths'
import { recognise } from './recognise'
import { ResourcePage } from './ResourcePage'
import { UnreadablePage } from './UnreadablePage'
import { KINDS } from './kinds'

/** Opens any id: leads to its page where it has one, else shows what can be known of it. */
export function Component() {
  const { id: text = '' } = useParams()
  const recognised = recognise(text)
  if (recognised.what !== 'id') return <NoSuchId recognised={recognised} />
  const { id, kind } = recognised
  if (kind === 'message' || kind === 'operation') {
    return <Navigate to={pathOfId(id) ?? '/operations'} replace />
  }
  return (
    // A page of another id starts afresh.
    <div key={id} className="flex min-w-0 flex-col gap-6">
      <IdHeader id={recognised} />
      {kind === 'downstream' ? (
        <AttemptPage sid={id} />
      ) : KINDS[kind].unreadable === null ? (
        <ResourcePage id={id} kind={kind} />
      ) : (
        <UnreadablePage id={id} kind={kind} />
      )}
    </div>
  )
}
