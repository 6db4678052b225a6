'use client'
import { useEffect, useRef, useState } from 'react'
import { Problem } from '#web/till/parts/problem.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWords } from '#web/words/words.tsx'
import { watchCodes } from './camera.ts'

/** Reads codes with the camera, one after the other, until it is closed. */
export function CameraDialog({ onScan, onClose }: { onScan: (code: string) => void; onClose: () => void }) {
  const words = useWords('till')
  // Not a ref: the dialog puts its content on the page a moment after this component is there.
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const latest = useRef(onScan)
  const [problem, setProblem] = useState<string | undefined>()
  const [last, setLast] = useState('')
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    if (!video) return
    const stop = new AbortController()
    watchCodes(video, stop.signal, (code) => {
      setLast(code)
      latest.current(code)
    }).catch(() => stop.signal.aborted || setProblem(words('camera.none')))
    return () => stop.abort()
  }, [video, words])
  return (
    <Dialog isOpen onClose={onClose} title={words('camera.title')} says={words('camera.says')}>
      <div className="flex flex-col gap-3">
        <video ref={setVideo} muted playsInline className="aspect-video w-full rounded-lg bg-black object-cover" />
        <output className="min-h-5 text-center font-mono">{last}</output>
        <Problem>{problem}</Problem>
      </div>
    </Dialog>
  )
}
