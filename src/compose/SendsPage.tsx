import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'
import { SendList } from './sends/SendList'

export function Component() {
  return (
    <>
      <PageHeader
        title="Sends"
        back={{ to: '/compose', label: 'Compose' }}
        actions={
          <LinkButton to="/compose" size="sm">
            Write a message
          </LinkButton>
        }
      />
      <SendList />
    </>
  )
}
