import { CodeSearch } from './CodeSearch'
import { PageHeader } from '#/ui/PageHeader'

/** Every code that may stop a message, to look up. */
export function Component() {
  return (
    <>
      <PageHeader title="Errors" />
      <CodeSearch />
    </>
  )
}
