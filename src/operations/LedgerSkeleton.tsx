import { Card } from '#/ui/Section'
import { Skeleton, SkeletonText } from '#/ui/Skeleton'

/** The ledger while it is being loaded, as high as it will be. */
export function LedgerSkeleton() {
  return (
    <div aria-busy>
      <Skeleton className="mt-1.5 mb-3.5 h-5 w-64" />
      <Card className="flex flex-col gap-4">
        <Skeleton className="h-4" />
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
          {['reached', 'underway', 'lost'].map((group) => (
            <div key={group} className="h-36">
              <Skeleton className="mb-4 h-5" />
              <SkeletonText lines={3} />
            </div>
          ))}
        </div>
        <Skeleton className="h-5 w-80 max-w-full" />
        <Skeleton className="my-0.5 h-5 w-64 max-w-full" />
      </Card>
    </div>
  )
}
