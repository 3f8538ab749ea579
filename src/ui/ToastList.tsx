import * as RadixToast from '@radix-ui/react-toast'
import X from 'lucide-react/icons/x'
import { buttonClass } from './buttonClass'
import type { ToastItem } from './toast'
import { dismissToast } from './toast'
import { ToneIcon } from './ToneIcon'

function durationOf(item: ToastItem): number {
  return item.duration ?? (item.action ? 12_000 : 6_000)
}

/** The notices on the screen: read out politely, F8 goes to them, Esc or a swipe closes, hovering holds them. */
export function ToastList({ items }: { items: readonly ToastItem[] }) {
  return (
    <RadixToast.Provider label="Notice" swipeDirection="right">
      {items.map((item) => (
        <RadixToast.Root
          key={item.id}
          type={item.tone === 'red' ? 'foreground' : 'background'}
          duration={durationOf(item)}
          onOpenChange={(open) => {
            if (!open) dismissToast(item.id)
          }}
          className="flex items-start gap-2.5 rounded-lg border border-line-strong bg-raised py-3 pr-2 pl-3 text-text shadow-float data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)"
        >
          <ToneIcon tone={item.tone ?? 'neutral'} className="mt-1" />
          <div className="min-w-0 flex-1">
            <RadixToast.Title className="text-base font-medium">{item.title}</RadixToast.Title>
            {item.description && (
              <RadixToast.Description className="text-sm text-text-2">
                {item.description}
              </RadixToast.Description>
            )}
            {item.action && (
              <RadixToast.Action
                altText={item.action.altText}
                onClick={item.action.onClick}
                className={`${buttonClass('secondary', 'sm')} mt-2`}
              >
                {item.action.label}
              </RadixToast.Action>
            )}
          </div>
          <RadixToast.Close aria-label="Close" className={buttonClass('quiet', 'sm', true)}>
            <X size={14} aria-hidden />
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="fixed right-4 bottom-20 z-50 flex w-[calc(100vw-2rem)] max-w-sm list-none flex-col gap-2 outline-offset-4 md:bottom-4" />
    </RadixToast.Provider>
  )
}
