import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { CommsError, resourcePath } from '#/comms'
import { RequestError } from '#/errors/RequestError'
import { RequestNotice } from '#/errors/RequestNotice'
import { CopyCurl } from '#/messages/CopyCurl'
import { WaitNotice } from '#/messages/WaitNotice'
import { pathOfForeignOperation } from '#/related/owners'
import { announce } from '#/ui/announce'
import { Badge } from '#/ui/Badge'
import { Button } from '#/ui/Button'
import { Disclosure } from '#/ui/Disclosure'
import { JsonView } from '#/ui/JsonView'
import { Mono } from '#/ui/Mono'
import { PageHeader } from '#/ui/PageHeader'
import { Section } from '#/ui/Section'
import { Skeleton } from '#/ui/Skeleton'
import { TextLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { CancelAction } from './cancel/CancelAction'
import { CancelOutcome } from './cancel/CancelOutcome'
import { useCancel } from './cancel/useCancel'
import { FirstMessage } from './FirstMessage'
import { FollowNote } from './FollowNote'
import { isSettled, ledgerOf } from './ledger'
import { LedgerCard } from './LedgerCard'
import { LedgerSkeleton } from './LedgerSkeleton'
import { people } from './ledgerWords'
import { LostReasons } from './lost/LostReasons'
import { uncancelledLoss } from './lost/loss'
import { NotVisibleYet } from './NotVisibleYet'
import { OperationMessages } from './OperationMessages'
import type { Followed } from './polling'
import { rememberOperation, wasJustSent } from './recent'
import { stateOf } from './status'
import { useOperation, type FollowedOperation } from './useOperation'

/** One send, live, until everybody it was meant for is accounted for. */
export function Component() {
  const { operationId = '' } = useParams()
  return <OperationView key={operationId} id={operationId} />
}

function OperationView({ id }: { id: string }) {
  const live = useOperation(id)
  const { followed, error, plan, isFetching, refresh } = live
  const isKnown = followed !== null
  useEffect(() => {
    if (isKnown) rememberOperation(id, 'opened')
  }, [id, isKnown])
  return (
    <>
      <PageHeader
        title="Operation"
        back={{ to: '/operations', label: 'Operations' }}
        meta={
          <>
            <Mono id={id} copyLabel="Copy operation id" />
            {followed ? <Facts followed={followed} /> : !error && <Skeleton className="h-6 w-56" />}
          </>
        }
        actions={
          (followed || !error) && (
            <div className="flex min-h-8 flex-wrap items-center gap-x-3 text-sm text-text-2">
              {followed ? <FollowNote live={live} /> : <Skeleton className="h-7 w-60" />}
            </div>
          )
        }
      />
      {!error && <WaitNotice isFetching={isFetching} failureReason={live.failureReason} />}
      {error && followed && (
        <div className="mb-4">
          <RequestNotice
            error={error}
            since={followed.fetchedAt}
            nextTryAt={plan && 'at' in plan ? plan.at : null}
            onRetry={refresh}
            retrying={isFetching}
          />
        </div>
      )}
      {followed ? (
        <OperationDetails live={live} followed={followed} />
      ) : error ? (
        <Unread id={id} error={error} live={live} />
      ) : (
        <LedgerSkeleton />
      )}
    </>
  )
}

function Facts({ followed: { operation } }: { followed: Followed }) {
  const ledger = ledgerOf(operation)
  const { label, tone, sentence } = stateOf(operation, ledger)
  return (
    <>
      <Badge tone={tone} title={sentence}>
        {label}
      </Badge>
      {ledger.asked !== null && <span>{people(ledger.asked)}</span>}
      {operation.createdAt && (
        <span>
          created <Time at={operation.createdAt} />
        </span>
      )}
    </>
  )
}

function OperationDetails({ live, followed }: { live: FollowedOperation; followed: Followed }) {
  const { operation } = followed
  const ledger = ledgerOf(operation)
  const state = stateOf(operation, ledger)
  const path = resourcePath(operation.id)
  const isFinal = isSettled(operation)
  const hasLoss = uncancelledLoss(ledger) > 0
  const [asksWhy, setAsksWhy] = useState(false)
  const cancel = useCancel(operation.id)
  useAnnouncement(state.sentence)
  return (
    <>
      <Section
        title={state.sentence}
        actions={
          <>
            {hasLoss && !isFinal && (
              <Button size="sm" variant="quiet" aria-pressed={asksWhy} onClick={() => setAsksWhy(!asksWhy)}>
                Why they were lost
              </Button>
            )}
            <CancelAction cancel={cancel} followed={followed} ledger={ledger} />
          </>
        }
      >
        <CancelOutcome outcome={cancel.outcome} />
        <LedgerCard followed={followed} ledger={ledger} atRest={live.plan !== null && 'rest' in live.plan} />
      </Section>
      {hasLoss && (isFinal || asksWhy) && <LostReasons id={operation.id} ledger={ledger} isFinal={isFinal} />}
      <FirstMessage
        operationId={operation.id}
        asked={ledger.asked}
        waits={operation.status === 'SCHEDULED'}
      />
      <OperationMessages followed={followed} ledger={ledger} />
      <Section title="For a ticket or a developer" className="mt-8">
        {path && <CopyCurl path={path} />}
        <Disclosure summary="Raw JSON" className="mt-2">
          <JsonView value={operation.raw} label="Raw JSON" />
        </Disclosure>
      </Section>
    </>
  )
}

/** Says how it stands when that becomes something else, not every count on the way there. */
function useAnnouncement(sentence: string) {
  const words = sentence.replaceAll(/[\d,]+/g, '#')
  const said = useRef(words)
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    announce(sentence)
  }, [words, sentence])
}

function Unread({ id, error, live }: { id: string; error: Error; live: FollowedOperation }) {
  const { plan, refresh, isFetching } = live
  const isMissing = error instanceof CommsError && error.kind === 'missing'
  if (isMissing && wasJustSent(id))
    return <NotVisibleYet plan={plan} onRetry={refresh} retrying={isFetching} />
  return (
    <>
      <RequestError error={error} onRetry={refresh} retrying={isFetching} />
      {isMissing && (
        <p className="mt-4 text-sm text-text-2">
          Operations of other kinds have ids of the same form. Look for it among those of{' '}
          <TextLink to={pathOfForeignOperation(id, 'email')}>emails</TextLink> or of{' '}
          <TextLink to={pathOfForeignOperation(id, 'senderpool')}>sender pools</TextLink>.
        </p>
      )}
    </>
  )
}
