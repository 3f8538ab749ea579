import * as Dropdown from '@radix-ui/react-dropdown-menu'
import type { MenuProps } from './Menu'
import { MenuButtonContent, menuButtonClass } from './Menu'
import { cx } from './cx'

/** The open half of Menu, in a chunk of its own. It starts open, since a press is what fetched it. */
export function MenuPopup(props: MenuProps) {
  return (
    <Dropdown.Root modal={false} defaultOpen>
      <Dropdown.Trigger
        aria-label={props.ariaLabel}
        title={props.ariaLabel}
        className={menuButtonClass(props)}
      >
        <MenuButtonContent {...props} />
      </Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align={props.align ?? 'end'}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 text-text shadow-float"
        >
          {props.items.map((item) => (
            <Dropdown.Item
              key={item.key}
              disabled={typeof item.disabledReason === 'string'}
              onSelect={item.onSelect}
              className={cx(
                'flex min-h-8 cursor-default flex-col justify-center rounded-sm px-2 py-1 text-sm outline-none select-none pointer-coarse:min-h-10',
                'data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-focus',
                'data-disabled:text-text-3',
                item.danger && 'text-red-text',
              )}
            >
              {item.label}
              {item.disabledReason && <span className="text-xs">{item.disabledReason}</span>}
            </Dropdown.Item>
          ))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}
