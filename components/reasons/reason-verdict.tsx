'use client';

import { RefusalNote, VerdictBox } from '@/components/workflow/explanation-verdict.tsx';
import { reasonsVerdictSubject } from '@/lib/domain/reasons/judged-reasons.ts';
import type { ExplanationVerdict, RefusedExplanation } from '@/lib/domain/workflow/refused-explanations.ts';

interface ReasonVerdictProps {
  /** The figure whose reasons these are. */
  subject: string;
  /** They were refused in the version before. */
  refusal?: RefusedExplanation;
  /** Whether they still say what was refused. */
  isUnchanged: boolean;
  verdict?: ExplanationVerdict;
}

/** What the reviewer said of the reasons for a change, beside them. */
export function ReasonVerdict({ subject, refusal, isUnchanged, verdict }: ReasonVerdictProps) {
  return (
    <>
      {refusal && <RefusalNote refusal={refusal} unchanged={isUnchanged} what="增减原因" />}
      {verdict && <VerdictBox subject={reasonsVerdictSubject(subject)} verdict={verdict} />}
    </>
  );
}
