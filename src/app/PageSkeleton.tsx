import { Skeleton } from '#/ui/Skeleton'

/** In place of the first page while its code arrives: a heading and some lines. */
export function PageSkeleton() {
  return (
    <div aria-busy="true">
      <h1 className="sr-only">Loading</h1>
      <Skeleton className="mb-5 h-6 w-40" />
      <Skeleton className="h-72 w-full" />
    </div>
  )
}
