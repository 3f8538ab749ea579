import { useState } from 'react'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { useDesk } from '../desk'

/** The way out of a doubt that nothing else ends: the agent looked at the messages and says how it is. */
export function AgentSays() {
  const { sender } = useDesk()
  const [open, setOpen] = useState(false)
  const say = (sent: boolean) => {
    setOpen(false)
    sender.agentSays(sent)
  }
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        I have looked myself
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Was the message sent?"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Keep looking</Button>
            <Button onClick={() => say(true)}>It was sent</Button>
            <Button variant="danger" onClick={() => say(false)}>
              It was not sent
            </Button>
          </>
        }
      >
        <p className="text-pretty">
          Answer only if you saw it in the list of messages or asked somebody who got it. If it was sent and
          is sent again, everybody gets it twice.
        </p>
      </Dialog>
    </>
  )
}
