import { useEffect } from 'react'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { TextLink } from '#/ui/TextLink'
import { toast } from '#/ui/toast'
import { Composer } from './Composer'
import { useDesk, useStore } from './desk'
import { isEmpty } from './draft/draft'
import { PrefillNotice } from './draft/PrefillNotice'
import { canSend } from './send/sendState'

export function Component() {
  const { draft } = useDesk()
  // What was typed a moment ago is not lost to a step to another page and a reload there.
  useEffect(() => draft.flush, [draft])
  return (
    <>
      <PageHeader
        title="Compose"
        actions={
          <>
            <TextLink to="/sends" className="text-sm">
              All sends
            </TextLink>
            <ClearButton />
          </>
        }
      />
      <PrefillNotice />
      <Composer />
    </>
  )
}

function ClearButton() {
  const { draft, sender } = useDesk()
  const written = useStore(draft)
  const send = useStore(sender)
  if (isEmpty(written) || !canSend(send)) return null
  const clear = () => {
    const old = draft.clear()
    sender.reset()
    toast({
      title: 'Draft cleared',
      action: { label: 'Undo', altText: 'Write the message again', onClick: () => draft.set(old) },
    })
  }
  return (
    <Button size="sm" variant="quiet" onClick={clear}>
      Clear the draft
    </Button>
  )
}
