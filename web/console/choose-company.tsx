'use client'
import { Building2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const CompanyDialog = dynamic(() => import('./company-dialog.tsx').then((module) => module.CompanyDialog))

/** Where the installation itself has nothing to show. */
export function ChooseCompany() {
  const words = useWords('shell')
  const [isChoosing, setChoosing] = useState(false)
  return (
    <Card>
      <Empty
        title={words('chooseCompany')}
        icon={<Building2 aria-hidden className="size-5" />}
        action={
          <Button look="primary" onClick={() => setChoosing(true)}>
            {words('chooseCompany')}
          </Button>
        }
      >
        {words('nowhere')}
      </Empty>
      {isChoosing && <CompanyDialog onClose={() => setChoosing(false)} />}
    </Card>
  )
}
