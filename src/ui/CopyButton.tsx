import CheckIcon from 'lucide-react/icons/check'
import CopyIcon from 'lucide-react/icons/copy'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { announce } from './announce'
import { Button } from './Button'
import type { ButtonVariant } from './buttonClass'
import { copyText } from './copyText'
import { IconButton } from './IconButton'

interface CopyButtonProps {
  /** What lands on the clipboard; a function is called at the press, for texts that are costly to make. */
  text: string | (() => string)
  /** What is copied, e.g. "Copy id". The button's name; the words on it when `children` is not given. */
  label: string
  /** `icon` shows the icon only. */
  look?: 'icon' | 'button'
  variant?: ButtonVariant
  children?: ReactNode
}

const SHOWN_MS = 1500

/** Copies a text and says "Copied", or that it could not. */
export function CopyButton({ text, label, look = 'icon', variant, children }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    const copied = await copyText(typeof text === 'function' ? text() : text)
    announce(copied ? 'Copied' : 'Could not copy')
    setState(copied ? 'copied' : 'failed')
  }
  const icon =
    state === 'copied' ? (
      <CheckIcon size={14} aria-hidden className="text-green-text" />
    ) : (
      <CopyIcon size={14} aria-hidden />
    )
  if (look === 'icon') {
    return (
      <IconButton
        label={label}
        title={state === 'idle' ? label : state === 'copied' ? 'Copied' : 'Could not copy'}
        onClick={() => void copy()}
        variant={variant}
      >
        {icon}
      </IconButton>
    )
  }
  const words = children ?? label
  return (
    <Button size="sm" variant={variant} onClick={() => void copy()}>
      {icon}
      {state === 'idle' ? words : state === 'copied' ? 'Copied' : 'Could not copy'}
    </Button>
  )
}
