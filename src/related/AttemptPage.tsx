import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { Skeleton } from '#/ui/Skeleton'
import { pathOfId } from './paths'
import { seekQuery } from './queries'
import { ReadProblem } from './ReadProblem'

/** An SM or MM id: goes on to the message it belongs to, once the API has named it. */
export function AttemptPage({ sid }: { sid: string }) {
  const message = useQuery(seekQuery(sid))
  if (message.isPending) {
    return (
      <div aria-busy className="flex flex-col gap-2">
        <output className="block text-sm text-text-2">Looking for the message it belongs to…</output>
        <Skeleton className="h-24 w-full" />
      </div>
    )
  }
  if (message.data === undefined) {
    return (
      <ReadProblem
        error={message.error}
        missing="Twilio knows no message for this id"
        expires
        onRetry={() => void message.refetch()}
        retrying={message.isFetching}
      />
    )
  }
  return <Navigate to={pathOfId(message.data.id) ?? '/messages'} replace />
}
