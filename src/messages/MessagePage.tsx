import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { resourcePath, type Message } from '#/comms'
import { RequestError } from '#/errors/RequestError'
import { RequestNotice } from '#/errors/RequestNotice'
import { loadDictionary } from '#/errors/useExplanation'
import { RelatedLinks } from '#/related/RelatedLinks'
import { TagEditor } from '#/tags/TagEditor'
import { Badge } from '#/ui/Badge'
import { Button } from '#/ui/Button'
import { CopyButton } from '#/ui/CopyButton'
import { Disclosure } from '#/ui/Disclosure'
import { JsonView } from '#/ui/JsonView'
import { Mono } from '#/ui/Mono'
import { PageHeader } from '#/ui/PageHeader'
import { Card, Section } from '#/ui/Section'
import { Skeleton, SkeletonText } from '#/ui/Skeleton'
import { Time } from '#/ui/Time'
import { Attempts } from './Attempts'
import { CopyCurl } from './CopyCurl'
import { MessageContent } from './MessageContent'
import { MessageFacts } from './MessageFacts'
import { NeighbourLinks } from './NeighbourLinks'
import { nextLook } from './nextLook'
import { correspondent } from './party'
import { PartyName } from './PartyName'
import { messageQuery, putTags } from './queries'
import { Receipts } from './Receipts'
import { useNeighbours } from './shownList'
import { describeStatus } from './status'
import { ticketText } from './ticketText'
import { WaitNotice } from './WaitNotice'

/** One message: whether it arrived, and if not, why and what to do. */
export function Component() {
  const { messageId = '' } = useParams()
  return <MessageView key={messageId} id={messageId} />
}

function MessageView({ id }: { id: string }) {
  const client = useQueryClient()
  const { queryKey, ...options } = messageQuery(id)
  const query = useQuery({ queryKey, ...options })
  const { data: message, error, dataUpdatedAt, isFetching, refetch } = query
  const neighbours = useNeighbours(id)
  useEffect(() => {
    // On its way while the message is, so that a failure is explained at once. Without it the code stands alone.
    loadDictionary().catch(() => {})
  }, [])
  const { word, party } = message ? correspondent(message) : { word: 'to', party: null }
  const state = client.getQueryState(queryKey)
  return (
    <>
      <PageHeader
        back={{
          to: neighbours?.path ?? '/messages',
          label: neighbours?.path.startsWith('/op') ? 'Operation' : 'Messages',
        }}
        title={
          party ? (
            <>
              Message {word} <PartyName party={party} />
            </>
          ) : (
            'Message'
          )
        }
        documentTitle={party ? `Message ${word} ${party.name}` : 'Message'}
        meta={
          <>
            <Mono id={id} copyLabel="Copy message id" />
            {message ? <StatusBadge message={message} /> : !error && <Skeleton className="h-6 w-24" />}
          </>
        }
        actions={
          <>
            {message ? (
              <div className="flex items-center gap-3 text-sm text-text-2">
                <span>
                  as of <Time at={dataUpdatedAt} />
                </span>
                <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
                  Refresh
                </Button>
              </div>
            ) : (
              !error && <Skeleton className="h-7 w-44" />
            )}
            {neighbours && <NeighbourLinks neighbours={neighbours} />}
          </>
        }
      />
      <WaitNotice isFetching={isFetching} failureReason={query.failureReason} />
      {error && message && (
        <div className="mb-4">
          <RequestNotice
            error={error}
            since={dataUpdatedAt}
            nextTryAt={state ? nextLook(state) : null}
            onRetry={() => void refetch()}
            retrying={isFetching}
          />
        </div>
      )}
      {message ? (
        <MessageDetails message={message} onTags={(tags) => putTags(client, id, tags)} />
      ) : error ? (
        <RequestError error={error} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <MessageSkeleton />
      )}
    </>
  )
}

function StatusBadge({ message }: { message: Message }) {
  const { label, tone, sentence } = describeStatus(message.status)
  return (
    <Badge tone={tone} title={sentence}>
      {label}
    </Badge>
  )
}

function MessageDetails({ message, onTags }: { message: Message; onTags: (tags: Message['tags']) => void }) {
  const path = resourcePath(message.id)
  return (
    // The last part stands under the left column, and stays there while the right one grows.
    <div className={`${COLUMNS} lg:grid-rows-[auto_1fr]`}>
      <div className="flex min-w-0 flex-col gap-6">
        <Section title="What happened">
          <p className="mb-3 text-base">{describeStatus(message.status).sentence}</p>
          <Attempts attempts={message.attempts} status={message.status} />
        </Section>
        {message.status === 'GROUP' && <Receipts messageId={message.id} />}
        <Section title="What was said">
          <MessageContent content={message.content} />
        </Section>
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:row-span-2">
        <Section title="Details" titleHidden>
          <Card>
            <MessageFacts message={message} />
          </Card>
        </Section>
        <Section title="Tags">
          <TagEditor kind="message" id={message.id} tags={message.tags} onSaved={onTags} />
        </Section>
        <Section title="Related">
          <RelatedLinks related={message.related} />
        </Section>
      </div>
      <Section title="For a ticket or a developer">
        <div className="flex flex-wrap items-center gap-2">
          <CopyButton look="button" label="Copy for a ticket" text={() => ticketText(message)} />
          {path && <CopyCurl path={path} />}
        </div>
        <Disclosure summary="Raw JSON" className="mt-2">
          <JsonView value={message.raw} label="Raw JSON" />
        </Disclosure>
      </Section>
    </div>
  )
}

const COLUMNS = 'grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]'

function MessageSkeleton() {
  return (
    <div aria-busy className={COLUMNS}>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-6 w-40" />
        <SkeletonText lines={4} />
        <Skeleton className="mt-4 h-6 w-40" />
        <Skeleton className="h-20" />
      </div>
      <Skeleton className="h-44" />
    </div>
  )
}
