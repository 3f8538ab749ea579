import { describeError } from '#/errors/describeError'
import { Banner } from '#/ui/Banner'
import { CopyButton } from '#/ui/CopyButton'
import { textOf, type TagPair } from './pairs'
import { isNotOffered, OWNERS, type TagOwner } from './writeTags'

/** Why tags could not be saved. What was typed stays in the fields and can be copied. */
export function SaveProblem({
  kind,
  error,
  pairs,
}: {
  kind: TagOwner
  error: Error
  pairs: readonly TagPair[]
}) {
  const copy = <CopyButton look="button" label="Copy the tags" text={() => textOf(pairs)} />
  if (isNotOffered(error)) {
    return (
      <Banner tone="amber" live="alert" actions={copy}>
        This API does not offer changing tags of {OWNERS[kind]}. Nothing was changed; what you typed is still
        here.
      </Banner>
    )
  }
  const { title, detail, advice } = describeError(error)
  return (
    <Banner tone="red" live="alert" actions={copy}>
      <span className="font-medium">The tags were not saved, as far as is known: {title}.</span> {detail}{' '}
      {advice} What you typed is still here; saving again does no harm.
    </Banner>
  )
}
