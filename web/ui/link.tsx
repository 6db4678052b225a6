'use client'
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A way to another page. Nothing is fetched before it is taken: a list of fifty links would fetch fifty pages. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
