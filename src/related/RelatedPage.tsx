import { PageHeader } from '#/ui/PageHeader'

export function Component() {
  return <PageHeader title="Related" />
}
