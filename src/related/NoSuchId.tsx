import type { ReactNode } from 'react'
import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { pathOfId } from './paths'
import type { Recognised } from './recognise'

/** For an address that is not exactly an id: what it may be instead. */
export function NoSuchId({ recognised }: { recognised: Exclude<Recognised, { what: 'id' }> }) {
  return (
    <>
      <PageHeader title={recognised.what === 'foreign' ? 'Another kind of id' : 'Not an id'} />
      <State recognised={recognised} />
    </>
  )
}

function State({ recognised }: { recognised: Exclude<Recognised, { what: 'id' }> }) {
  if (recognised.what === 'within') {
    const open = <Go to={pathOfId(recognised.id) ?? '/messages'}>Open it</Go>
    return (
      <EmptyState title="There is an id in this text" action={open}>
        <Shown text={recognised.id} />
      </EmptyState>
    )
  }
  if (recognised.what === 'code') {
    const explain = <Go to={`/errors/${recognised.code}`}>What code {recognised.code} means</Go>
    return <EmptyState title="This looks like an error code" action={explain} />
  }
  const { title, hint } = HINTS[recognised.what]
  return (
    <EmptyState title={title} action={<Go to="/messages">Go to messages</Go>}>
      <Shown text={recognised.text} />
      <p className="mt-2">{hint}</p>
    </EmptyState>
  )
}

const HINTS = {
  foreign: {
    title: 'An id of Twilio’s that Switchboard has no page for',
    hint: 'It is whole, but of a kind that Switchboard does not know. Look it up in the Twilio Console.',
  },
  almost: {
    title: 'This is not a whole id',
    hint: 'It begins like an id of Twilio’s. Check that it was copied whole: ids such as comms_message_… have 26 or more letters and digits after the last underscore, SM and MM ids have 32.',
  },
  unknown: {
    title: 'Switchboard does not know this as an id',
    hint: 'Ids of this API begin with a word such as comms_message_ or comms_operation_, older ones with SM or MM.',
  },
}

function Go({ to, children }: { to: string; children: ReactNode }) {
  return (
    <LinkButton variant="primary" to={to}>
      {children}
    </LinkButton>
  )
}

/** As it stood in the address, but not all of a very long one. */
function Shown({ text }: { text: string }) {
  if (text === '') return null
  return (
    <p className="break-all font-mono text-sm">
      <bdi>{text.length > 200 ? `${text.slice(0, 200)}…` : text}</bdi>
    </p>
  )
}
